import type { Edits } from "./change.js";
import { realpath, rmdir } from "./disk.js";
import { explainOutputError } from "./output-error.js";
import { planFiles, type PlanOptions } from "./plan.js";
import { hasCode } from "./system-error.js";
import { writeFiles } from "./write.js";

/** What is removed from an output folder. */
export interface Cleaning {
  /** How many files are removed, the manifest among them. */
  readonly removed: number;
  readonly edits: Edits;
}

type CleanOptions = Pick<PlanOptions, "force">;

/**
 * Removes what Guardsmith wrote into an output folder, and the folder itself, if nothing else is in it:
 * all of it or nothing. Files that were edited are kept, unless they are to go by `force`.
 *
 * @throws InputError as `writeFiles` does.
 */
export async function cleanFolder(outDir: string, { force }: CleanOptions): Promise<Cleaning> {
  const { removed, edits } = await writeFiles([], outDir, { force });
  try {
    if (removed > 0) await rmdir(await realpath(outDir));
  } catch (error) {
    if (!hasCode(error)) throw error;
    // Something else is in it, or it is a link.
  }
  return { removed, edits };
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
