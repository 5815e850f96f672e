import { canContinue } from "../core/identifier-characters.js";
import { compilePattern, patternError } from "../core/patterns/compile.js";
import { isJsonArray, isJsonObject, type Json } from "../core/json.js";

// Everything from a document that ends up in code passes through one of these. Each is made for
// the place that it writes to, and what it returns cannot leave that place.

/** A string literal. */
export function encodeString(text: string): string {
  return isUnescaped(text) ? `"${text}"` : escapeInvisible(JSON.stringify(text));
}

/** A number literal. */
function encodeNumber(value: number): string {
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
    return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  }
  return String(value);
}

/** The name of a property in an interface or a type. */
export function encodePropertyName(name: string): string {
  return plainName.test(name) ? name : escapeNewLetters(encodeString(name));
}

/** Access to a property of an expression: `.name` or `["na-me"]`. */
export function encodeAccess(name: string): string {
  return plainName.test(name) && name !== "__proto__" ? `.${name}` : `[${encodeString(name)}]`;
}

/** The name of a property in an object literal, where `__proto__` would set the prototype. */
export function encodeMemberName(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : encodePropertyName(name);
}

/**
 * A literal for a regular expression that is known to be valid, or a call that makes it.
 *
 * @param nameOfClass Is asked for the name of `RegExp` where a call needs it.
 */
export function encodeRegExp(
  { source, flags }: { readonly source: string; readonly flags: string },
  nameOfClass: () => string,
): string {
  // TypeScript checks literals: it rejects some that are valid without `u` alone, and for a target
  // before ES2018, named groups and the flag `s`.
  const isNewer = /\(\?<[^=!]/.test(source) || flags.includes("s");
  if (isNewer || patternError(source) !== undefined) {
    const args = flags === "" ? [source] : [source, flags];
    return `/* @__PURE__ */ new ${nameOfClass()}(${args.map(encodeString).join(", ")})`;
  }
  // `source` is the pattern as a literal would write it, with slashes and line breaks escaped.
  return `/${escapeInvisible(compilePattern(source).source)}/${flags}`;
}

/**
 * The text of a comment: it cannot end the comment, it has no character that an editor does not
 * show, and no tag. The lines of the result are separated by `\n`.
 */
export function encodeComment(text: string): string {
  return withoutTags(nameInvisible(text)).replaceAll("*/", "*\\/");
}

/** A text in which every character is one that an editor shows; its lines are separated by `\n`. */
export function nameInvisible(text: string): string {
  if (isPlain(text)) return text;
  return (
    text
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
      // Variation selectors only choose between two looks of the character before.
      .replace(/[\ufe0e\ufe0f]/g, "")
      .replace(invisible, codePointName)
  );
}

/** TypeScript reads a tag wherever `@` follows a blank: in code too, and even without a name. */
function withoutTags(text: string): string {
  return text.includes("@") ? text.replace(/(^|\s)@/g, "$1\\@") : text;
}

/** Names that are written without quotes; ASCII only, so that what they look like is what they are. */
const plainName = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/**
 * Characters that an editor does not show, or that change how those around them look: controls but
 * for tabs and line feeds, formats and marks of direction, line separators, surrogates without the
 * other half, and whatever else Unicode says to ignore.
 */
const invisible = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Whether a text is ASCII that an editor shows: most are, and to ask Unicode takes long. */
function isPlain(text: string): boolean {
  return !/[^\t\n -~]/.test(text);
}

/** Whether a literal has a text as it is: ASCII that an editor shows, without quotes and backslashes. */
function isUnescaped(text: string): boolean {
  return !/[^ !#-[\]-~]/.test(text);
}

/** The same text in a literal: each UTF-16 code unit of what is invisible becomes an escape. */
function escapeInvisible(literal: string): string {
  if (isPlain(literal)) return literal;
  return literal.replace(invisible, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
  ).join("");
}

/**
 * A literal with an escape for whatever newer versions of Unicode may take for a letter: formatters that
 * know these take the quotes away, and TypeScript does not know the name then.
 */
function escapeNewLetters(literal: string): string {
  if (isPlain(literal)) return literal;
  return literal.replace(/[\p{L}\p{M}\p{N}\p{Pc}\p{Cn}]/gu, (character) =>
    canContinue(character.codePointAt(0) ?? 0) ? character : escapeCharacter(character),
  );
}

/** `U+200B` */
function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
