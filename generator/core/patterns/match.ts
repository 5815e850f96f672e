import { compilePattern } from "./compile.js";
import { patternCost } from "./cost.js";

/** The most steps for a text, which take some milliseconds. */
const maxCost = 1e5;

/**
 * Returns whether a text matches a regular expression of a document.
 *
 * @returns Undefined if matching could take too long.
 */
export function matchesPattern(source: string, text: string): boolean | undefined {
  if (patternCost(source, text.length) > maxCost) return undefined;
  return compilePattern(source).test(text);
}
