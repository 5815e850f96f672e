import type { Checks } from "../../checks/check.js";
import type { Direction } from "../../core/direction.js";
import type { Place } from "../../core/place.js";
import type { Model } from "../../model/model.js";
import type { Schema } from "../../schema/schema.js";
import type { PayloadPart } from "../diff-result.js";

/** A schema in one document whose values are compared. */
export interface SubjectSide {
  /** The schema; undefined, if there is none, so that any value is valid. */
  readonly schema: Schema | undefined;
  /** Its model; undefined for a schema that is written in an operation and is none. */
  readonly model: Model | undefined;
  readonly checks: Checks;
  /** Where it is written. */
  readonly place: Place;
}

/** A schema in both documents whose values are compared. */
export interface Subject {
  /** The component; undefined for a schema of an operation. */
  readonly component?: string;
  readonly part: PayloadPart;
  readonly direction: Direction;
  /** The operations that it reaches. */
  readonly operations: readonly string[];
  readonly old: SubjectSide;
  readonly new: SubjectSide;
}
