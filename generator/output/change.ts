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
  /** What is remembered of it. */
  readonly record: FolderRecord;
  /** One entry per file that does not stay as it is, sorted by path. */
  readonly changes: readonly FileChange[];
  /** How many files stay as they are. */
  readonly unchanged: number;
  /** What of the work of people it meets. */
  readonly edits: Edits;
}

/** Files that do not hold what Guardsmith wrote, sorted by path. */
export interface Edits {
  /** Those that are not needed any more, and stay until somebody decides. */
  readonly kept: readonly string[];
  /** Those that the run writes over or removes. */
  readonly lost: readonly string[];
}
