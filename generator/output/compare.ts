import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { saveRecord } from "./cache/folder-record.js";
import type { FileChange } from "./change.js";
import { explainOutputError } from "./output-error.js";
import type { WantedFile } from "../emit/output-file.js";
import { planFiles, type PlanOptions } from "./plan.js";

/** A file of the output folder that is not up to date. */
export interface Change {
  /** What a run would do with it. */
  readonly kind: "added" | "changed" | "removed";
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  /** A unified diff from the current to the new content, with `a/…` and `b/…` as in Git. */
  readonly patch: string;
}

/** What a run would do to an output folder. */
export interface Comparison {
  /** Sorted by path; empty if the folder is up to date. */
  readonly changes: readonly Change[];
  /** Files that are no longer needed, but were edited: a run keeps them. */
  readonly kept: readonly string[];
}

interface CompareOptions extends PlanOptions {
  readonly shownAs?: string;
}

/** With more changed lines, a diff is of no use to a reader, and takes long to compute. */
const maxEditedLines = 4_000;

/**
 * Compares an output folder with the files that it should hold, without changing it.
 *
 * @param files The files, without the manifest, as for {@link writeFiles}.
 * @param outDir The output folder, absolute or relative to the working directory.
 * @param options As for {@link writeFiles}; and `shownAs`, the name of the output folder in the diffs. If
 *   it is empty, paths begin below the folder. If nothing differs, the run is recorded.
 * @returns What {@link writeFiles} would do.
 * @throws {InputError} If {@link writeFiles} would refuse to write.
 */
export async function compareFiles(
  files: readonly WantedFile[],
  outDir: string,
  { shownAs = "", ...options }: CompareOptions = {},
): Promise<Comparison> {
  try {
    const { root, record, changes, edits } = await planFiles(files, outDir, options);
    if (changes.length === 0) saveRecord(root, files, options, { record });
    return {
      changes: changes.map((change) => ({
        kind: change.kind,
        path: change.path,
        patch: patchOf(change, shownIn(shownAs, change.path)),
      })),
      kept: edits.kept,
    };
  } catch (error) {
    throw explainOutputError(error, outDir);
  }
}

/** Returns the path of a file in a diff. */
function shownIn(folder: string, path: string): string {
  return folder === "" || folder === "." ? path : `${folder}/${path}`;
}

function patchOf(change: FileChange, shown: string): string {
  switch (change.kind) {
    case "added":
      return patch("/dev/null", `b/${shown}`, "", change.after);
    case "removed":
      return patch(`a/${shown}`, "/dev/null", change.before, "");
    case "changed":
      return patch(`a/${shown}`, `b/${shown}`, change.before, change.after);
  }
}

function patch(from: string, to: string, before: string, after: string): string {
  const whole = before === "" || after === "";
  return (
    createTwoFilesPatch(from, to, before, after, undefined, undefined, {
      context: 3,
      headerOptions: FILE_HEADERS_ONLY,
      // No search is needed if every line is new or every line is old.
      maxEditLength: whole ? Infinity : maxEditedLines,
    }) ?? `--- ${from}\n+++ ${to}\nMore than ${maxEditedLines} lines differ.\n`
  );
}
