import type { Samples } from "../sample.js";

/**
 * Joins the samples of several sources, in the order of the sources.
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
