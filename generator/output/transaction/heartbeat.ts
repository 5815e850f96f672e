import { touch } from "../disk.js";
import { startWorker } from "../start-worker.js";

/** What the thread receives. */
export interface Beat {
  /** The file that it writes repeatedly. */
  readonly file: string;
}

/** How often to write the file, in milliseconds. */
export const beatInterval = 1_000;

/**
 * Updates the time of a file repeatedly, by the clock of the file system, while this process runs.
 *
 * @returns A function that stops it.
 */
export function startHeartbeat(file: string): () => void {
  const beat: Beat = { file };
  const worker = startWorker("output/transaction/heartbeat-worker.js", beat);
  if (worker === undefined) {
    const timer = setInterval(() => touch(file), beatInterval);
    timer.unref();
    return () => clearInterval(timer);
  }
  // For example without memory: then other machines may assume that the process has ended.
  worker.on("error", () => undefined);
  worker.unref();
  return () => void worker.terminate();
}
