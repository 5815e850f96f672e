import type { Issue } from "./issue.js";
import { readJson, type JsonOptions } from "./parse.js";
import { decodePieces, splitChunks, type TextChunks } from "./text-chunks.js";
import { positionIn } from "./text-position.js";

/** A line of JSON Lines before its value is checked: the value, or the issues with its text. */
export type JsonLine =
  | { readonly line: number; readonly value: unknown; readonly issues?: undefined }
  | { readonly line: number; readonly value?: undefined; readonly issues: readonly Issue[] };

/**
 * Parses JSON Lines one by one, with only one line in memory. Lines without a value are skipped, and so is
 * a byte order mark before a line.
 *
 * @param onGrowth - Is called with the size of a line so far. It may throw.
 */
export async function* readLines(
  chunks: TextChunks,
  options?: JsonOptions,
  onGrowth?: (size: number) => void,
): AsyncGenerator<JsonLine, void, void> {
  let line = 1;
  for await (const { pieces } of splitChunks(chunks, [0x0a], onGrowth)) {
    const { text, isUtf8 } = decodePieces(pieces);
    if (!isUtf8) {
      yield { line, issues: [encodingIssue(line)] };
    } else if (/[^ \t\r\ufeff]/.test(text)) {
      const { issue, value } = readJson(text, line, options);
      yield issue === undefined ? { line, value } : { line, issues: [issue] };
    }
    line += 1 + countReturns(text);
  }
}

/** How many carriage returns a line has, other than that of its line end. */
function countReturns(line: string): number {
  const end = line.endsWith("\r") ? line.length - 1 : line.length;
  const first = line.indexOf("\r");
  return first < 0 || first === end ? 0 : positionIn(line, end, 0).line;
}

function encodingIssue(line: number): Issue {
  const [expected, received] = ["text in UTF-8", "other bytes"];
  return {
    path: [],
    pointer: "",
    keyword: "json",
    message: `line ${line}: expected ${expected}, received ${received}`,
    expected,
    received,
    schemaPath: "",
    line,
  };
}
