import { Worker } from "node:worker_threads";
import { codeFolder, join } from "./disk.js";

export type { Worker };

/** The compiled form alone can be run by a thread without a loader. */
const canStart = !import.meta.url.endsWith(".ts");

/**
 * Starts a thread.
 *
 * @param module The path of the module that it runs, from the folder of the code.
 * @param workerData What the module receives.
 * @returns The thread; undefined, where the process may not have one.
 */
export function startWorker(
  module: `${string}-worker.js`,
  workerData?: unknown,
): Worker | undefined {
  if (!canStart) return undefined;
  try {
    return new Worker(join(codeFolder, module), { workerData });
  } catch {
    return undefined;
  }
}
