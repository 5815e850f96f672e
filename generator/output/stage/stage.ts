import type { OutputFile } from "../../emit/output-file.js";
import type { FolderLock } from "../transaction/folder-lock.js";
import { newFile } from "../transaction/journal.js";
import { startFileWriter, type FileWriter } from "./file-writer.js";

/**
 * Writes files to the folder of a run as soon as they are made. They are not put in place.
 */
export class Stage {
  readonly #lock: FolderLock;
  #writer: FileWriter | undefined;
  /** The written files, by the paths that they are for. */
  readonly #files = new Map<string, string>();

  /** @param lock The lock of the output folder. */
  constructor(lock: FolderLock) {
    this.#lock = lock;
  }

  /** Starts to write files. If that fails, {@link take} leaves them out. */
  add(files: readonly OutputFile[]): void {
    this.#writer ??= startFileWriter();
    if (this.#writer === undefined) return;
    try {
      const { runFolder } = this.#lock;
      const written = files.map(({ path, text }) => {
        const file = newFile(runFolder, this.#lock.nextFile());
        this.#files.set(path, file);
        return { path: file, text };
      });
      this.#writer.write(written);
    } catch {
      // Such files are written later, and an error is reported then.
    }
  }

  /** Waits for the files. Returns those that were written, by the paths that they are for. */
  async take(): Promise<ReadonlyMap<string, string>> {
    const written = await this.#writer?.end();
    this.#writer = undefined;
    return new Map([...this.#files].filter(([, file]) => written?.has(file)));
  }
}
