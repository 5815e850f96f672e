/**
 * The words that may have been meant, whatever the distance.
 *
 * @param word What was written.
 * @param candidates What could have been written.
 * @param count How many to name at most.
 * @returns The candidates that contain the word, then the others, the nearest of each first.
 */
export function nearest(
  word: string,
  candidates: readonly string[],
  count: number,
): readonly string[] {
  const lower = word.toLowerCase();
  return candidates
    .map((candidate) => ({
      candidate,
      isOther: candidate.toLowerCase().includes(lower) ? 0 : 1,
      distance: editDistance(lower, candidate.toLowerCase()),
    }))
    .sort((left, right) => left.isOther - right.isOther || left.distance - right.distance)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** Counts the insertions, deletions and replacements of one character that lead from `a` to `b`. */
function editDistance(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  // `row[j]` is the distance from what of `left` was read so far to the first `j` of `right`.
  let row = [0, ...right.map((_, j) => j + 1)];
  for (const [i, character] of left.entries()) {
    const next = [i + 1];
    for (const [j, other] of right.entries()) {
      const replace = (row[j] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(replace, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
