import { isJsonText } from "../text/is-json-text.js";
import { joinBytes } from "../core/bytes.js";
import { maxTextLength } from "../text/limits.js";

/** The content of a data file: one JSON value, or one on each line. */
export type Data =
  | { readonly kind: "document"; readonly bytes: Uint8Array }
  /** One JSON value on several lines, although the file name says that each line is a value. */
  | { readonly kind: "misnamed"; readonly lines: number }
  | { readonly kind: "lines"; readonly chunks: AsyncIterable<Uint8Array> };

const lineFeed = 0x0a;

/**
 * Detects the content of data without a file name.
 *
 * If the first line is a value and more lines follow, it is JSON Lines, and reading stops. All other data
 * is read to its end: it is one JSON value if it can be parsed as one, and JSON Lines if most of its lines
 * can be parsed.
 *
 * @param chunks The data, in pieces of any size.
 */
export async function detectData(chunks: AsyncIterable<Uint8Array>): Promise<Data> {
  const rest = chunks[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    read.push(next.value);
    // A long line comes in many pieces: it is parsed when it is complete.
    if (!next.value.includes(lineFeed)) continue;
    const first = firstLine(read);
    if (first === undefined) continue;
    if (isJsonText(first)) return { kind: "lines", chunks: chained(read, rest) };
    break;
  }
  for await (const chunk of chained([], rest)) read.push(chunk);
  const bytes = joinBytes(read);
  return areLines(bytes)
    ? { kind: "lines", chunks: chained([bytes], rest) }
    : { kind: "document", bytes };
}

/**
 * Detects whether data that should be JSON Lines is a single value on many lines. It reads only as much
 * as is needed to decide.
 *
 * @param chunks The data, in pieces of any size.
 * @param limit The most bytes of a single value to read.
 */
export async function detectLines(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Data> {
  const rest = chunks[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let [size, isWhole, mayBeOne] = [0, false, true];
  let first: string | undefined;
  while (!isWhole && mayBeOne && size <= limit) {
    const next = await rest.next();
    isWhole = next.done === true;
    if (next.done === true) continue;
    read.push(next.value);
    size += next.value.length;
    // A value of many lines does not end on its first line.
    if (first !== undefined || !next.value.includes(lineFeed)) continue;
    first = firstLine(read);
    if (first !== undefined) mayBeOne = /^\s*[[{]/.test(first) && !isJsonText(first);
  }
  if (isWhole && mayBeOne) {
    const text = new TextDecoder().decode(joinBytes(read)).trim();
    const lines = text.split(/\r\n|\r|\n/).length;
    if (lines > 1 && isJsonText(text)) return { kind: "misnamed", lines };
  }
  return { kind: "lines", chunks: chained(read, rest) };
}

async function* chained(
  read: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  yield* read;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** Returns the first line that is not blank, if it is complete. */
function firstLine(read: readonly Uint8Array[]): string | undefined {
  const bytes = joinBytes(read);
  return new TextDecoder()
    .decode(bytes.subarray(0, bytes.lastIndexOf(lineFeed)))
    .split("\n")
    .find((line) => line.trim() !== "");
}

function areLines(bytes: Uint8Array): boolean {
  // A string cannot be that long.
  if (bytes.length > maxTextLength) return true;
  const text = new TextDecoder().decode(bytes);
  if (isJsonText(text)) return false;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.filter(isJsonText).length * 2 > lines.length;
}
