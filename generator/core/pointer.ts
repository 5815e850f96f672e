import { isJsonArray, isJsonObject, type Json } from "./json.js";

/**
 * Escapes a member name for use in a JSON pointer: `~` becomes `~0` and `/` becomes `~1`.
 *
 * @param token A member name or an array index.
 * @returns The reference token.
 * @see {@link https://www.rfc-editor.org/rfc/rfc6901#section-3 | RFC 6901, section 3}
 */
export function escapePointerToken(token: string): string {
  return token.includes("~") || token.includes("/")
    ? token.replaceAll("~", "~0").replaceAll("/", "~1")
    : token;
}

/**
 * Appends tokens to a JSON pointer.
 *
 * @param pointer A JSON pointer.
 * @param tokens Member names and array indexes, not escaped.
 * @returns The longer pointer.
 */
export function joinPointer(pointer: string, ...tokens: readonly (string | number)[]): string {
  let joined = pointer;
  for (const token of tokens) joined += `/${escapePointerToken(String(token))}`;
  return joined;
}

/**
 * Returns whether a text is a JSON pointer.
 *
 * @param text Any text.
 * @see {@link https://www.rfc-editor.org/rfc/rfc6901#section-3 | RFC 6901, section 3}
 */
export function isPointer(text: string): boolean {
  return (text === "" || text.startsWith("/")) && !(text.includes("~") && /~(?![01])/.test(text));
}

/**
 * Splits a JSON pointer into its reference tokens.
 *
 * @param pointer A JSON pointer.
 * @returns The member names and array indexes, unescaped; an empty list for the empty pointer.
 * @throws {SyntaxError} If the text is not a JSON pointer: see {@link isPointer}.
 * @see {@link https://www.rfc-editor.org/rfc/rfc6901#section-4 | RFC 6901, section 4}
 */
export function parsePointer(pointer: string): string[] {
  if (!isPointer(pointer)) throw new SyntaxError(`Not a JSON pointer: ${JSON.stringify(pointer)}`);
  // "~1" is replaced before "~0", so that "~01" becomes "~1" and not "/".
  const unescape = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~");
  const tokens = pointer.split("/").slice(1);
  return pointer.includes("~") ? tokens.map(unescape) : tokens;
}

/**
 * Reads a reference token as an array index: no sign, no leading zero, and not `-`.
 *
 * @param token A reference token.
 * @returns The index from 0, or undefined if the token is not an index.
 * @see {@link https://www.rfc-editor.org/rfc/rfc6901#section-4 | RFC 6901, section 4}
 */
export function arrayIndex(token: string): number | undefined {
  return /^(?:0|[1-9][0-9]*)$/.test(token) ? Number(token) : undefined;
}

/**
 * Returns the value at a JSON pointer. Only own members count: `/toString` finds nothing.
 *
 * @param value The value to start from.
 * @param pointer A JSON pointer.
 * @returns The value, or undefined if there is none, or the pointer is malformed.
 * @see {@link https://www.rfc-editor.org/rfc/rfc6901#section-4 | RFC 6901, section 4}
 */
export function resolvePointer(value: Json, pointer: string): Json | undefined {
  if (!isPointer(pointer)) return undefined;
  let found: Json | undefined = value;
  for (const token of parsePointer(pointer)) {
    if (found === undefined) return undefined;
    found = childOf(found, token);
  }
  return found;
}

/**
 * Returns a member of an object by name, or an item of an array by index.
 *
 * @param value The object or the array.
 * @param token A reference token, unescaped.
 * @returns The value, or undefined if there is none.
 */
export function childOf(value: Json, token: string): Json | undefined {
  if (isJsonObject(value)) return Object.hasOwn(value, token) ? value[token] : undefined;
  const index = arrayIndex(token);
  return isJsonArray(value) && index !== undefined ? value[index] : undefined;
}
