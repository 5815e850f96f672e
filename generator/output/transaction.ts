import {
  copyFileSync,
  dirname,
  join,
  linkSync,
  mkdir,
  mkdtemp,
  rename,
  renameSync,
  rm,
  rmdir,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "./disk.js";
import { parentFolders } from "./output-path.js";
import { hasCode } from "./system-error.js";

/** Says that a failed run could not be undone completely. */
export class RollbackError extends Error {
  /** The folder in which the earlier files are kept. */
  readonly kept: string;

  constructor(kept: string, cause: unknown) {
    super("A failed run could not be undone", { cause });
    this.name = "RollbackError";
    this.kept = kept;
  }
}

/** Takes one step back. */
type Undo = () => Promise<void>;

/**
 * Changes to the files of one folder that take effect together or not at all.
 *
 * New texts are first staged in a temporary folder inside the folder, that is, on the same file
 * system; putting them in place is then a rename, which either happens or does not. A transaction
 * ends with {@link Transaction.commit} or {@link Transaction.rollback}.
 */
export class Transaction {
  readonly #root: string;
  /** Holds this run's files, and those that they replace; no other run has the same. */
  readonly #staging: string;
  /** How the folder itself was made. */
  readonly #begun: Undo[];
  readonly #done: Undo[] = [];
  readonly #removed: string[] = [];
  /** The folders that are known to be there. */
  readonly #folders = new Set<string>();
  #count = 0;

  private constructor(root: string, staging: string, begun: Undo[]) {
    this.#root = root;
    this.#staging = staging;
    this.#begun = begun;
  }

  /**
   * Begins a transaction.
   *
   * @param root The folder, absolute; it is made when it does not exist.
   */
  static async begin(root: string): Promise<Transaction> {
    const begun: Undo[] = [];
    try {
      await makeFolder(root, begun);
      return new Transaction(root, await mkdtemp(join(root, ".guardsmith-")), begun);
    } catch (error) {
      await undoAll(begun);
      throw error;
    }
  }

  /** Writes a text to the temporary folder, and returns the path of the file that holds it. */
  stage(text: string): string {
    const file = this.temporaryPath();
    writeFileSync(file, text);
    return file;
  }

  /** Puts a staged file in place, whether there is a file already or not. */
  async put(path: string, staged: string): Promise<void> {
    const target = join(this.#root, path);
    const folder = dirname(target);
    if (!this.#folders.has(folder)) {
      await makeFolder(folder, this.#done);
      this.#folders.add(folder);
    }
    const earlier = this.temporaryPath();
    // A second name for the earlier file, not a move: at any time a reader finds one or the other.
    const replaces = keep(target, earlier);
    renameSync(staged, target);
    this.#done.push(() => (replaces ? rename(earlier, target) : rm(target, { force: true })));
  }

  /** Takes a file away. */
  async remove(path: string): Promise<void> {
    const target = join(this.#root, path);
    const earlier = this.temporaryPath();
    try {
      await rename(target, earlier);
    } catch (error) {
      // Another run has taken it away since.
      if (hasCode(error, "ENOENT")) return;
      throw error;
    }
    this.#done.push(() => rename(earlier, target));
    this.#removed.push(path);
  }

  /** Makes the changes final, and removes the folders that became empty by them. */
  async commit(): Promise<void> {
    for (const path of this.#removed) {
      for (const folder of parentFolders(path).toReversed()) {
        await removeIfEmpty(join(this.#root, folder));
      }
    }
    await this.#removeStaging();
  }

  /**
   * Restores what was there before.
   *
   * @throws {RollbackError} When that fails too; the earlier files are then left where they are.
   */
  async rollback(): Promise<void> {
    const failure = await undoAll(this.#done);
    if (failure !== undefined) throw new RollbackError(this.#staging, failure);
    await this.#removeStaging();
    await undoAll(this.#begun);
  }

  /** Removes the temporary folder at once, before anything was put in place. */
  abandon(): void {
    // Another thread may still write to it: that ends with its name.
    const renamed = `${this.#staging}-removed`;
    renameSync(this.#staging, renamed);
    rmSync(renamed, { recursive: true, force: true });
    if (this.#begun.length === 0) return;
    try {
      rmdirSync(this.#root);
    } catch {
      // Somebody else has put something there.
    }
  }

  /** A path in the temporary folder, for a file that is put in place later. */
  temporaryPath(): string {
    this.#count += 1;
    return join(this.#staging, String(this.#count));
  }

  async #removeStaging(): Promise<void> {
    try {
      await rm(this.#staging, { recursive: true, force: true });
    } catch {
      // The outcome does not depend on it: a leftover is neither read nor written again.
    }
  }
}

/**
 * Takes steps back, the last one first, and goes on after a failure so that as much as possible is
 * restored.
 *
 * @returns What the first failure threw, if any.
 */
async function undoAll(steps: readonly Undo[]): Promise<unknown> {
  let failure: unknown;
  for (const step of steps.toReversed()) {
    try {
      await step();
    } catch (error) {
      failure ??= error;
    }
  }
  return failure;
}

/** Makes a folder and those around it, noting each one that was not there. */
async function makeFolder(folder: string, undo: Undo[]): Promise<void> {
  try {
    await mkdir(folder);
    undo.push(() => removeIfEmpty(folder));
  } catch (error) {
    if (hasCode(error, "EEXIST")) return;
    if (!hasCode(error, "ENOENT") || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder), undo);
    await makeFolder(folder, undo);
  }
}

/** Removes a folder unless something is in it. */
async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch {
    // Not empty, or gone already; an empty folder that stays behind harms nobody.
  }
}

/**
 * Gives a file a second name.
 *
 * @returns Whether there was a file.
 */
function keep(file: string, copy: string): boolean {
  try {
    linkSync(file, copy);
    return true;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
  }
  // Not every file system has hard links.
  copyFileSync(file, copy);
  return true;
}
