import type { ParameterLocation } from "./parameter.js";
import { percentEncode } from "./percent.js";

/** The reserved characters that are encoded in a location even if reserved characters are allowed. */
const separatorsOf: Readonly<Partial<Record<ParameterLocation, string>>> = {
  path: "/?",
  query: "&=+",
  cookie: "=;",
};

/**
 * Encodes a text of a parameter with `allowReserved`: all but the unreserved characters, the reserved ones
 * and percent triples.
 *
 * @param separators - The reserved characters that have a meaning in the style. They are encoded, and so
 *   are those that have one in the location, `#` and brackets.
 * @throws TypeError as {@link percentEncode} does.
 * @see {@link https://www.rfc-editor.org/rfc/rfc6570#section-3.2.3 | RFC 6570, Reserved Expansion}
 */
export function encodeExceptReserved(
  text: string,
  location: ParameterLocation,
  separators: string,
): string {
  const encoded = separators + (separatorsOf[location] ?? "");
  // Splitting leaves what is between parentheses at the odd indexes.
  return text
    .split(/(%[\da-f]{2}|[:/?@!$&'()*+,;=])/i)
    .map((part, index) => (index % 2 && !encoded.includes(part) ? part : percentEncode(part)))
    .join("");
}
