import { inputError } from "../../core/failure.js";
import { explainOutputError } from "../output-error.js";
import { shownPath } from "../shown-path.js";
import {
  kindAt,
  join,
  mkdirSync,
  readFresh,
  renameSync,
  resolve,
  rmSync,
  touch,
  writeFileSync,
} from "../disk.js";
import { realFolder } from "../real-folder.js";
import { hasCode } from "../system-error.js";
import { beforeInterrupt } from "./before-interrupt.js";
import { startHeartbeat } from "./heartbeat.js";
import { findHolder, type LockHolder } from "./lock-holder.js";
import { thisProcess } from "./lock-owner.js";
import { discardLeftovers, recover } from "./recover.js";
import {
  keepOutOfGit,
  makeOutputFolder,
  makeStateFolder,
  removeFile,
  removeIfEmpty,
  removeStateFolder,
  statePath,
} from "./state-folder.js";
import { waitUntilFree, type LockOptions } from "./wait.js";

/**
 * Waits until no other run writes to an output folder, and locks it. If an earlier run was interrupted, its
 * changes are undone.
 *
 * @param outDir The output folder, absolute or relative to the working directory. It is created if it does
 *   not exist, and removed again if nothing is written.
 * @param options What to do while waiting.
 * @throws {InputError} `unusable-output-folder`, `foreign-file`, `restore-failed`.
 */
export async function lockFolder(outDir: string, options: LockOptions = {}): Promise<FolderLock> {
  let lock: FolderLock | undefined;
  try {
    const own = new FolderLock(await realFolder(resolve(outDir)));
    lock = own;
    await waitUntilFree((heard) => own.take(heard), options);
    return own;
  } catch (error) {
    lock?.release();
    throw explainOutputError(error, outDir);
  }
}

/**
 * The lock of an output folder.
 *
 * It is a folder with one file that is named after the run, put in place by one rename: that fails while
 * another lock with a file exists. A lock that its owner left behind is removed by the name of its file, so
 * that a newer lock cannot be removed by mistake.
 */
export class FolderLock {
  /** The output folder, absolute and without symbolic links. */
  readonly root: string;
  /** Whether another run was active or was interrupted, so that the folder may have changed. */
  hasWaited = false;
  readonly #id: string = crypto.randomUUID();
  #isTaken = false;
  #files = 0;
  /** How many folders were created for the output folder. */
  #made = 0;
  #stopHeartbeat = (): void => undefined;
  readonly #stopListening: () => void;

  /** @param root The output folder, absolute and without symbolic links as far as it exists. */
  constructor(root: string) {
    this.root = root;
    this.#stopListening = beforeInterrupt(() => this.release());
  }

  /**
   * Takes the lock, if it is free.
   *
   * @param heard When each sign of life of a holder was first noticed.
   * @returns The holder, or undefined if this run has taken the lock.
   */
  take(heard: Map<string, number>): LockHolder | undefined {
    for (let tries = 0; ; tries += 1) {
      try {
        const now = this.#prepare();
        const holder = findHolder(this.root, now, heard);
        if (holder !== undefined) {
          this.hasWaited = true;
          return holder;
        }
        renameSync(this.#waiting, statePath(this.root, "lock"));
        if (this.isHeld()) break;
      } catch (error) {
        // The holder has removed the folder meanwhile, or another run was faster.
        if (tries > 100 || !hasCode(error, ...changed)) throw error;
      }
    }
    this.#isTaken = true;
    this.#stopHeartbeat = startHeartbeat(this.#file);
    keepOutOfGit(this.root);
    if (recover(this.root)) this.hasWaited = true;
    return undefined;
  }

  /** Whether this run still has the lock. Others may take over the lock of a suspended run. */
  isHeld(): boolean {
    return kindAt(this.#file) === "file";
  }

  /** @throws {InputError} `output-lock-lost`, if this run no longer has the lock. */
  verify(): void {
    if (this.isHeld()) return;
    throw inputError([
      {
        code: "output-lock-lost",
        message: `another run took over ${shownPath(this.root)}, because this run was not active for some time`,
        help: "run it again; nothing of this run was written",
      },
    ]);
  }

  /**
   * The folder with the files of this run. New files are moved from it, and replaced files into it. So a run
   * that has lost the lock, and this folder with it, can no longer change anything.
   */
  get runFolder(): string {
    return statePath(this.root, `run-${this.#id}`);
  }

  /** The time by the clock of the file system, or undefined if it cannot be determined. */
  now(): number | undefined {
    return touch(this.#file) ? readFresh(this.#file)?.time : undefined;
  }

  /** The number of a new file in the folder of this run. */
  nextFile(): number {
    if (this.#files === 0) mkdirSync(this.runFolder);
    this.#files += 1;
    return this.#files;
  }

  /** Releases the lock, and removes the files of this run that were not put in place. Works once. */
  release(): void {
    this.#stopListening();
    this.#stopHeartbeat();
    try {
      rmSync(this.#waiting, { recursive: true, force: true });
      if (this.#isTaken) {
        // The run that took over the lock also removes the rest.
        if (!this.isHeld()) return;
        discardLeftovers(this.root);
        removeFile(this.#file);
        removeIfEmpty(statePath(this.root, "lock"));
      }
      removeStateFolder(this.root, this.#made);
    } catch {
      // The result does not depend on it: the next run removes what is left.
    }
    this.#isTaken = false;
  }

  /** Prepares the lock. Returns the time by the clock of the file system. */
  #prepare(): number {
    const file = join(this.#waiting, this.#id);
    if (!touch(file)) {
      this.#made = Math.max(this.#made, makeOutputFolder(this.root));
      makeStateFolder(this.root, this.#made);
      rmSync(this.#waiting, { recursive: true, force: true });
      mkdirSync(this.#waiting);
      writeFileSync(file, `${JSON.stringify(thisProcess())}\n`);
    }
    return readFresh(file)?.time ?? Date.now();
  }

  get #waiting(): string {
    return statePath(this.root, `waiting-${this.#id}`);
  }

  get #file(): string {
    return statePath(this.root, join("lock", this.#id));
  }
}

/** The errors of taking the lock if another run was faster. */
const changed = ["ENOENT", "ENOTEMPTY", "EEXIST", "ENOTDIR", "EPERM", "EACCES"];
