import type { Edits } from "./change.js";
import { kindAt, realpath, resolve, rmdir } from "./disk.js";
import { explainOutputError } from "./output-error.js";
import { planFiles, type PlanOptions } from "./plan.js";
import { realFolder } from "./real-folder.js";
import { hasCode } from "./system-error.js";
import { writeFiles } from "./write.js";

/** What is removed from an output folder. */
export interface Cleaning {
  /** How many files are removed, the manifest among them. */
  readonly removed: number;
  readonly edits: Edits;
}

const nothing: Cleaning = { removed: 0, edits: { kept: [], lost: [] } };

type CleanOptions = Pick<PlanOptions, "force">;

/**
 * Removes what Guardsmith wrote into an output folder, and the folder itself, if nothing else is in it:
 * all of it or nothing. Files that were edited are kept, unless they are to go by `force`.
 *
 * @throws InputError as `writeFiles` does.
 */
export async function cleanFolder(outDir: string, { force }: CleanOptions): Promise<Cleaning> {
  // To lock a folder that is not there would make it.
  if (!(await isThere(outDir))) return nothing;
  const { removed, edits } = await writeFiles([], outDir, { force });
  try {
    if (removed > 0) await rmdir(await realpath(outDir));
  } catch (error) {
    if (!hasCode(error)) throw error;
    // Something else is in it, or it is a link.
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

/** What {@link cleanFolder} would remove, by path relative to the output folder. */
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
