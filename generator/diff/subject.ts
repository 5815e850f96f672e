import type { Direction } from "../core/direction.js";
import type { Place } from "../core/place.js";
import type { ReadModels } from "../model/read-models.js";
import type { PayloadPart } from "./diff-result.js";

/** The documents that are compared, as models. */
export interface Sides {
  readonly old: ReadModels;
  readonly new: ReadModels;
}

/** A schema in both documents whose values are compared: of a body, a parameter or a header. */
export interface OperationPart {
  /** The operation as `POST /batches`. */
  readonly operation: string;
  readonly direction: Direction;
  readonly part: PayloadPart;
  /** The place of the schema in each document. */
  readonly old: Place;
  readonly new: Place;
  /** The document without a schema there: any value is valid, and its place is that of the object around. */
  readonly untyped?: "old" | "new";
  /** Whether the schema describes each item of a sequence: it is an `itemSchema`. */
  readonly isItem?: true;
}
