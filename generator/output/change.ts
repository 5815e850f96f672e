import type { FolderRecord } from "./cache/folder-record.js";

/** What a run does to one file of the output folder. */
export type FileChange =
  | { readonly kind: "added"; readonly path: string; readonly after: string }
  | {
      readonly kind: "changed";
      readonly path: string;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: "removed";
      readonly path: string;
      readonly before: string;
    };

/** What a run does to an output folder. */
export interface Plan {
  /** The output folder, absolute and without symbolic links as far as it exists. */
  readonly root: string;
  /** The record of the folder. */
  readonly record: FolderRecord;
  /** One entry for each file that changes, sorted by path. */
  readonly changes: readonly FileChange[];
  /** How many files do not change. */
  readonly unchanged: number;
  /** The files with edits. */
  readonly edits: Edits;
}

/** Files whose content is not what Guardsmith wrote, sorted by path. */
export interface Edits {
  /** Files that are no longer needed, and are kept because they were edited. */
  readonly kept: readonly string[];
  /** Files that the run overwrites or removes. */
  readonly lost: readonly string[];
}
