import type { Place } from "../core/place.js";
import type { SampleOrigin, UnusableSample } from "./sample.js";

/** What samples and a document disagree about. */
export type Cause =
  | "null-not-allowed"
  | "property-missing"
  | "value-not-listed"
  | "type-not-allowed"
  | "bound-exceeded"
  | "pattern-not-matched"
  | "property-not-allowed"
  | "several-options-match"
  | "no-option-matches"
  | "other";

/** One sample that shows a contradiction. */
export interface Evidence {
  readonly origin: SampleOrigin;
  /** Where the value is in the sample: an RFC 6901 JSON pointer. */
  readonly pointer: string;
  /** The value there, shortened: `null`, or `"archived" (string)`. */
  readonly received: string;
}

/** A keyword of the document, and the samples that break it. */
export interface Contradiction {
  readonly cause: Cause;
  /** The keyword. */
  readonly place: Place;
  /** The components or operations whose samples show it; several, if a schema is shared. */
  readonly subjects: readonly string[];
  /** What the document asks for, to follow the word "expected". */
  readonly expected: string;
  /** One for each sample and place in it, in the order of the samples. */
  readonly evidence: readonly Evidence[];
  /** How many samples show it. */
  readonly samples: number;
}

/** A contradiction that a change of the document settles. */
export interface Change {
  readonly contradictions: readonly Contradiction[];
  /** The schemas to widen: one, or several properties of one object. */
  readonly places: readonly [Place, ...Place[]];
  /** What changes, in words: `accept null in "a" and "b"`, `do not require "model"`. */
  readonly summary: string;
  /** Why this place, if there was a choice between a use and a shared component. */
  readonly choice?: string;
}

/** A contradiction that needs a decision. */
export interface LeftContradiction extends Contradiction {
  /** Why no widening settles it: one sentence, without a full stop. */
  readonly reason: string;
}

/** The result of comparing samples with a document. */
export interface Reconciliation {
  readonly samples: number;
  /** How many samples the document accepts as it is. */
  readonly accepted: number;
  /** How many it accepts with the changes. */
  readonly acceptedAfter: number;
  readonly changes: readonly Change[];
  readonly left: readonly LeftContradiction[];
  readonly unusable: readonly UnusableSample[];
  readonly slips: readonly UnusableSample[];
  /** The overlay with the changes, as YAML; undefined if there are no changes. */
  readonly overlay?: string;
}
