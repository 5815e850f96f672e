import { explainOutputError } from "../output-error.js";
import { resolve } from "../disk.js";
import { realFolder } from "../real-folder.js";
import { holderOf } from "./lock-holder.js";
import { waitUntilFree, type LockOptions } from "./wait.js";
import { isHalfDone } from "./recover.js";

/**
 * Waits until no run writes to an output folder, and changes nothing.
 *
 * @param outDir The output folder, absolute or relative to the working directory.
 * @param options What to do meanwhile.
 * @returns Whether a run was cut short while it put files in place, so that the folder holds files of
 *   two runs until the next one.
 */
export async function waitWhileInUse(outDir: string, options: LockOptions): Promise<boolean> {
  try {
    const root = await realFolder(resolve(outDir));
    await waitUntilFree((heard) => holderOf(root, Date.now(), heard), options);
    return isHalfDone(root);
  } catch (error) {
    throw explainOutputError(error, outDir);
  }
}
