import type { Issue } from "./issue.js";
import { readLines } from "./json-lines.js";
import { isBytes, kindOf, type JsonOptions } from "./parse.js";
import type { ModelSchema } from "./schema.js";
import type { StandardIssue, StandardSchema } from "./standard-schema.js";
import type { TextChunk, TextChunks } from "./text-chunks.js";

/**
 * A line of JSON Lines: its value, or its issues. Lines are counted from 1, as editors do: a CR
 * alone also counts, although it is white space inside a value.
 */
export type ParsedLine<T, I extends StandardIssue = Issue> =
  | { readonly line: number; readonly value: T; readonly issues?: undefined }
  | { readonly line: number; readonly value?: undefined; readonly issues: readonly I[] };

/**
 * Parses and validates JSON Lines one by one, with only one line in memory. The chunks may end
 * anywhere. Lines without a value are skipped, and so is a byte order mark before a line.
 *
 * https://jsonlines.org
 *
 * @param schema - The schema of each line. It may be a Standard Schema of another library, which
 *   receives the options as its library options, and may validate asynchronously.
 * @param text - The text, in chunks or as a whole.
 * @throws TypeError if `text` is neither text nor an iterable of chunks.
 */
export function parseLines<T>(
  schema: ModelSchema<T>,
  text: TextChunk | TextChunks,
  options?: JsonOptions,
): AsyncGenerator<ParsedLine<T>, void, void>;
export function parseLines<T>(
  schema: StandardSchema<unknown, T>,
  text: TextChunk | TextChunks,
  options?: JsonOptions,
): AsyncGenerator<ParsedLine<T, StandardIssue>, void, void>;
export async function* parseLines<T>(
  schema: StandardSchema<unknown, T>,
  text: TextChunk | TextChunks,
  options?: JsonOptions,
): AsyncGenerator<ParsedLine<T, StandardIssue>, void, void> {
  for await (const { line, value, issues } of readLines(chunksOf(text), options)) {
    if (issues !== undefined) {
      yield { line, issues };
    } else {
      const libraryOptions = options && { ...options };
      yield { line, ...(await schema["~standard"].validate(value, { libraryOptions })) };
    }
  }
}

/** The chunks of a text. A string is one chunk, although it is iterable. */
async function* chunksOf(text: TextChunk | TextChunks): AsyncGenerator<TextChunk, void, void> {
  for await (const chunk of iterableOf(text)) {
    if (!isChunk(chunk)) throw noText("strings and Uint8Arrays as pieces", chunk);
    yield chunk;
  }
}

function iterableOf(text: TextChunk | TextChunks): TextChunks {
  if (isChunk(text)) return [text];
  // Other arrays of numbers are iterable too.
  if (isBytes(kindOf(text))) throw noText("text, or an iterable of its pieces", text);
  // Callers without types may pass anything.
  const given = text as Partial<Iterable<TextChunk> & AsyncIterable<TextChunk>> | null | undefined;
  if (given?.[Symbol.asyncIterator] || given?.[Symbol.iterator]) return text;
  throw noText("text, or an iterable of its pieces", text);
}

/** The error about a value that is not text, with what to do. */
function noText(expected: string, value: unknown): TypeError {
  const kind = kindOf(value);
  return new TypeError(`parseLines takes ${expected}, received ${kind}; ${helpForKind(kind)}`);
}

function helpForKind(kind: string): string {
  if (isBytes(kind)) return "pass the bytes as a Uint8Array";
  switch (kind) {
    case "Promise":
      return "await it";
    case "Response":
    case "Request":
      return "pass its body";
    case "Blob":
    case "File":
      return "pass its stream()";
    default:
      return "if the values are already parsed, use parse(value) of the schema";
  }
}

function isChunk(value: unknown): value is TextChunk {
  // A Uint8Array of another realm is not an instance of the one here.
  return typeof value === "string" || kindOf(value) === "Uint8Array";
}
