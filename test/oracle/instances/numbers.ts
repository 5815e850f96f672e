import type { JsonObject } from "../../../generator/core/json.js";
import fc from "fast-check";

/** Numbers that are likely to satisfy the keywords for numbers of a schema. */
export function numbers(schema: JsonObject, isInteger: boolean): fc.Arbitrary<number> {
  const { multipleOf, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const least = Math.max(numberOr(minimum, -Infinity), numberOr(exclusiveMinimum, -Infinity));
  const most = Math.min(numberOr(maximum, Infinity), numberOr(exclusiveMaximum, Infinity));
  const [low, high] = [Math.max(least, -1e9), Math.min(most, 1e9)];
  if (low > high) return fc.constant(low);
  if (typeof multipleOf === "number") return multiples(multipleOf, low, high);
  const [first, last] = [Math.ceil(low), Math.floor(high)];
  const integers = first > last ? fc.constant(low) : fc.integer({ min: first, max: last });
  if (isInteger) return fc.oneof({ weight: 9, arbitrary: integers }, fc.constantFrom(first, last));
  return fc.oneof(
    integers,
    fc.double({ min: low, max: high, noNaN: true }),
    fc.constantFrom(low, high, ...(low < 0 && high > 0 ? [0, 1e300] : [])),
  );
}

/** Multiples of a number, as JSON text in decimals says them. */
function multiples(divisor: number, low: number, high: number): fc.Arbitrary<number> {
  const [digits = "0", exponent = "0"] = divisor.toExponential().split("e");
  const decimals = (digits.split(".")[1] ?? "").length;
  const step = BigInt(digits.replace(".", ""));
  const limit = 1_000_000_000;
  const least = Math.max(Math.ceil(low / divisor), -limit);
  const most = Math.min(Math.floor(high / divisor), limit);
  return fc
    .integer({ min: Math.min(least, most), max: Math.max(least, most) })
    .map((factor) => Number(`${step * BigInt(factor)}e${Number(exponent) - decimals}`));
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}
