/**
 * Returns the candidates that are most similar to a word, at any distance.
 *
 * @param word The word.
 * @param candidates The known words.
 * @param count The most words to return.
 * @returns The candidates that contain the word, then the others, each sorted by distance.
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
  // `row[j]` is the distance between the part of `left` read so far and the first `j` of `right`.
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
