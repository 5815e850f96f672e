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
 * Goes down from a JSON pointer.
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
 * Whether a text is a JSON pointer.
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
 * @returns The member names and array indexes on the way, unescaped; none for the empty pointer.
 * @throws SyntaxError when the text is not a JSON pointer; {@link isPointer} tells beforehand.
 * @see {@link https://www.rfc-editor.org/rfc/rfc6901#section-4 | RFC 6901, section 4}
 */
export function parsePointer(pointer: string): string[] {
  if (!isPointer(pointer)) throw new SyntaxError(`Not a JSON pointer: ${JSON.stringify(pointer)}`);
  // "~1" before "~0", so that "~01" becomes "~1" and not "/".
  const unescape = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~");
  const tokens = pointer.split("/").slice(1);
  return pointer.includes("~") ? tokens.map(unescape) : tokens;
}

/**
 * Reads a reference token as an array index: no sign, no leading zero, and not `-`.
 *
 * @param token A reference token.
 * @returns The index from 0, or `undefined` when the token is none.
 * @see {@link https://www.rfc-editor.org/rfc/rfc6901#section-4 | RFC 6901, section 4}
 */
export function arrayIndex(token: string): number | undefined {
  return /^(?:0|[1-9][0-9]*)$/.test(token) ? Number(token) : undefined;
}

/**
 * Finds the value that a JSON pointer names. Only own members count: `/toString` names nothing.
 *
 * @param value The value to start from.
 * @param pointer A JSON pointer.
 * @returns The value, or `undefined` when the pointer leads nowhere or is malformed.
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
 * Finds a member of an object by name, or an element of an array by index.
 *
 * @param value The value to look in.
 * @param token A reference token, unescaped.
 * @returns The value, or `undefined` when there is none.
 */
export function childOf(value: Json, token: string): Json | undefined {
  if (isJsonObject(value)) return Object.hasOwn(value, token) ? value[token] : undefined;
  const index = arrayIndex(token);
  return isJsonArray(value) && index !== undefined ? value[index] : undefined;
}
