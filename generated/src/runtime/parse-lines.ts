import type { Issue, ValidationOptions } from "./issue.js";
import { readJson } from "./parse.js";
import type { ModelSchema } from "./schema.js";
import type { StandardIssue, StandardSchema } from "./standard-schema.js";

/** A line of a text in JSON Lines: its value, or what is wrong with it. Lines count from 1. */
export type ParsedLine<T, I extends StandardIssue = Issue> =
  | { readonly line: number; readonly value: T; readonly issues?: undefined }
  | { readonly line: number; readonly value?: undefined; readonly issues: readonly I[] };

/** A piece of a text; bytes are UTF-8. */
export type TextChunk = string | Uint8Array;

/** A text in pieces, such as a stream of a file or the body of a response. */
export type TextChunks = Iterable<TextChunk> | AsyncIterable<TextChunk>;

/**
 * Parses and validates JSON Lines one by one, and holds no more than one of them. It does not matter
 * where the pieces end. Lines without a value are passed over.
 *
 * https://jsonlines.org
 *
 * @param schema - What each line has to be. A Standard Schema of another library does as well; it
 *   receives the options as its library options, and may validate asynchronously.
 */
export function parseLines<T>(
  schema: ModelSchema<T>,
  chunks: TextChunks,
  options?: ValidationOptions,
): AsyncGenerator<ParsedLine<T>, void, void>;
export function parseLines<T>(
  schema: StandardSchema<unknown, T>,
  chunks: TextChunks,
  options?: ValidationOptions,
): AsyncGenerator<ParsedLine<T, StandardIssue>, void, void>;
export async function* parseLines<T>(
  schema: StandardSchema<unknown, T>,
  chunks: TextChunks,
  options?: ValidationOptions,
): AsyncGenerator<ParsedLine<T, StandardIssue>, void, void> {
  let line = 0;
  for await (const pieces of linesOf(chunks)) {
    line += 1;
    const text = decode(pieces);
    if (text === undefined) {
      yield { line, issues: [encodingIssue(line)] };
    } else if (!/^[ \t\r]*$/.test(text)) {
      const json = readJson(text, line, options);
      if (json.issue !== undefined) {
        yield { line, issues: [json.issue] };
      } else {
        const libraryOptions = options && { ...options };
        yield { line, ...(await schema["~standard"].validate(json.value, { libraryOptions })) };
      }
    }
  }
}

/** The lines of a text, each in pieces. */
async function* linesOf(chunks: TextChunks): AsyncGenerator<readonly TextChunk[], void, void> {
  let pieces: TextChunk[] = [];
  for await (const chunk of chunks) {
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

function findNewline(chunk: TextChunk, from: number): number {
  return typeof chunk === "string" ? chunk.indexOf("\n", from) : chunk.indexOf(0x0a, from);
}

/** What every platform has, of which the language itself knows nothing. */
declare const TextDecoder: new (
  encoding: "utf-8",
  options: { readonly fatal: boolean },
) => {
  readonly decode: (bytes?: Uint8Array, options?: { readonly stream: boolean }) => string;
};

/** The text of a line, without a byte order mark; undefined, if the bytes are not UTF-8. */
function decode(pieces: readonly TextChunk[]): string | undefined {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    const texts = pieces.map((piece) =>
      typeof piece === "string" ? piece : decoder.decode(piece, { stream: true }),
    );
    return (texts.join("") + decoder.decode()).replace(/^\ufeff/, "");
  } catch {
    return undefined;
  }
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
