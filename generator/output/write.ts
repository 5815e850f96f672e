import { saveRecord } from "./cache/folder-record.js";
import type { Edits, FileChange, Plan } from "./change.js";
import { manifestPath } from "./manifest.js";
import { explainOutputError } from "./output-error.js";
import type { OutputFile } from "../emit/output-file.js";
import { planFiles, type PlanOptions } from "./plan.js";
import { Stage, type StagedFiles } from "./stage/stage.js";

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
  /** Has some of the files already. */
  readonly stage?: Stage | undefined;
}

/**
 * Brings an output folder to exactly these files and their manifest: all of it or nothing.
 *
 * Files that stay the same are not written again. Files of an earlier run that are no longer wanted
 * are removed, and so are the folders that become empty by that. Files that no run wrote, and those that
 * were edited, are left alone. The run is remembered; if there are no files, the folder is forgotten.
 *
 * @param files The files, without the manifest.
 * @param outDir The output folder, absolute or relative to the working directory; it is made when it
 * does not exist.
 * @param options What is remembered of the run, what it may do, and what is staged.
 * @returns How many files were added, changed, removed and left; the manifest counts as one. And
 * which of them people have edited.
 * @throws InputError `foreign-file`, when a file that Guardsmith did not write stands where one has
 * to be written; `unsafe-output-path`; `unusable-output-folder`, when the
 * operating system refuses. The folder is then as it was. Only after `restore-failed` it is not: the
 * message says where the earlier files are.
 */
export async function writeFiles(
  files: readonly OutputFile[],
  outDir: string,
  { stage = new Stage(outDir), ...options }: WriteOptions = {},
): Promise<WriteSummary> {
  try {
    const plan = await planFiles(files, outDir, options);
    if (plan.changes.length === 0) await stage.discard();
    else await apply(plan, await stage.take());
    saveRecord(plan.root, files, options);
    return summarize(plan);
  } catch (error) {
    await stage.discard();
    throw explainOutputError(error, outDir);
  }
}

async function apply({ changes }: Plan, { transaction, files }: StagedFiles): Promise<void> {
  try {
    const staged: (readonly [path: string, file: string])[] = [];
    for (const change of changes) {
      if (change.kind === "removed") continue;
      const { path, after } = change;
      staged.push([path, files.get(path) ?? transaction.stage(after)]);
    }
    for (const { kind, path } of changes) {
      if (kind === "removed") await transaction.remove(path);
    }
    // The manifest goes first: a run that is killed then leaves no file that the next would not own.
    const isManifest = ([path]: readonly [string, string]): number =>
      path === manifestPath ? 0 : 1;
    for (const [path, file] of staged.toSorted((a, b) => isManifest(a) - isManifest(b))) {
      await transaction.put(path, file);
    }
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
  await transaction.commit();
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
