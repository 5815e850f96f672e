import { canContinue } from "../core/identifier-characters.js";
import { compilePattern, patternError } from "../core/patterns/compile.js";
import { isJsonArray, isJsonObject, type Json } from "../core/json.js";

// Everything from a document that ends up in code passes through one of these functions. Each
// encodes for one kind of place, and its result cannot break out of that place.

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

/**
 * The name of a property in an object literal. `__proto__` without brackets would set the
 * prototype.
 */
export function encodeMemberName(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : encodePropertyName(name);
}

/**
 * A literal for a regular expression that is known to be valid, or a call of the constructor.
 *
 * @param nameOfClass Returns the name of `RegExp`; called only if a constructor call needs it.
 */
export function encodeRegExp(
  { source, flags }: { readonly source: string; readonly flags: string },
  nameOfClass: () => string,
): string {
  // TypeScript checks literals: it rejects some that are only valid without `u`, and for targets
  // before ES2018 also named groups and the flag `s`.
  const isNewer = /\(\?<[^=!]/.test(source) || flags.includes("s");
  if (isNewer || patternError(source) !== undefined) {
    const args = flags === "" ? [source] : [source, flags];
    return `/* @__PURE__ */ new ${nameOfClass()}(${args.map(encodeString).join(", ")})`;
  }
  // `source` is the pattern as a literal writes it, with slashes and line breaks escaped.
  return `/${escapeInvisible(compilePattern(source).source)}/${flags}`;
}

/**
 * The text of a comment: it cannot end the comment, and contains neither invisible characters nor
 * tags. The lines of the result are separated by `\n`.
 */
export function encodeComment(text: string): string {
  return withoutTags(nameInvisible(text)).replaceAll("*/", "*\\/");
}

/** A text with its invisible characters named; its lines are separated by `\n`. */
export function nameInvisible(text: string): string {
  if (isPlain(text)) return text;
  return (
    text
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
      // Variation selectors only choose between two renderings of the character before them.
      .replace(/[\ufe0e\ufe0f]/g, "")
      .replace(invisible, codePointName)
  );
}

/** TypeScript reads a tag wherever `@` follows a blank, even in code and without a name. */
function withoutTags(text: string): string {
  return text.includes("@") ? text.replace(/(^|\s)@/g, "$1\\@") : text;
}

/** Names that are written without quotes; ASCII only, to avoid look-alike characters. */
const plainName = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/**
 * Characters that an editor does not show, or that change how others are shown: controls except
 * tabs and line feeds, format and direction characters, line separators, lone surrogates, and all
 * others that Unicode says to ignore.
 */
const invisible = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Whether a text is visible ASCII. Most texts are, and Unicode properties are slow to test. */
function isPlain(text: string): boolean {
  return !/[^\t\n -~]/.test(text);
}

/** Whether a literal needs no escapes: visible ASCII without quotes and backslashes. */
function isUnescaped(text: string): boolean {
  return !/[^ !#-[\]-~]/.test(text);
}

/** Escapes each UTF-16 code unit of the invisible characters in a literal. */
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
 * Escapes the characters that newer versions of Unicode may count as letters: a formatter that
 * knows these would remove the quotes, and TypeScript would not accept the name.
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
