import type { Json } from "../core/json.js";
import { InputError } from "../core/failure.js";
import { jsonTextTree } from "../text/json-text-tree.js";
import type { Position } from "../core/diagnostic.js";
import { positionAt, textLines } from "../text/text-lines.js";
import type { TextNode } from "../text/text-tree.js";
import { decodeUtf8 } from "../text/decode.js";
import { isJsonText } from "../text/is-json-text.js";
import { parseJson } from "../text/parse-json.js";
import type { Issue } from "../runtime/issue.js";
import type { DataFile, FileIssue, ReadProblem } from "./report.js";
import type { Guard } from "./guard.js";

/**
 * Checks a text that is one JSON value.
 *
 * @param bytes The text in UTF-8, with or without a byte order mark.
 * @param file The file of the text.
 * @param guard Decides whether the value is valid.
 * @returns The issues of the value or of the text.
 */
export function checkDocument(
  bytes: Uint8Array,
  file: DataFile,
  guard: Guard,
): readonly FileIssue[] {
  const issues = checkLine(bytes, 1, file, guard);
  const [first] = issues;
  if (first?.keyword !== "json-syntax") return issues;
  const several = severalValues(new TextDecoder().decode(bytes), first);
  return several === undefined ? issues : [{ ...first, message: several }];
}

/** Returns a message if the text has another value on a further line. */
function severalValues(text: string, { line, column }: Position): string | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const before = lines.slice(0, line - 1);
  const isAtStart = lines[line - 1]?.slice(0, column - 1).trim() === "";
  if (!isAtStart || !isJsonText(before.join("\n"))) return undefined;
  const isJsonLines = before.filter((each) => each.trim() !== "").length === 1;
  return `another JSON value begins on line ${line}: ${
    isJsonLines
      ? "if each line is a value, rename the file to .jsonl, or use --jsonl"
      : "a file holds one value; put several into an array"
  }`;
}

/**
 * Checks a line of JSON Lines.
 *
 * @param bytes The line in UTF-8, without its line end, with or without a byte order mark.
 * @param line Its number. A carriage return inside the line counts as the end of a line for positions.
 * @param file The file of the line.
 * @param guard Decides whether its value is valid.
 * @returns The issues of the value or of the text.
 * @see {@link https://jsonlines.org | JSON Lines}
 */
export function checkLine(
  bytes: Uint8Array,
  line: number,
  file: DataFile,
  guard: Guard,
): readonly FileIssue[] {
  let text = "";
  let value: Json;
  try {
    text = decodeUtf8(bytes, file.name);
    value = parseJson({ uri: "data:", name: file.name, text, format: "json" }, line);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const locate = locatorOf(text, line);
    return error.diagnostics.map((diagnostic) => ({
      ...textIssue(diagnostic),
      pointer: diagnostic.place?.pointer ?? "",
      ...locate(diagnostic.offset?.offset ?? 0),
    }));
  }
  const issues = guard(value);
  return issues.length === 0 ? [] : located(issues, jsonTextTree(text), locatorOf(text, line));
}

/** Converts an offset in a text to the position in its file. */
type Locator = (offset: number) => Position;

function locatorOf(text: string, firstLine: number): Locator {
  const lines = textLines(text);
  return (offset) => {
    const { line, column } = positionAt(lines, offset);
    return { line: firstLine + line - 1, column };
  };
}

/** Returns an issue of a whole text, at its first character. */
export function textIssue({ code, message }: ReadProblem, line = 1): FileIssue {
  const unknown = { expected: "", received: "", schemaPath: "" };
  return { line, column: 1, pointer: "", path: [], keyword: code, message, ...unknown };
}

function located(
  issues: readonly Issue[],
  root: TextNode | undefined,
  locate: Locator,
): readonly FileIssue[] {
  return issues.map((issue) => ({
    ...issue,
    ...locate(offsetOf(issue.path, root)),
  }));
}

/** Returns where a value begins; for a missing value, where the value around it begins. */
function offsetOf(path: Issue["path"], root: TextNode | undefined): number {
  let node = root;
  for (const key of path) {
    const child = node?.child(String(key));
    if (child === undefined) break;
    node = child;
  }
  return node?.value.start ?? 0;
}
