import { touch } from "../disk.js";
import { startWorker } from "../start-worker.js";

/** What a thread does to show that the process is alive. */
export interface Beat {
  /** The file that it writes again and again. */
  readonly file: string;
}

/** How often, in milliseconds. */
export const beatInterval = 1_000;

/**
 * Changes the time of a file again and again, while this process lives, by the clock of the file system.
 *
 * @returns Ends that.
 */
export function startHeartbeat(file: string): () => void {
  const beat: Beat = { file };
  const worker = startWorker("output/transaction/heartbeat-worker.js", beat);
  if (worker === undefined) {
    const timer = setInterval(() => touch(file), beatInterval);
    timer.unref();
    return () => clearInterval(timer);
  }
  // Without memory, for example: then other machines may take the process for dead.
  worker.on("error", () => undefined);
  worker.unref();
  return () => void worker.terminate();
}
