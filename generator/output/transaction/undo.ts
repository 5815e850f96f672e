import { dirname, join, kindAt, mkdirSync, renameSync, stampOf } from "../disk.js";
import { parentFolders } from "../output-path.js";
import { earlierFile, newFile, type Journal, type JournalStep } from "./journal.js";
import { removeFile, removeIfEmpty } from "./state-folder.js";

/** Thrown if a run could not be undone completely. */
export class RollbackError extends Error {
  /** The folder in which the earlier files are kept. */
  readonly kept: string;

  constructor(kept: string, cause: unknown) {
    super("A failed run could not be undone", { cause });
    this.name = "RollbackError";
    this.kept = kept;
  }
}

/**
 * Restores the state before a run, which may be incomplete. Undoing twice changes nothing.
 *
 * Only files with the stamps of the journal are touched. A file that was changed since is kept. If no file
 * has its stamp, as in a copy of the folder, nothing is done.
 *
 * @param root The output folder, absolute and without symbolic links.
 * @param runFolder The folder of the run.
 * @param journal The changes of the run.
 * @throws {RollbackError} If a step fails. The other steps are still done.
 */
export function undo(root: string, runFolder: string, { folders, steps }: Journal): void {
  const reachable = steps.filter(({ path }) => isReachable(root, path));
  if (!reachable.some((step) => isKnown(root, runFolder, step))) return;
  let failure: { readonly cause: unknown } | undefined;
  for (const step of reachable.toReversed()) {
    try {
      undoStep(root, runFolder, step);
    } catch (cause) {
      failure ??= { cause };
    }
  }
  if (failure !== undefined) throw new RollbackError(runFolder, failure.cause);
  for (const path of folders.toReversed()) {
    if (isReachable(root, path)) removeIfEmpty(join(root, path));
  }
}

function undoStep(
  root: string,
  runFolder: string,
  { path, file, before, after }: JournalStep,
): void {
  const target = join(root, path);
  const earlier = earlierFile(runFolder, file);
  const isPut = after !== null && stampOf(target) === after;
  const isRemoved = before !== null && kindAt(target) === "absent";
  if (before === null) {
    if (isPut) removeFile(target);
  } else if ((isPut || isRemoved) && stampOf(earlier) === before) {
    mkdirSync(dirname(target), { recursive: true });
    renameSync(earlier, target);
  }
}

/** Returns whether any file of a step is one that the run has seen or written. */
function isKnown(
  root: string,
  runFolder: string,
  { path, file, before, after }: JournalStep,
): boolean {
  const target = stampOf(join(root, path));
  return (
    (target !== null && (target === before || target === after)) ||
    (before !== null && stampOf(earlierFile(runFolder, file)) === before) ||
    (after !== null && stampOf(newFile(runFolder, file)) === after)
  );
}

/** Returns whether the path of a file has no links, which would lead elsewhere. */
function isReachable(root: string, path: string): boolean {
  return parentFolders(path).every((folder) => {
    const kind = kindAt(join(root, folder));
    return kind === "folder" || kind === "absent";
  });
}
