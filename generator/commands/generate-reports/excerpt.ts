import { count } from "../../core/count.js";
import type { Change } from "../../output/compare.js";

/** An excerpt of the differences. */
export interface Excerpt {
  /** Lines of a unified diff. */
  readonly lines: readonly string[];
  /** How much is left out, in words; empty if nothing is. */
  readonly leftOut: string;
}

/** The most lines that are shown of all files, and of one. */
const maxLines = 200;
const maxLinesOfFile = 60;

/**
 * Returns as much of the differences as fits into a log: the beginning of each file, until the limit is
 * reached.
 *
 * @param changes The files that differ.
 */
export function excerptOf(changes: readonly Change[]): Excerpt {
  const lines: string[] = [];
  let missingLines = 0;
  let missingFiles = 0;
  for (const { patch } of changes) {
    const all = patch.trimEnd().split("\n");
    const room = Math.min(maxLinesOfFile, maxLines - lines.length);
    const missing = all.length - room;
    if (missing <= 0) {
      lines.push(...all);
      continue;
    }
    missingLines += missing;
    missingFiles += 1;
    if (room >= fewestLines) lines.push(...all.slice(0, room), `… ${missing} more lines`);
    else missingLines += room;
  }
  const leftOut =
    missingFiles === 0
      ? ""
      : `${count(missingLines, "line")} of ${count(missingFiles, "file")} left out`;
  return { lines, leftOut };
}

/** A file is not shown if fewer lines than this are left for it: they would not be worth reading. */
const fewestLines = 8;
