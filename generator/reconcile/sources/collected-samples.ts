import type { BodySchema } from "../../validate/operations/operation.js";
import type { Sample, SampleOrigin, Samples, UnusableSample } from "../sample.js";
import type { JsonText } from "./json-text.js";

/** Takes the samples of a file, in their order. */
export interface CollectedSamples extends Samples {
  /** Takes what was read where a sample was expected. */
  readonly add: (text: JsonText, body: BodySchema, origin: SampleOrigin) => void;
  /** Takes what is no sample. */
  readonly reject: (reason: string, subject: string, origin: SampleOrigin) => void;
}

/** Begins to collect samples. */
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
