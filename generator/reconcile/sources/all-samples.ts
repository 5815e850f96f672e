import type { Samples } from "../sample.js";

/**
 * The samples of several sources together, in the order of these.
 *
 * @param sources Such as the document and some files.
 */
export function allSamples(sources: readonly Samples[]): Samples {
  return {
    samples: sources.flatMap(({ samples }) => samples),
    unusable: sources.flatMap(({ unusable }) => unusable),
    slips: sources.flatMap(({ slips }) => slips),
  };
}
