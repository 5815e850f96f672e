import { saveRecord } from "./cache/folder-record.js";
import type { Edits, FileChange, Plan } from "./change.js";
import { explainOutputError } from "./output-error.js";
import type { WantedFile } from "../emit/output-file.js";
import { planFiles, type PlanOptions } from "./plan.js";
import type { Stage } from "./stage/stage.js";
import { applyChanges } from "./transaction/apply-changes.js";
import { lockFolder, type FolderLock } from "./transaction/folder-lock.js";

/** How many files of the output folder a run added, changed, removed and left unchanged. */
export interface WriteSummary {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  /** The files with edits. */
  readonly edits: Edits;
}

/** What a run knows about the files that it writes. */
export interface WriteOptions extends PlanOptions {
  /** The lock of the output folder. Default: a lock that is taken, and released at the end. */
  readonly lock?: FolderLock | undefined;
  /** Files that were already written under that lock. */
  readonly stage?: Stage | undefined;
}

/**
 * Makes an output folder hold exactly these files and their manifest: all of them, or nothing changes.
 *
 * Unchanged files are not written again. Files of an earlier run that are no longer wanted are removed, and
 * so are folders that become empty. Files that no run wrote, and those that were edited, are kept. While
 * another run writes to the folder, this one waits. The run is recorded; without files, the record is
 * removed.
 *
 * @param files The files, without the manifest.
 * @param outDir The output folder, absolute or relative to the working directory. It is created if it does
 *   not exist.
 * @param options What to record of the run, what it may do, the lock, and the staged files.
 * @returns How many files were added, changed, removed and unchanged, including the manifest; and the files
 *   with edits.
 * @throws {InputError} `foreign-file`, if a file that Guardsmith did not write would be overwritten;
 *   `unsafe-output-path`; `unusable-output-folder`, if the operating system refuses; `output-lock-lost`. The
 *   folder is then unchanged. Only after `restore-failed` it is not: the message says where the earlier files
 *   are, and the next run tries again.
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
