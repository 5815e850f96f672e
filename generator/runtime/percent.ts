import type { ParameterLocation } from "./parameter.js";

/**
 * Encodes all characters of a text but the unreserved ones.
 *
 * @throws TypeError if the text has one half of a surrogate pair, for which UTF-8 has no bytes.
 * @see {@link https://www.rfc-editor.org/rfc/rfc3986#section-2.3 | RFC 3986, Unreserved Characters}
 */
export function percentEncode(text: string): string {
  if (/[\ud800-\udfff]/u.test(text)) throw new TypeError("has half of a surrogate pair");
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Returns a text that can be the value of a header, or a part of it.
 *
 * @throws TypeError if it has control characters or characters above U+00FF, or white space at an end.
 * @see {@link https://www.rfc-editor.org/rfc/rfc9110#section-5.5 | RFC 9110, Field Values}
 */
export function checkFieldText(text: string): string {
  if (/[^\t -~\x80-\xff]/.test(text) || text.trim() !== text)
    throw new TypeError(
      "a header cannot have control characters, characters above U+00FF, or white space at an end",
    );
  return text;
}

/**
 * Decodes a text of a location; `+` is a space in queries. In headers nothing is encoded, and white space
 * at the ends has no meaning. What is not an encoded UTF-8 text stays as it is.
 */
export function decodeText(text: string, location: ParameterLocation): string {
  if (location === "header") return text.trim();
  return percentDecode(location.startsWith("query") ? text.replace(/\+/g, " ") : text);
}

/** Decodes the percent triples of a text. Those that are not UTF-8 stay as they are. */
export function percentDecode(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (triples) => {
    try {
      return decodeURIComponent(triples);
    } catch {
      return triples;
    }
  });
}
