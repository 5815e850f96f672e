import type { Json } from "../../core/json.js";
import { isJsonText } from "../../text/is-json-text.js";
import { parse, printParseErrorCode, type ParseError } from "jsonc-parser";

/** The result of reading a JSON text. */
export type ExampleText =
  | {
      readonly kind: "value";
      readonly value: Json;
      /** The JSON error that was tolerated; undefined if the text is valid JSON. */
      readonly slip?: string;
    }
  | {
      readonly kind: "unusable";
      /** Why it is not JSON: one sentence, without a full stop. */
      readonly reason: string;
    };

/**
 * Reads an example that is given as JSON text. Trailing commas are tolerated.
 *
 * @param text The text, as a document has it.
 * @returns Its value, or why it is not JSON.
 */
export function readExampleText(text: string): ExampleText {
  try {
    // JSON.parse returns a JSON value.
    return { kind: "value", value: JSON.parse(text) as Json };
  } catch {
    return readSloppyText(text);
  }
}

function readSloppyText(text: string): ExampleText {
  const errors: ParseError[] = [];
  const options = { allowTrailingComma: true, disallowComments: true };
  // Without errors, the parser returns a JSON value.
  const value = parse(text, errors, options) as Json;
  const [first] = errors;
  if (first === undefined) {
    return {
      kind: "value",
      value,
      slip: "the JSON text has a comma after its last item or member",
    };
  }
  return { kind: "unusable", reason: reasonOf(text, first) };
}

function reasonOf(text: string, { error, offset }: ParseError): string {
  if (/^\s*$/.test(text)) return "the text is empty";
  if (/^\s*(?:event|data):/.test(text)) return "the text is a stream of server-sent events";
  if (/^\s*(?:curl|http)\b/i.test(text)) return "the text is a command or an HTTP message";
  if (/^\s*</.test(text)) return "the text is XML or HTML";
  const line = text.slice(0, offset).split("\n").length;
  if (/(?:\.{3}|…)/.test(lineAt(text, line))) {
    return `the text is a template: it has a placeholder in line ${line}`;
  }
  if (areLines(text)) return "the text has several JSON values, one after the other";
  if (!/^\s*[[{]/.test(text)) return "the text is not JSON";
  return `the text is not JSON: ${wordsOf(printParseErrorCode(error))} in line ${line}`;
}

function lineAt(text: string, line: number): string {
  return text.split("\n")[line - 1] ?? "";
}

/** `PropertyNameExpected` → `property name expected`. */
function wordsOf(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

function areLines(text: string): boolean {
  const values = text.split(/\n(?=\{)/).filter((part) => part.trim() !== "");
  return values.length > 1 && values.every(isJsonText);
}
