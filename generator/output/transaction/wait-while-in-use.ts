import { explainOutputError } from "../output-error.js";
import { resolve } from "../disk.js";
import { realFolder } from "../real-folder.js";
import { holderOf, type LockHolder } from "./lock-holder.js";
import { waitUntilFree, type LockOptions } from "./wait.js";
import { isHalfDone } from "./recover.js";

/**
 * Waits until no run writes to an output folder, without changing it.
 *
 * @param outDir The output folder, absolute or relative to the working directory.
 * @param options What to do while waiting.
 * @returns Whether a run was interrupted while it put files in place, so that the folder has files of two
 *   runs until the next run.
 */
export async function waitWhileInUse(outDir: string, options: LockOptions): Promise<boolean> {
  try {
    const root = await realFolder(resolve(outDir));
    const look = (heard: Map<string, number>): LockHolder | undefined =>
      holderOf(root, Date.now(), heard);
    for (;;) {
      await waitUntilFree(look, options);
      if (!isHalfDone(root)) return false;
      // A run may have begun and ended meanwhile.
      if (look(new Map()) === undefined) return isHalfDone(root);
    }
  } catch (error) {
    throw explainOutputError(error, outDir);
  }
}
