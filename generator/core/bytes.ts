/** Joins the pieces of a file. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const [first, ...others] = pieces;
  if (first !== undefined && others.length === 0) return first;
  const size = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const joined = new Uint8Array(size);
  let end = 0;
  for (const piece of pieces) {
    joined.set(piece, end);
    end += piece.byteLength;
  }
  return joined;
}
