import type { Edits } from "./change.js";
import { kindAt, realpath, resolve, rmdir } from "./disk.js";
import { explainOutputError } from "./output-error.js";
import { planFiles, type PlanOptions } from "./plan.js";
import { realFolder } from "./real-folder.js";
import { hasCode } from "./system-error.js";
import { writeFiles } from "./write.js";

/** The result of cleaning an output folder. */
export interface Cleaning {
  /** How many files are removed, including the manifest. */
  readonly removed: number;
  readonly edits: Edits;
}

const nothing: Cleaning = { removed: 0, edits: { kept: [], lost: [] } };

type CleanOptions = Pick<PlanOptions, "force">;

/**
 * Removes the files that Guardsmith wrote into an output folder, and the folder if nothing else is in it:
 * all of them, or nothing changes. Files that were edited are kept, unless `force` is set.
 *
 * @throws {InputError} As `writeFiles` does.
 */
export async function cleanFolder(outDir: string, { force }: CleanOptions): Promise<Cleaning> {
  // Locking would create a folder that does not exist.
  if (!(await isThere(outDir))) return nothing;
  const { removed, edits } = await writeFiles([], outDir, { force });
  try {
    if (removed > 0) await rmdir(await realpath(outDir));
  } catch (error) {
    if (!hasCode(error)) throw error;
    // The folder has other files, or is a link.
  }
  return { removed, edits };
}

async function isThere(outDir: string): Promise<boolean> {
  try {
    return kindAt(await realFolder(resolve(outDir))) !== "absent";
  } catch (error) {
    throw explainOutputError(error, outDir);
  }
}

/** Returns what {@link cleanFolder} would remove, by path relative to the output folder. */
export async function planCleaning(
  outDir: string,
  { force }: CleanOptions,
): Promise<Omit<Cleaning, "removed"> & { readonly removed: readonly string[] }> {
  try {
    const { changes, edits } = await planFiles([], outDir, { force });
    const removed = changes.flatMap(({ kind, path }) => (kind === "removed" ? [path] : []));
    return { removed, edits };
  } catch (error) {
    throw explainOutputError(error, outDir);
  }
}
