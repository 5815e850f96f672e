import type { CheckOf } from "../../checks/check.js";
import type { SchemaType } from "../../core/json-type.js";
import type { Json } from "../../core/json.js";
import { list, print } from "../../runtime/describe.js";

// What issues say was expected: each text follows the word "expected".

export function expectedTypes(types: readonly SchemaType[]): string {
  return types.join(" or ");
}

export function expectedValues(values: readonly Json[]): string {
  return values.length === 1 ? values.map(print).join() : `one of ${list(values)}`;
}

/** What is expected of the name of a property, by what is expected of a string. */
export function expectedOfName(expected: string): string {
  return /^at (?:least|most) /.test(expected)
    ? `a name of ${expected}`
    : expected.replace(/^a string /, "a name ");
}

export function expectedSize({ keyword, limit }: CheckOf<"size">): string {
  const words = keyword.startsWith("min") ? "at least" : "at most";
  const [one, many] = sizeUnits[keyword];
  return `${words} ${limit} ${limit === 1 ? one : many}`;
}

const characters = ["character", "characters"] as const;
const items = ["item", "items"] as const;
const properties = ["property", "properties"] as const;

const sizeUnits = {
  minLength: characters,
  maxLength: characters,
  minItems: items,
  maxItems: items,
  minProperties: properties,
  maxProperties: properties,
} as const;
