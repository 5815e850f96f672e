import type { Issue } from "./issue.js";
import { isBytes, kindOf, readJson, type JsonOptions } from "./parse.js";
import type { ModelSchema } from "./schema.js";
import type { StandardIssue, StandardSchema } from "./standard-schema.js";
import { positionIn } from "./text-position.js";

/**
 * A line of JSON Lines: its value, or its issues. Lines are counted from 1, as editors do: a CR
 * alone also counts, although it is white space inside a value.
 */
export type ParsedLine<T, I extends StandardIssue = Issue> =
  | { readonly line: number; readonly value: T; readonly issues?: undefined }
  | { readonly line: number; readonly value?: undefined; readonly issues: readonly I[] };

/** A chunk of a text; bytes are UTF-8. */
export type TextChunk = string | Uint8Array;

/** A text in chunks, such as a stream of a file or the body of a response. */
export type TextChunks = Iterable<TextChunk> | AsyncIterable<TextChunk>;

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
  let line = 1;
  for await (const pieces of linesOf(text)) {
    const { json, isUtf8 } = decode(pieces);
    if (!isUtf8) {
      yield { line, issues: [encodingIssue(line)] };
    } else if (/[^ \t\r\ufeff]/.test(json)) {
      const { issue, value } = readJson(json, line, options);
      if (issue !== undefined) {
        yield { line, issues: [issue] };
      } else {
        const libraryOptions = options && { ...options };
        yield { line, ...(await schema["~standard"].validate(value, { libraryOptions })) };
      }
    }
    line += 1 + countReturns(json);
  }
}

/** How many carriage returns a line has, other than that of its line end. */
function countReturns(line: string): number {
  const end = line.endsWith("\r") ? line.length - 1 : line.length;
  const first = line.indexOf("\r");
  return first < 0 || first === end ? 0 : positionIn(line, end, 0).line;
}

/** The lines of a text, each in chunks. */
async function* linesOf(
  text: TextChunk | TextChunks,
): AsyncGenerator<readonly TextChunk[], void, void> {
  let pieces: TextChunk[] = [];
  for await (const chunk of chunksOf(text)) {
    if (!isChunk(chunk)) {
      throw noText("strings and Uint8Arrays as pieces", chunk);
    }
    let start = 0;
    for (let end = findNewline(chunk, 0); end >= 0; end = findNewline(chunk, start)) {
      pieces.push(chunk.slice(start, end));
      yield pieces;
      pieces = [];
      start = end + 1;
    }
    pieces.push(chunk.slice(start));
  }
  yield pieces;
}

/** The chunks of a text. A string is one chunk, although it is iterable. */
function chunksOf(text: TextChunk | TextChunks): TextChunks {
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

function findNewline(chunk: TextChunk, from: number): number {
  return typeof chunk === "string" ? chunk.indexOf("\n", from) : chunk.indexOf(0x0a, from);
}

/** A global of every platform that is not part of the language. */
declare const TextDecoder: new (
  encoding: "utf-8",
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => {
  readonly decode: (bytes?: Uint8Array, options?: { readonly stream: boolean }) => string;
};

/** The text of a line, and whether its bytes are UTF-8. */
function decode(pieces: readonly TextChunk[]): { readonly json: string; readonly isUtf8: boolean } {
  try {
    return { json: join(pieces, true), isUtf8: true };
  } catch {
    return { json: join(pieces, false), isUtf8: false };
  }
}

/** @throws TypeError if the bytes are not UTF-8 and `fatal` is set. */
function join(pieces: readonly TextChunk[], fatal: boolean): string {
  // The byte order mark is kept, as in a string.
  const decoder = new TextDecoder("utf-8", { fatal, ignoreBOM: true });
  const texts = pieces.map((piece) =>
    typeof piece === "string" ? piece : decoder.decode(piece, { stream: true }),
  );
  return texts.join("") + decoder.decode();
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
