/** How many slips of the typist still leave a word recognisable. */
const maxSlips = 2;

/** Longer texts, in UTF-16 code units, are not compared: nobody types them. */
const longest = 200;

/**
 * The word that was probably meant. Numbers and other scalars are compared by what they look like.
 *
 * @param word What was written.
 * @param candidates What could have been written.
 * @returns The candidate that is at most two edits away, and fewer than the word has letters; the
 * first of the nearest when there are several; `undefined` when there is none, or the word is long.
 */
export function closest<T>(word: T, candidates: readonly T[]): T | undefined {
  const text = String(word).toLowerCase();
  if (text.length > longest) return undefined;
  for (let edits = 0; edits <= maxSlips && edits < text.length; edits++) {
    for (const candidate of candidates) {
      if (isWithin(edits, text, String(candidate).toLowerCase())) return candidate;
    }
  }
  return undefined;
}

/** Whether so many insertions, deletions and replacements of one character lead from `a` to `b`. */
function isWithin(edits: number, a: string, b: string): boolean {
  // eslint-disable-next-line @typescript-eslint/prefer-string-starts-ends-with -- either may be empty
  if (a[0] === b[0]) return a === b || isWithin(edits, a.slice(1), b.slice(1));
  return (
    edits > 0 &&
    (isWithin(edits - 1, a.slice(1), b) ||
      isWithin(edits - 1, a, b.slice(1)) ||
      isWithin(edits - 1, a.slice(1), b.slice(1)))
  );
}
