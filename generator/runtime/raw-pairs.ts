import type { RawPair } from "./parameter.js";

/**
 * Splits a text into pairs of names and values, without decoding them: a query or an urlencoded body at
 * `&`, a cookie at `;`. Empty pairs are left out, and so is white space next to a semicolon.
 *
 * @param text - The text, without a question mark before it.
 */
export function parsePairs(text: string, separator: "&" | ";" | ","): readonly RawPair[] {
  const pairs: RawPair[] = [];
  for (const part of text.split(separator)) {
    const pair = separator === ";" ? part.trim() : part;
    if (pair !== "") pairs.push(splitPair(pair));
  }
  return pairs;
}

/** Splits a pair at its first `=`; without one, the value is empty. */
export function splitPair(pair: string): RawPair {
  const end = `${pair}=`.indexOf("=");
  return [pair.slice(0, end), pair.slice(end + 1)];
}
