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
 * Waits until no other run writes to an output folder, and keeps others from doing so. What a run that
 * was cut short has left there is brought back to what it was before.
 *
 * @param outDir The output folder, absolute or relative to the working directory; it is made when it
 *   does not exist, and is gone again afterwards if nothing was written.
 * @param options What to do meanwhile.
 * @throws InputError `unusable-output-folder`, `foreign-file`, `restore-failed`.
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
 * It is a folder that holds one file, named after the run, and is put in place by one rename: that
 * fails while there is another that holds something. A lock that its owner left behind is removed by
 * the name of its file, so that nobody can remove another one that was taken since.
 */
export class FolderLock {
  /** The output folder, absolute and without symbolic links. */
  readonly root: string;
  /** Whether another run was at work, or was cut short, so that the folder may have changed. */
  hasWaited = false;
  readonly #id: string = crypto.randomUUID();
  #isTaken = false;
  #files = 0;
  /** How many folders it has made for the output folder. */
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
   * @param heard When each sign of life of a holder was noticed first.
   * @returns Who holds it; undefined, once this run does.
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
        // Whoever held the lock has removed the folder meanwhile, or somebody else was faster.
        if (tries > 100 || !hasCode(error, ...changed)) throw error;
      }
    }
    this.#isTaken = true;
    this.#stopHeartbeat = startHeartbeat(this.#file);
    keepOutOfGit(this.root);
    if (recover(this.root)) this.hasWaited = true;
    return undefined;
  }

  /** Whether this run still has the lock. One that was suspended may be taken for dead. */
  isHeld(): boolean {
    return kindAt(this.#file) === "file";
  }

  /** @throws InputError `output-lock-lost`, when this run does not have the lock any more. */
  verify(): void {
    if (this.isHeld()) return;
    throw inputError([
      {
        code: "output-lock-lost",
        message: `another run took over ${shownPath(this.root)}, since this one did nothing for some time`,
        help: "run it again; nothing of this run was written",
      },
    ]);
  }

  /**
   * The folder that holds the files of this run. All that is put in place comes from there, and
   * whatever is replaced goes there: a run that has lost the lock, and this folder with it, can change
   * nothing any more.
   */
  get runFolder(): string {
    return statePath(this.root, `run-${this.#id}`);
  }

  /** What time it is by the clock of the file system; undefined where that cannot be told. */
  now(): number | undefined {
    return touch(this.#file) ? readFresh(this.#file)?.time : undefined;
  }

  /** The number of a new file in the folder of this run. */
  nextFile(): number {
    if (this.#files === 0) mkdirSync(this.runFolder);
    this.#files += 1;
    return this.#files;
  }

  /** Lets the next run begin, and leaves nothing but what was put in place. Does so once. */
  release(): void {
    this.#stopListening();
    this.#stopHeartbeat();
    try {
      rmSync(this.#waiting, { recursive: true, force: true });
      if (this.#isTaken) {
        // The run that took it over has the rest, too.
        if (!this.isHeld()) return;
        discardLeftovers(this.root);
        removeFile(this.#file);
        removeIfEmpty(statePath(this.root, "lock"));
      }
      removeStateFolder(this.root, this.#made);
    } catch {
      // The outcome does not depend on it: the next run removes what was left behind.
    }
    this.#isTaken = false;
  }

  /** Makes what is to be the lock. Returns what time it is by the clock of the file system. */
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

/** What a rename, or what comes before it, fails with if another run was faster. */
const changed = ["ENOENT", "ENOTEMPTY", "EEXIST", "ENOTDIR", "EPERM", "EACCES"];
