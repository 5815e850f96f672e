import type { BoundKeyword, CheckOf } from "../../checks/check.js";
import type { SchemaType } from "../../core/json-type.js";
import type { Json } from "../../core/json.js";
import { expectation } from "../../runtime/describe.js";

// Texts for what issues say was expected: each follows the word "expected".

export function expectedTypes(types: readonly SchemaType[]): string {
  return types.join(" or ");
}

export function expectedValues(values: readonly Json[]): string {
  return expectation(values);
}

/** Turns what is expected of a string into what is expected of a property name. */
export function expectedOfName(expected: string): string {
  return /^(?:at (?:least|most)|no) .*characters?$/.test(expected)
    ? `a name of ${expected}`
    : expected.replace(/^a string /, "a name ").replace(/^anything but /, "any name but ");
}

export function expectedBound(check: CheckOf<"bound">): string {
  return `a number ${boundWords[check.keyword]} ${limitText(check)}`;
}

export function limitText({ limit, written }: CheckOf<"bound">): string {
  return written ?? String(limit);
}

export function divisorText({ divisor, written }: CheckOf<"multipleOf">): string {
  return written ?? String(divisor);
}

export const boundWords: Readonly<Record<BoundKeyword, string>> = {
  minimum: "of at least",
  exclusiveMinimum: "above",
  maximum: "of at most",
  exclusiveMaximum: "below",
};

export function expectedSize(check: CheckOf<"size">): string {
  if (check.keyword.startsWith("min")) return sizeText("at least", check);
  return check.limit === 0 ? `no ${sizeUnits[check.keyword][1]}` : sizeText("at most", check);
}

/** A number of characters, items or properties after some words. */
export function sizeText(words: string, { keyword, limit }: CheckOf<"size">): string {
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
