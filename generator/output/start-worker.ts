import { Worker } from "node:worker_threads";

export type { Worker };

/** The compiled form alone can be run by a thread without a loader. */
const canStart = !import.meta.url.endsWith(".ts");

/**
 * Starts a thread.
 *
 * @param module The module that it runs, in its compiled form.
 * @param workerData What the module receives.
 * @returns The thread; undefined, where the process may not have one.
 */
export function startWorker(module: URL, workerData?: unknown): Worker | undefined {
  if (!canStart) return undefined;
  try {
    return new Worker(module, { workerData });
  } catch {
    return undefined;
  }
}
