import { joinBytes } from "../core/bytes.js";

/** A line of a file. */
export interface Line {
  /** From 1, as editors count lines: blank lines count, and so do lines that end with CR alone. */
  readonly number: number;
  /** The line without its line end; undefined if it is longer than the limit. */
  readonly bytes: Uint8Array | undefined;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Splits a file into lines while it is read. Only one line is held in memory. A carriage return alone is
 * white space inside a line of JSON Lines: it only increases the line number.
 *
 * @param chunks The bytes of the file, in pieces of any size.
 * @param limit The most bytes of a line.
 * @returns Every line, including a last one without a line end.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Line, void> {
  let number = 1;
  let pieces: Uint8Array[] = [];
  let length = 0;
  /** How many carriage returns the line has, and whether it ends with one. */
  let returns = 0;
  let endsWithReturn = false;

  const add = (piece: Uint8Array): void => {
    length += piece.length;
    returns += countReturns(piece);
    endsWithReturn = piece.length === 0 ? endsWithReturn : piece.at(-1) === carriageReturn;
    // A line that is too long is counted, but not kept.
    if (length > limit) pieces = [];
    else pieces.push(piece);
  };
  const take = (): Line => {
    const bytes = length > limit ? undefined : withoutReturn(joinBytes(pieces));
    const line = { number, bytes };
    number += 1 + returns - (endsWithReturn ? 1 : 0);
    pieces = [];
    [length, returns, endsWithReturn] = [0, 0, false];
    return line;
  };

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      add(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (length > 0) yield take();
}

function countReturns(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(carriageReturn); at !== -1; count += 1) {
    at = bytes.indexOf(carriageReturn, at + 1);
  }
  return count;
}

/** Returns whether there are only bytes of JSON white space and of a byte order mark. */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => blanks.has(byte));
}

const blanks: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

/** Removes the CR of a line end CR LF. */
function withoutReturn(line: Uint8Array): Uint8Array {
  return line.at(-1) === carriageReturn ? line.subarray(0, -1) : line;
}
