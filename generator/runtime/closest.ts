/** How many typing mistakes still leave a word recognisable. */
const maxSlips = 2;

/** Longer texts, in UTF-16 code units, are not compared: nobody types them. */
const longest = 200;

/**
 * Returns the word that was probably meant. Numbers and other scalars are compared as text.
 *
 * @param word The word that was written.
 * @param candidates The words that are allowed.
 * @returns The nearest candidate that is at most two edits away, and fewer than the word has
 * letters; the first one, if there are several; `undefined`, if there is none, or if the word is
 * long.
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

/**
 * Whether at most `edits` insertions, deletions and replacements of one character turn `a` into
 * `b`.
 */
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
