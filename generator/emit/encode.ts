import type { Json } from "../load/document.js";
import { isJsonArray, isJsonObject } from "../load/json.js";

// Everything from a document that ends up in code passes through one of these. Each is made for
// the place that it writes to, and what it returns cannot leave that place.

/** A string literal. */
export function encodeString(text: string): string {
  return escapeInvisible(JSON.stringify(text), unicodeEscape);
}

/** A number literal. */
export function encodeNumber(value: number): string {
  return Object.is(value, -0) ? "0" : String(value);
}

/** An expression for a JSON value. */
export function encodeJson(value: Json): string {
  if (typeof value === "string") return encodeString(value);
  if (typeof value === "number") return encodeNumber(value);
  if (isJsonArray(value)) return `[${value.map(encodeJson).join(", ")}]`;
  if (isJsonObject(value)) {
    const members = Object.entries(value).map(
      ([name, member]) => `${encodeMemberName(name)}: ${encodeJson(member)}`,
    );
    return `{ ${members.join(", ")} }`;
  }
  return String(value);
}

/** The name of a property in an interface or a type. */
export function encodePropertyName(name: string): string {
  return isPlainName(name) ? name : encodeString(name);
}

/** Access to a property of an expression: `.name` or `["na-me"]`. */
export function encodeAccess(name: string): string {
  return isPlainName(name) ? `.${name}` : `[${encodeString(name)}]`;
}

/** The name of a property in an object literal, where `__proto__` would set the prototype. */
function encodeMemberName(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : encodePropertyName(name);
}

/** An expression for a regular expression that is known to be valid. */
export function encodeRegExp(source: string): string {
  try {
    // `source` is the pattern as a literal would write it, with slashes and line breaks escaped.
    return `/${escapeInvisible(new RegExp(source, "u").source, unicodeEscape)}/u`;
  } catch {
    return `/* @__PURE__ */ new RegExp(${encodeString(source)})`;
  }
}

/**
 * The text of a comment: it cannot end the comment, and it has no character that an editor does
 * not show. The lines of the result are separated by `\n`.
 */
export function encodeComment(text: string): string {
  return escapeInvisible(text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n"), codePointName)
    .replaceAll("*/", "*\\/")
    .replaceAll("/*", "/\\*");
}

/** Names that are written without quotes; ASCII only, so that what they look like is what they are. */
function isPlainName(name: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) && name !== "__proto__";
}

/** Controls, line separators and characters that change the direction or the look of a line. */
const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

function escapeInvisible(text: string, escape: (character: string) => string): string {
  return text.replace(invisible, escape);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function codePointName(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
