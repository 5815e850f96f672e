/** A chunk of a text; bytes are UTF-8. */
export type TextChunk = string | Uint8Array;

/** A text in chunks, such as a stream of a file or the body of a response. */
export type TextChunks = Iterable<TextChunk> | AsyncIterable<TextChunk>;

/** A part of a text, such as a line. */
export interface TextPart {
  /** The chunks of the part. */
  readonly pieces: readonly TextChunk[];
  /** The code of the character that ends the part; undefined for the rest of the text. */
  readonly end?: number | undefined;
}

/**
 * Splits a text into parts, with only one part in memory. The chunks may end anywhere.
 *
 * @param chunks - The text.
 * @param ends - The codes of the ASCII characters that end a part.
 * @param onGrowth - Is called with the size of the part so far, before it is kept in memory. It may throw.
 */
export async function* splitChunks(
  chunks: TextChunks,
  ends: readonly number[],
  onGrowth?: (size: number) => void,
): AsyncGenerator<TextPart, void, void> {
  let pieces: TextChunk[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    const add = (from: number, to?: number): void => {
      const piece = chunk.slice(from, to);
      size += piece.length;
      onGrowth?.(size);
      pieces.push(piece);
    };
    // The next place of each character, so that no place is searched twice.
    const places = ends.map((end) => find(chunk, end, 0));
    let start = 0;
    for (let at = Math.min(...places); at < Infinity; at = Math.min(...places)) {
      add(start, at);
      const which = places.indexOf(at);
      const end = ends[which] ?? 0;
      yield { pieces, end };
      pieces = [];
      size = 0;
      start = at + 1;
      places[which] = find(chunk, end, start);
    }
    add(start);
  }
  yield { pieces };
}

function find(chunk: TextChunk, code: number, from: number): number {
  const at =
    typeof chunk === "string"
      ? chunk.indexOf(String.fromCharCode(code), from)
      : chunk.indexOf(code, from);
  return at < 0 ? Infinity : at;
}

/** A global of every platform that is not part of the language. */
declare const TextDecoder: new (
  encoding: "utf-8",
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => {
  readonly decode: (bytes?: Uint8Array, options?: { readonly stream: boolean }) => string;
};

/** A decoded text, and whether its bytes are UTF-8. */
export interface DecodedText {
  readonly text: string;
  readonly isUtf8: boolean;
}

/** Decodes the chunks of a text. A byte order mark is kept. */
export function decodePieces(pieces: readonly TextChunk[]): DecodedText {
  try {
    return { text: join(pieces, true), isUtf8: true };
  } catch {
    return { text: join(pieces, false), isUtf8: false };
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
