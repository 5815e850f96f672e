import type { Direction } from "../core/direction.js";
import type { Json } from "../core/json.js";
import type { Place } from "../core/place.js";

/** A schema that a value has to be valid under. */
export interface SampledSchema {
  /** A component, or the schema of a body. */
  readonly schema: Place;
  /** The direction that the value is sent in; undefined, if the model of both is meant. */
  readonly direction: Direction | undefined;
}

/** Something that an API has sent or taken, or that its document shows as an example. */
export interface Sample extends SampledSchema {
  readonly value: Json;
  /** What the schema is called in reports: `Batch`, or `POST /batches 200`. */
  readonly subject: string;
  readonly origin: SampleOrigin;
}

/** Where a sample comes from. */
export interface SampleOrigin {
  /** The file as the user knows it, or the document. */
  readonly file: string;
  /** The line of the file, from 1, where each line is a sample of its own. */
  readonly line?: number;
  /** A JSON pointer to the sample in the file; the empty text is the whole of it. */
  readonly pointer: string;
}

/** What looked like a sample and cannot be used, such as a text that is no JSON. */
export interface UnusableSample {
  readonly origin: SampleOrigin;
  /** What the sample would have been one of. */
  readonly subject: string;
  /** Why it cannot be used: one sentence, without a full stop. */
  readonly reason: string;
}

/** The samples of one source, such as the document or a file. */
export interface Samples {
  readonly samples: readonly Sample[];
  readonly unusable: readonly UnusableSample[];
  /** Slips that were read over, such as a comma too many, in words and with their places. */
  readonly slips: readonly UnusableSample[];
}
