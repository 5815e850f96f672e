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
import type { DataFile, Finding, ReadProblem } from "./finding.js";
import type { Guard } from "./guard.js";

/**
 * Checks a text that is one JSON value.
 *
 * @param bytes The text in UTF-8, with or without a byte order mark.
 * @param file The file that it is the whole of.
 * @param guard Decides whether the value is valid.
 * @returns What is wrong with the value, or with the text.
 */
export function checkDocument(bytes: Uint8Array, file: DataFile, guard: Guard): readonly Finding[] {
  const findings = checkLine(bytes, 1, file, guard);
  const [first] = findings;
  if (first?.keyword !== "json-syntax") return findings;
  const several = severalValues(new TextDecoder().decode(bytes), first);
  return several === undefined ? findings : [{ ...first, message: several }];
}

/** What to say of a text that goes on with another value, on a line of its own. */
function severalValues(text: string, { line, column }: Position): string | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const before = lines.slice(0, line - 1);
  const isAtStart = lines[line - 1]?.slice(0, column - 1).trim() === "";
  if (!isAtStart || !isJsonText(before.join("\n"))) return undefined;
  const isJsonLines = before.filter((each) => each.trim() !== "").length === 1;
  return `line ${line} begins another JSON value: ${
    isJsonLines
      ? "if each line is one, name the file .jsonl, or use --jsonl"
      : "a file holds one; several can be an array"
  }`;
}

/**
 * Checks a line of JSON Lines.
 *
 * @param bytes The line in UTF-8, without its line end, with or without a byte order mark.
 * @param line Its number. White space in it may be a carriage return, after which the next one begins.
 * @param file The file that it is a part of.
 * @param guard Decides whether its value is valid.
 * @returns What is wrong with the value, or with the text.
 * @see {@link https://jsonlines.org | JSON Lines}
 */
export function checkLine(
  bytes: Uint8Array,
  line: number,
  file: DataFile,
  guard: Guard,
): readonly Finding[] {
  let text = "";
  let value: Json;
  try {
    text = decodeUtf8(bytes, file.name);
    value = parseJson({ uri: "data:", name: file.name, text, format: "json" }, line);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const locate = locatorOf(text, line);
    return error.diagnostics.map((diagnostic) => ({
      ...textFinding(diagnostic),
      pointer: diagnostic.place?.pointer ?? "",
      ...locate(diagnostic.offset?.offset ?? 0),
    }));
  }
  const issues = guard(value);
  return issues.length === 0 ? [] : located(issues, jsonTextTree(text), locatorOf(text, line));
}

/** How offsets of a text become positions in its file. */
type Locator = (offset: number) => Position;

function locatorOf(text: string, firstLine: number): Locator {
  const lines = textLines(text);
  return (offset) => {
    const { line, column } = positionAt(lines, offset);
    return { line: firstLine + line - 1, column };
  };
}

/** What is wrong with a text as a whole, from its first character on. */
export function textFinding({ code, message }: ReadProblem, line = 1): Finding {
  const unknown = { expected: "", received: "", schemaPath: "" };
  return { line, column: 1, pointer: "", path: [], keyword: code, message, ...unknown };
}

function located(
  issues: readonly Issue[],
  root: TextNode | undefined,
  locate: Locator,
): readonly Finding[] {
  return issues.map((issue) => ({
    ...issue,
    ...locate(offsetOf(issue.path, root)),
  }));
}

/** Where a value begins; for one that is missing, where what is around it begins. */
function offsetOf(path: Issue["path"], root: TextNode | undefined): number {
  let node = root;
  for (const key of path) {
    const child = node?.child(String(key));
    if (child === undefined) break;
    node = child;
  }
  return node?.value.start ?? 0;
}
