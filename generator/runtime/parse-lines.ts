import type { Issue, ValidationOptions } from "./issue.js";
import { parseAndValidate, type Validate } from "./parse.js";

/**
 * A line of a text in JSON Lines: its value, or what is wrong with it. Lines count from 1.
 *
 * @example
 * if (parsed.issues) console.error(parsed.line, parsed.issues);
 */
export type ParsedLine<T> =
  | { readonly line: number; readonly value: T; readonly issues?: undefined }
  | { readonly line: number; readonly value?: undefined; readonly issues: readonly Issue[] };

/**
 * A piece of a text; bytes are UTF-8.
 *
 * @example
 * const chunk: TextChunk = '{"id":1}\n';
 */
export type TextChunk = string | Uint8Array;

/**
 * A text in pieces, such as a stream of a file or the body of a response.
 *
 * @example
 * const chunks: TextChunks = createReadStream("values.jsonl");
 */
export type TextChunks = Iterable<TextChunk> | AsyncIterable<TextChunk>;

/**
 * Parses and validates JSON Lines one by one, and holds no more than one of them. It does not matter
 * where the pieces end. Lines without a value are passed over.
 *
 * https://jsonlines.org
 */
export async function* readLines<T>(
  chunks: TextChunks,
  validate: Validate<T>,
  options?: ValidationOptions,
): AsyncGenerator<ParsedLine<T>, void, void> {
  let line = 0;
  for await (const pieces of linesOf(chunks)) {
    line += 1;
    const text = decode(pieces);
    if (text === undefined) {
      yield { line, issues: [encodingIssue(line)] };
    } else if (!/^[ \t\r]*$/.test(text)) {
      const { result } = parseAndValidate(text, line, validate, options);
      yield { line, ...result };
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
