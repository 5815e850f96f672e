import { compilePattern } from "./compile.js";
import { patternCost } from "./cost.js";

/** How many steps a text may cost: some milliseconds. */
const maxCost = 1e5;

/**
 * Whether a text matches a regular expression of a document.
 *
 * @returns undefined, if finding out could take too long.
 */
export function matchesPattern(source: string, text: string): boolean | undefined {
  if (patternCost(source, text.length) > maxCost) return undefined;
  return compilePattern(source).test(text);
}
