import type { Direction } from "../core/direction.js";
import type { Json } from "../core/json.js";
import type { Place } from "../core/place.js";

/** The schema that a value has to match. */
export interface SampledSchema {
  /** A component, or the schema of a body. */
  readonly schema: Place;
  /** The direction that the value is sent in; undefined for the model of both directions. */
  readonly direction: Direction | undefined;
}

/** A value that an API has sent or received, or an example of its document. */
export interface Sample extends SampledSchema {
  readonly value: Json;
  /** The name of the schema in reports: `Batch`, or `POST /batches 200`. */
  readonly subject: string;
  readonly origin: SampleOrigin;
}

/** Where a sample comes from. */
export interface SampleOrigin {
  /** The file as the user knows it, or the document. */
  readonly file: string;
  /** The line of the file, from 1, if each line is a sample. */
  readonly line?: number;
  /** A JSON pointer to the sample in the file; empty for the whole file. */
  readonly pointer: string;
}

/** A sample that cannot be used, such as a text that is not JSON. */
export interface UnusableSample {
  readonly origin: SampleOrigin;
  /** The name of its schema in reports, or what it is otherwise. */
  readonly subject: string;
  /** Why it cannot be used: one sentence, without a full stop. */
  readonly reason: string;
}

/** The samples of one source, such as the document or a file. */
export interface Samples {
  readonly samples: readonly Sample[];
  readonly unusable: readonly UnusableSample[];
  /** JSON errors that were tolerated, such as a trailing comma, with their places. */
  readonly slips: readonly UnusableSample[];
}
