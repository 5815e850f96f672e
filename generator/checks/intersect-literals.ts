import { isOfType, type SchemaType } from "../core/json-type.js";
import type { Json } from "../core/json.js";
import type { CheckOf } from "./check.js";
import { keyOfValue } from "./value-key.js";

/**
 * The literals that pass several `equals` checks at once.
 *
 * @param types The types that pass; every type, if undefined.
 */
export function intersectLiterals(
  [first, ...others]: readonly CheckOf<"equals">[],
  types: readonly SchemaType[] | undefined,
): readonly Json[] {
  if (first === undefined) return [];
  const allowed = others.map(({ values }) => new Set(values.map(keyOfValue)));
  return first.values.filter(
    (value) =>
      (types === undefined || types.some((type) => isOfType(value, type))) &&
      allowed.every((keys) => keys.has(keyOfValue(value))),
  );
}
