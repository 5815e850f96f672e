import type { BodySchema } from "../../validate/operations/operation.js";
import type { Sample, SampleOrigin, Samples, UnusableSample } from "../sample.js";
import type { JsonText } from "./json-text.js";

/** Collects the samples of a file, in their order. */
export interface CollectedSamples extends Samples {
  /** Adds a sample, or its reason if it could not be read. */
  readonly add: (text: JsonText, body: BodySchema, origin: SampleOrigin) => void;
  /** Adds a sample that cannot be used. */
  readonly reject: (reason: string, subject: string, origin: SampleOrigin) => void;
}

/** Returns an empty collection of samples. */
export function collectSamples(): CollectedSamples {
  const samples: Sample[] = [];
  const unusable: UnusableSample[] = [];
  const reject = (reason: string, subject: string, origin: SampleOrigin): void => {
    unusable.push({ reason, subject, origin });
  };
  return {
    samples,
    unusable,
    slips: [],
    reject,
    add: (text, { schema, direction, subject }, origin) => {
      if (text.kind === "none") reject(text.reason, subject, origin);
      else samples.push({ value: text.value, schema, direction, subject, origin });
    },
  };
}
