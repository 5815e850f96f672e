import { canContinue, canStart } from "../core/identifier-characters.js";
import type { ModelExports } from "./model.js";

/**
 * Turns any text into an identifier: a legal one is kept, anything else becomes PascalCase.
 *
 * @returns The empty string, if nothing in the text can be part of an identifier.
 */
export function toIdentifier(text: string): string {
  const normalized = text.normalize("NFC");
  return isIdentifier(normalized) ? normalized : pascalCase(normalized);
}

/** Whether a text is an identifier of ECMAScript, reserved or not. */
export function isIdentifier(text: string): boolean {
  if (/^[A-Za-z_$][\w$]*$/.test(text)) return true;
  const [first, ...others] = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return first !== undefined && canStart(first) && others.every(canContinue);
}

/** `input_tokens details` → `InputTokensDetails`. */
export function pascalCase(text: string): string {
  const joined = partsOf(text).map(upperFirst).join("");
  return joined === "" || canStart(joined.codePointAt(0) ?? 0) ? joined : `_${joined}`;
}

/** Splits a text at underscores, `$`, and characters that identifiers cannot have. */
function partsOf(text: string): readonly string[] {
  // Most names are ASCII, where a regular expression is far faster than a test of each character.
  if (/^\p{ASCII}*$/u.test(text)) return text.split(/[^A-Za-z0-9]+/);
  return Array.from(text.normalize("NFC"), (character) =>
    /[^_$]/u.test(character) && canContinue(character.codePointAt(0) ?? 0) ? character : " ",
  )
    .join("")
    .split(" ");
}

/**
 * Joins names, each without the words that the previous one ends with: `SignRequest` and
 * `RequestStatus` become `SignRequestStatus`.
 */
export function joinNames(first: string, ...others: readonly string[]): string {
  return others.reduce((joined, name) => joined + withoutOverlap(joined, name), first);
}

function withoutOverlap(before: string, name: string): string {
  const words = wordsOf(name);
  const last = wordsOf(before).slice(-words.length);
  const start = last.findIndex((_, index) =>
    last.slice(index).every((word, offset) => word === words[offset]),
  );
  return words.slice(start < 0 ? 0 : last.length - start).join("");
}

/** `URLKindOf2` → `URL`, `Kind`, `Of2`. */
export function wordsOf(name: string): readonly string[] {
  return name.match(/\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[^\p{Lu}]+|\p{Lu}+/gu) ?? [];
}

/**
 * `BatchRequestCounts` → `batch-request-counts`: a file name that is the same on every disk, in
 * ASCII and in lower case.
 */
export function moduleName(name: string): string {
  const words = name
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1-$2")
    .replace(/([\p{Ll}\p{Nd}])(\p{Lu})/gu, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, (character) =>
      /[-_$]/.test(character) ? "-" : `u${(character.codePointAt(0) ?? 0).toString(16)}`,
    )
    .replace(/-+/g, "-")
    .slice(0, longestModule)
    .replace(/^-|-$/g, "");
  return words === "" || reservedModules.has(words) ? `${words}-model`.replace(/^-/, "") : words;
}

/** Most file systems allow 255 bytes; an extension and perhaps a number are appended. */
const longestModule = 100;

/** The names of the exports of a model, from its name. */
export function exportsOf(name: string): ModelExports {
  const upper = upperFirst(name);
  return {
    is: `is${upper}`,
    schema: `${name}Schema`,
    values: `${lowerFirst(name)}Values`,
    jsonSchema: `${name}JsonSchema`,
    arbitrary: `${lowerFirst(name)}Arbitrary`,
    fixtures: `${lowerFirst(name)}Fixtures`,
  };
}

/**
 * Words that cannot name a type in a module, or cannot be imported as one, and `globalThis`, which
 * is used to reach hidden globals.
 */
export const reservedWords: ReadonlySet<string> = new Set(
  [
    "any as await bigint boolean break case catch class const continue debugger default delete do else",
    "enum export extends false finally for function globalThis if implements import in infer",
    "instanceof interface intrinsic keyof let never new null number object package private protected",
    "public readonly return static string super switch symbol this throw true try typeof undefined",
    "unique unknown var void while with yield",
  ].flatMap((words) => words.split(" ")),
);

/** Names that Windows forbids for files, and the one that module resolution looks for. */
const reservedModules: ReadonlySet<string> = new Set([
  "aux",
  "con",
  "index",
  "nul",
  "prn",
  ...Array.from({ length: 10 }, (_, index) => [`com${index}`, `lpt${index}`]).flat(),
]);

function upperFirst(text: string): string {
  const length = (text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
  return text.slice(0, length).toUpperCase() + text.slice(length);
}

/** `BatchStatus` → `batchStatus`, `URLKind` → `urlKind`. */
export function lowerFirst(text: string): string {
  return text.replace(/^(\p{Lu}+(?=\p{Lu}\p{Ll}|$)|\p{Lu})/u, (start) => start.toLowerCase());
}
