import type { Samples } from "../sample.js";
import { collectSamples } from "./collected-samples.js";
import type { BodySchema } from "../../validate/operations/operation.js";
import type { RecordedValue } from "./recorded-value.js";

/**
 * Returns the samples of a file in which every value belongs to the same model.
 *
 * @param values The values of the file.
 * @param model The model.
 */
export function modelSamples(values: readonly RecordedValue[], model: BodySchema): Samples {
  const collected = collectSamples();
  for (const { text, origin } of values) collected.add(text, model, origin);
  return collected;
}
