import type { Json } from "../../generator/core/json.js";
import fc from "fast-check";
import { seed } from "./agreement.js";
import { schemas } from "./instances/schemas.js";

const names = Array.from({ length: 150 }, (_, index) => `Random${index}`);

/**
 * Random schemas by name, the same in every run. They refer to those before them, and from inside of
 * properties and items to any near them.
 */
export function randomComponents(): readonly (readonly [name: string, schema: Json])[] {
  return names.flatMap((name, index) => {
    const targets = {
      inPlace: names.slice(Math.max(index - 4, 0), index),
      inside: names.slice(Math.max(index - 4, 0), index + 3),
    };
    const sample = fc.sample(schemas(targets, 2), { seed: seed + index, numRuns: 1 });
    return sample.map((schema) => [name, schema] as const);
  });
}
