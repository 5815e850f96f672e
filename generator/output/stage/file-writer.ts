import { startWorker } from "../start-worker.js";

/** A file to be written. */
export interface FileToWrite {
  readonly path: string;
  readonly text: string;
}

/** Writes files in a thread of its own, while this one has other things to do. */
export interface FileWriter {
  readonly write: (files: readonly FileToWrite[]) => void;
  /** Waits for the files. Returns the paths of those that were written. */
  readonly end: () => Promise<ReadonlySet<string>>;
}

/** Starts to write files; undefined, where no thread can be had. */
export function startFileWriter(): FileWriter | undefined {
  const worker = startWorker("output/stage/file-writer-worker.js");
  if (worker === undefined) return undefined;
  const written = new Promise<ReadonlySet<string>>((resolve) => {
    worker.on("message", (paths: readonly string[]) => resolve(new Set(paths)));
    // Without memory, for example. What is not known to be written, this thread writes.
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
