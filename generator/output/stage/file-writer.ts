import { startWorker } from "../start-worker.js";

/** A file to write. */
export interface FileToWrite {
  readonly path: string;
  readonly text: string;
}

/** Writes files in another thread. */
export interface FileWriter {
  readonly write: (files: readonly FileToWrite[]) => void;
  /** Waits for the files. Returns the paths of those that were written. */
  readonly end: () => Promise<ReadonlySet<string>>;
}

/** Starts a file writer, or returns undefined if no thread can be started. */
export function startFileWriter(): FileWriter | undefined {
  const worker = startWorker("output/stage/file-writer-worker.js");
  if (worker === undefined) return undefined;
  const written = new Promise<ReadonlySet<string>>((resolve) => {
    worker.on("message", (paths: readonly string[]) => resolve(new Set(paths)));
    // For example without memory. This thread writes the files that the other one did not write.
    worker.on("error", () => undefined);
    worker.on("exit", () => resolve(new Set()));
  });
  worker.unref();
  return {
    write: (files) => worker.postMessage(files),
    end: () => {
      worker.ref();
      worker.postMessage(undefined);
      return written;
    },
  };
}
