/** How many slips of the typist still leave a word recognisable. */
const maxSlips = 2;

/**
 * The word that was probably meant. Numbers and other scalars are compared by what they look like.
 *
 * @param word What was written.
 * @param candidates What could have been written.
 * @returns The candidate that is at most two edits away, and fewer than the word has letters; the
 * first of the nearest when there are several; `undefined` when there is none.
 */
export function closest<T>(word: T, candidates: readonly T[]): T | undefined {
  const text = String(word).toLowerCase();
  let fewest = Math.min(maxSlips + 1, text.length);
  let nearest: T | undefined;
  for (const candidate of candidates) {
    const other = String(candidate).toLowerCase();
    while (fewest > 0 && isWithin(fewest - 1, text, other)) {
      fewest -= 1;
      nearest = candidate;
    }
  }
  return nearest;
}

/** Whether so many insertions, deletions and replacements of one character lead from `a` to `b`. */
function isWithin(edits: number, a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > edits) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const [left, right] = [a.slice(same), b.slice(same)];
  return (
    left === right ||
    (edits > 0 &&
      (isWithin(edits - 1, left.slice(1), right) ||
        isWithin(edits - 1, left, right.slice(1)) ||
        isWithin(edits - 1, left.slice(1), right.slice(1))))
  );
}
