import type { Change, Diff, DiffCounts, DiffNote, Verdict } from "./diff-result.js";

/** The entries of a {@link Diff}. */
export type DiffEntries = Pick<Diff, "changes" | "meaning" | "documentation">;

/** Returns a diff with its verdict and its counts. */
export function summarized(entries: DiffEntries): Diff {
  const { changes, meaning, documentation } = entries;
  return {
    verdict: verdictOf(entries),
    counts: countsOf(changes, meaning, documentation),
    changes,
    meaning,
    documentation,
  };
}

function countsOf(
  changes: readonly Change[],
  meaning: readonly DiffNote[],
  documentation: readonly DiffNote[],
): DiffCounts {
  const ofData = (data: Change["data"]): number =>
    changes.filter((change) => change.data === data).length;
  return {
    breaking: ofData("breaking"),
    unknown: ofData("unknown"),
    compatible: ofData("compatible"),
    types: changes.filter(({ types }) => types === "breaking").length,
    meaning: meaning.length,
    documentation: documentation.length,
  };
}

/** What breaks data or types asks for a major version, any other change for a minor one. */
function verdictOf({ changes, meaning, documentation }: DiffEntries): Verdict {
  if (changes.some(({ data, types }) => data === "breaking" || types === "breaking")) {
    return "major";
  }
  if (changes.length > 0) return "minor";
  return meaning.length + documentation.length > 0 ? "patch" : "none";
}
