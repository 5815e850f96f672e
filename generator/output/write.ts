import { saveRecord } from "./cache/folder-record.js";
import type { Edits, FileChange, Plan } from "./change.js";
import { explainOutputError } from "./output-error.js";
import type { WantedFile } from "../emit/output-file.js";
import { planFiles, type PlanOptions } from "./plan.js";
import type { Stage } from "./stage/stage.js";
import { applyChanges } from "./transaction/apply-changes.js";
import { lockFolder, type FolderLock } from "./transaction/folder-lock.js";

/** How many files of the output folder a run added, changed, removed and left as they were. */
export interface WriteSummary {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  /** What of the work of people the run met. */
  readonly edits: Edits;
}

/** What is known about the files that are written. */
export interface WriteOptions extends PlanOptions {
  /** The lock of the output folder. Default: it is taken, and released at the end. */
  readonly lock?: FolderLock | undefined;
  /** Has written some of the files already, under that lock. */
  readonly stage?: Stage | undefined;
}

/**
 * Brings an output folder to exactly these files and their manifest: all of it or nothing.
 *
 * Files that stay the same are not written again. Files of an earlier run that are no longer wanted
 * are removed, and so are the folders that become empty by that. Files that no run wrote, and those that
 * were edited, are left alone. While another run writes to the folder, this one waits. The run is
 * remembered; if there are no files, the folder is forgotten.
 *
 * @param files The files, without the manifest.
 * @param outDir The output folder, absolute or relative to the working directory; it is made when it
 * does not exist.
 * @param options What is remembered of the run, what it may do, the lock, and what is staged.
 * @returns How many files were added, changed, removed and left; the manifest counts as one. And
 * which of them people have edited.
 * @throws InputError `foreign-file`, when a file that Guardsmith did not write stands where one has
 * to be written; `unsafe-output-path`; `unusable-output-folder`, when the
 * operating system refuses; `output-lock-lost`. The folder is then as it was. Only after
 * `restore-failed` it is not: the message says where the earlier files are, and the next run tries again.
 */
export async function writeFiles(
  files: readonly WantedFile[],
  outDir: string,
  { lock, ...options }: WriteOptions = {},
): Promise<WriteSummary> {
  const held = lock ?? (await lockFolder(outDir));
  try {
    return await writeUnder(held, files, outDir, options);
  } catch (error) {
    throw explainOutputError(error, outDir);
  } finally {
    if (lock === undefined) held.release();
  }
}

async function writeUnder(
  lock: FolderLock,
  files: readonly WantedFile[],
  outDir: string,
  { stage, ...options }: WriteOptions,
): Promise<WriteSummary> {
  const plan = await planFiles(files, outDir, options);
  const staged = (await stage?.take()) ?? new Map<string, string>();
  const versions = applyChanges(lock, plan.changes, staged);
  saveRecord(plan.root, files, options, { record: plan.record, versions });
  return summarize(plan);
}

function summarize({ changes, unchanged, edits }: Plan): WriteSummary {
  const count = (kind: FileChange["kind"]): number =>
    changes.filter((change) => change.kind === kind).length;
  return {
    added: count("added"),
    changed: count("changed"),
    removed: count("removed"),
    unchanged,
    edits,
  };
}
