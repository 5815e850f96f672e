import { isJsonText } from "../text/is-json-text.js";
import { joinBytes } from "../core/bytes.js";
import { maxTextLength } from "../text/limits.js";

/** What a data file holds: one JSON value, or one on each line. */
export type Data =
  | { readonly kind: "document"; readonly bytes: Uint8Array }
  | { readonly kind: "lines"; readonly chunks: AsyncIterable<Uint8Array> };

const lineFeed = 0x0a;

/**
 * Finds out what data without a file name holds.
 *
 * Where the first line is a value by itself and more lines follow, it is JSON Lines, and nothing
 * else has to be read to know it. All other data is read to its end: it is one JSON value if it can
 * be parsed as one, and JSON Lines if most of its lines can.
 *
 * @param chunks The data, in pieces of any size.
 */
export async function detectData(chunks: AsyncIterable<Uint8Array>): Promise<Data> {
  const rest = chunks[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    read.push(next.value);
    // A long line comes in many pieces: it is looked at when it is complete.
    if (!next.value.includes(lineFeed)) continue;
    const first = firstLine(joinBytes(read));
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

async function* chained(
  read: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  yield* read;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** The first line that is not blank, if its end is there. */
function firstLine(bytes: Uint8Array): string | undefined {
  return new TextDecoder()
    .decode(bytes.subarray(0, bytes.lastIndexOf(lineFeed)))
    .split("\n")
    .find((line) => line.trim() !== "");
}

function areLines(bytes: Uint8Array): boolean {
  // So much fits into no string.
  if (bytes.length > maxTextLength) return true;
  const text = new TextDecoder().decode(bytes);
  if (isJsonText(text)) return false;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.filter(isJsonText).length * 2 > lines.length;
}
