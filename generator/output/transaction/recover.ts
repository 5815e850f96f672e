import { renameSync, rmSync } from "../disk.js";
import { hasCode } from "../system-error.js";
import { readJournal, removeJournal } from "./journal.js";
import { stateEntries, statePath } from "./state-folder.js";
import { undo } from "./undo.js";

/**
 * Undoes the changes of interrupted runs, and removes their files. Only the holder of the lock may call it.
 *
 * @param root The output folder.
 * @returns Whether there were any.
 * @throws {RollbackError} If the changes cannot be undone.
 */
export function recover(root: string): boolean {
  const runs = runsIn(root);
  for (const name of runs) {
    const folder = takeAway(root, name);
    const journal = readJournal(folder);
    if (journal === undefined) continue;
    undo(root, folder, journal);
    removeJournal(folder);
  }
  discardLeftovers(root);
  return runs.length > 0;
}

/** Removes files of ended runs, except of runs that were interrupted while they changed files. */
export function discardLeftovers(root: string): void {
  for (const name of stateEntries(root)) {
    const isLeft = isRun(name) ? readJournal(statePath(root, name)) === undefined : isWaiting(name);
    if (!isLeft) continue;
    // Renamed first, so that a thread that still writes there fails.
    rmSync(takeAway(root, name), { recursive: true, force: true });
  }
}

/** Returns whether a run was interrupted while it put files in place. */
export function isHalfDone(root: string): boolean {
  return runsIn(root).some((name) => readJournal(statePath(root, name)) !== undefined);
}

function runsIn(root: string): readonly string[] {
  return stateEntries(root).filter(isRun);
}

const isRun = (name: string): boolean => /^run-[\w-]+$/.test(name);
const isWaiting = (name: string): boolean => /^waiting-[\w-]+$/.test(name);

/** Renames the folder of a run, so that the run can no longer change anything if it is still active. */
function takeAway(root: string, name: string): string {
  const folder = statePath(root, name);
  const renamed = statePath(root, `run-${crypto.randomUUID()}`);
  try {
    renameSync(folder, renamed);
    return renamed;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return folder;
    // Folders in a read-only layer of a container cannot be renamed.
    if (hasCode(error, "EXDEV")) return folder;
    throw error;
  }
}
