import { print } from "../runtime/describe.js";
import { openListFrom } from "./choose-widenings.js";
import type { WideningStep } from "./widening.js";

/** Describes a step: `accept null`. */
export function summaryOf(step: WideningStep): string {
  switch (step.kind) {
    case "accept-null":
      return "accept null";
    case "accept-fractions":
      return "accept numbers with a fraction";
    case "add-values":
      return `accept ${listOf(step.values.map(print))}`;
    case "open-values":
      return `accept any string, since at least ${openListFrom} are not in the list`;
    case "loosen-bound":
      return `loosen \`${step.keyword}\` to ${step.limit}`;
    case "drop-required":
      return `do not require ${listOf(step.names.map(print))}`;
    case "allow-property":
      return step.names.length === 1
        ? `allow the property ${listOf(step.names.map(print))}`
        : `allow the properties ${listOf(step.names.map(print))}`;
    case "any-option":
      return "accept values that match several alternatives: replace `oneOf` by `anyOf`";
  }
}

/** The most words that a sentence lists. */
const maxListed = 5;

/** Joins words for a sentence: `a, b and c`, or `a, b, c, d, e and 7 more`. */
export function listOf(words: readonly string[]): string {
  const shown = words.slice(0, maxListed);
  const more = words.length - shown.length;
  const last = more > 0 ? `${more} more` : (shown.pop() ?? "");
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}
