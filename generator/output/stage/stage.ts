import type { OutputFile } from "../../emit/output-file.js";
import { resolve } from "../disk.js";
import { beforeInterrupt } from "../before-interrupt.js";
import { realFolder } from "../real-folder.js";
import { Transaction } from "../transaction.js";
import { startFileWriter, type FileWriter } from "./file-writer.js";

/**
 * Writes files to the temporary folder of a transaction as soon as they are there, while others are
 * still made. Nothing is written before the first of them.
 */
export class Stage {
  readonly #outDir: string;
  #begun: Promise<Transaction> | undefined;
  #writer: FileWriter | undefined;
  /** The temporary files, by the paths of what they hold. */
  readonly #files = new Map<string, string>();
  #hasEnded = false;
  #removeListeners = (): void => undefined;

  /** @param outDir The output folder, absolute or relative to the working directory. */
  constructor(outDir: string) {
    this.#outDir = outDir;
  }

  /** Has a file written. Of an error, {@link take} tells. */
  add({ path, text, isKept = false }: OutputFile): void {
    if (isKept) return;
    this.#writer ??= startFileWriter();
    const writer = this.#writer;
    if (writer === undefined) return;
    this.#begun ??= this.#begin();
    void this.#begun.then(
      (transaction) => {
        if (this.#hasEnded) return;
        const file = transaction.temporaryPath();
        this.#files.set(path, file);
        writer.write({ path: file, text });
      },
      () => undefined,
    );
  }

  /** Hands over the transaction, with the temporary files that hold what has to be written, by path. */
  async take(): Promise<StagedFiles> {
    const transaction = await (this.#begun ?? this.#begin());
    this.#begun = undefined;
    const written = await this.#end();
    return {
      transaction,
      files: new Map([...this.#files].filter(([, file]) => written.has(file))),
    };
  }

  /** Leaves everything as it was before. Does nothing, once the transaction was taken. */
  async discard(): Promise<void> {
    const transaction = await this.#begun?.catch(() => undefined);
    this.#begun = undefined;
    await this.#end();
    await transaction?.rollback();
  }

  async #begin(): Promise<Transaction> {
    const transaction = await Transaction.begin(await realFolder(resolve(this.#outDir)));
    if (!this.#hasEnded) {
      this.#removeListeners = beforeInterrupt(() => transaction.abandon());
    }
    return transaction;
  }

  async #end(): Promise<ReadonlySet<string>> {
    if (this.#hasEnded) return new Set();
    this.#hasEnded = true;
    this.#removeListeners();
    return (await this.#writer?.end()) ?? new Set();
  }
}

/** A transaction that has begun, and the files that were written for it. */
export interface StagedFiles {
  readonly transaction: Transaction;
  readonly files: ReadonlyMap<string, string>;
}
