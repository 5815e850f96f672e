/**
 * Returns a short name for a text: the same in every run, and almost certainly another one for another text.
 *
 * @returns 12 hexadecimal digits.
 */
export function fingerprint(text: string): string {
  return [0x811c9dc5, 0x01234567]
    .map((seed) => hash(text, seed))
    .join("")
    .slice(0, 12);
}

/** The FNV-1a hash of the UTF-16 code units of a text, as 8 hexadecimal digits. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, "0");
}
