import fc from "fast-check";
import { isJsonArray, isJsonObject, type Json } from "../../generator/core/json.js";
import { anyJson } from "./instances/any-json.js";
import { breakOne } from "./instances/break-one.js";
import { instances } from "./instances/instances.js";

/**
 * Values that are likely to be valid under a schema: such as it describes, these with one change, its
 * literals, and numbers next to its own.
 */
export function likelyValues(schema: Json, document: Json): fc.Arbitrary<Json> {
  const described = instances(schema, document);
  const literals = literalsIn(schema);
  return fc.oneof(
    { weight: 4, arbitrary: described },
    { weight: 2, arbitrary: described.chain((value) => breakOne(value)).map(({ value }) => value) },
    { weight: 1, arbitrary: anyJson() },
    ...(literals.length === 0 ? [] : [{ weight: 2, arbitrary: fc.constantFrom(...literals) }]),
  );
}

/** All values that stand somewhere in a schema, and the numbers around those in it. */
function literalsIn(value: Json): readonly Json[] {
  const inside = isJsonArray(value)
    ? value.flatMap(literalsIn)
    : isJsonObject(value)
      ? Object.values(value).flatMap(literalsIn)
      : [];
  const around = typeof value === "number" ? [value - 1, value - 0.5, value + 0.5, value + 1] : [];
  return [value, ...around, ...inside];
}
