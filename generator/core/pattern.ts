import { patternCost } from "./pattern-cost.js";

const compiled = new Map<string, RegExp>();

/**
 * A regular expression of a document, matched by code points; without Unicode matching, where it is
 * only valid so.
 */
function compilePattern(source: string): RegExp {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const pattern = compile(source);
  compiled.set(source, pattern);
  return pattern;
}

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

function compile(source: string): RegExp {
  try {
    return new RegExp(source, "u");
  } catch {
    return new RegExp(source);
  }
}
