import { joinBytes } from "../core/bytes.js";

/** A line of a file. */
export interface Line {
  /** From 1; blank lines count. */
  readonly number: number;
  /** The line without its line end; undefined, if it is longer than the limit. */
  readonly bytes: Uint8Array | undefined;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Splits a file into its lines while it is read. No more than one line is held in memory.
 *
 * @param chunks The bytes of the file, in pieces of any size.
 * @param limit How many bytes a line may have.
 * @returns Every line; what follows the last line end is one, unless there is nothing.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Line, void> {
  let number = 1;
  let pieces: Uint8Array[] = [];
  let length = 0;

  const add = (piece: Uint8Array): void => {
    length += piece.length;
    // What is too long is counted on, but not kept.
    if (length > limit) pieces = [];
    else pieces.push(piece);
  };
  const take = (): Line => {
    const bytes = length > limit ? undefined : withoutReturn(joinBytes(pieces));
    pieces = [];
    length = 0;
    return { number: number++, bytes };
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

/** Without the first half of a line end that is CR LF. */
function withoutReturn(line: Uint8Array): Uint8Array {
  return line.at(-1) === carriageReturn ? line.subarray(0, -1) : line;
}
