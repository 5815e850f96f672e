import { Worker } from "node:worker_threads";
import { codeFolder, join } from "./disk.js";

export type { Worker };

/** Whether the code is compiled: only then can a thread run it without a loader. */
const canStart = !import.meta.url.endsWith(".ts");

/**
 * Starts a thread.
 *
 * @param module The path of the module that it runs, from the folder of the code.
 * @param workerData What the module receives.
 * @returns The thread, or undefined if the process may not start one.
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
