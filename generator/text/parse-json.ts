import type { SourceText } from "../core/source-text.js";
import type { Json } from "../core/json.js";
import { printParseErrorCode, visit, type JSONVisitor } from "jsonc-parser";
import { inputError, type Problem } from "../core/failure.js";
import { duplicateKey, jsonSyntax, nestedTooDeeply, numberTooLarge } from "./findings.js";
import { maxErrorsPerFile, maxNesting } from "./limits.js";
import { joinPointer } from "../core/pointer.js";

/**
 * Parses a JSON text. Stricter than `JSON.parse` in what RFC 8259 leaves open: a name that an object
 * has twice and a number that overflows are errors.
 *
 * @param source The text.
 * @returns The value.
 * @throws InputError when the text is not JSON.
 * @see {@link https://www.rfc-editor.org/rfc/rfc8259 | RFC 8259, JSON}
 */
export function parseJson(source: SourceText): Json {
  const problems = inspectJson(source);
  if (problems.length > 0) {
    throw inputError(problems.slice(0, maxErrorsPerFile), source);
  }
  try {
    // JSON.parse returns nothing but JSON values.
    return JSON.parse(source.text) as Json;
  } catch (error) {
    // The two parsers disagree: say what JSON.parse says, without a position.
    const message = error instanceof Error ? error.message : String(error);
    const place = { uri: source.uri, pointer: "" };
    throw inputError([{ ...jsonSyntax(message), place }], source);
  }
}

/** Walks the text before `JSON.parse` does, because it knows positions and sees every member. */
function inspectJson(source: SourceText): readonly Problem[] {
  const { uri, text } = source;
  const problems: Problem[] = [];
  /** The names seen in each open object; an array has none. */
  const open: Set<string>[] = [];

  const at = (offset: number): Pick<Problem, "offset"> => ({
    offset: { uri, offset },
  });
  const enter = (offset: number): void => {
    open.push(new Set());
    if (open.length <= maxNesting) return;
    // Thrown from here, as going on would exhaust the stack.
    throw inputError([{ ...nestedTooDeeply, ...at(offset) }], source);
  };
  const leave = (): void => {
    open.pop();
  };
  const visitor: JSONVisitor = {
    onObjectBegin: enter,
    onArrayBegin: enter,
    onObjectEnd: leave,
    onArrayEnd: leave,
    onObjectProperty: (name, offset, _length, _line, _column, path) => {
      const names = open.at(-1);
      if (names?.has(name) === true) {
        const place = { uri, pointer: joinPointer("", ...path(), name) };
        problems.push({ ...duplicateKey(name), place, ...at(offset) });
      }
      names?.add(name);
    },
    onLiteralValue: (value: unknown, offset, length) => {
      if (typeof value !== "number" || Number.isFinite(value)) return;
      const number = text.slice(offset, offset + length);
      problems.push({ ...numberTooLarge(number), ...at(offset) });
    },
    onError: (error, offset) => {
      // Only the first one: what a parser finds after it is guesswork.
      const message = syntaxMessages[printParseErrorCode(error)];
      const problem = { ...jsonSyntax(message), ...at(offset) };
      throw inputError([problem], source);
    },
  };
  visit(text, visitor, { disallowComments: true, allowTrailingComma: false });
  return problems;
}

type ErrorName = ReturnType<typeof printParseErrorCode>;

const syntaxMessages: Readonly<Record<ErrorName, string>> = {
  InvalidSymbol: "this is not JSON, where keys and strings stand in double quotes",
  InvalidNumberFormat: "this is not a JSON number",
  PropertyNameExpected: "a key in double quotes must stand here",
  ValueExpected: "a value must stand here",
  ColonExpected: "a colon must stand here",
  CommaExpected: "a comma must stand here",
  CloseBraceExpected: "the object must end here with }",
  CloseBracketExpected: "the array must end here with ]",
  EndOfFileExpected: "the file must end here",
  InvalidCommentToken: "JSON has no comments",
  UnexpectedEndOfComment: "JSON has no comments",
  UnexpectedEndOfString: "the string must end on this line with a double quote",
  UnexpectedEndOfNumber: "the number lacks digits",
  InvalidUnicode: "four hexadecimal digits must follow \\u",
  InvalidEscapeCharacter: "this is not an escape that JSON has",
  InvalidCharacter: "a control character must be written as an escape",
  "<unknown ParseErrorCode>": "this is not JSON",
};
