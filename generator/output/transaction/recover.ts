import { renameSync, rmSync } from "../disk.js";
import { hasCode } from "../system-error.js";
import { readJournal, removeJournal } from "./journal.js";
import { stateEntries, statePath } from "./state-folder.js";
import { undo } from "./undo.js";

/**
 * Undoes what runs that were cut short have left half done, and removes what they have left behind.
 * Only who holds the lock may do so.
 *
 * @param root The output folder.
 * @returns Whether there was anything.
 * @throws {RollbackError} When the system refuses.
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

/** Removes what runs have left behind, but a run that is half done. */
export function discardLeftovers(root: string): void {
  for (const name of stateEntries(root)) {
    const isLeft = isRun(name) ? readJournal(statePath(root, name)) === undefined : isWaiting(name);
    if (!isLeft) continue;
    // A thread that still writes there cannot go on once the name is gone.
    rmSync(takeAway(root, name), { recursive: true, force: true });
  }
}

/** Whether a run was cut short while it put files in place. */
export function isHalfDone(root: string): boolean {
  return runsIn(root).some((name) => readJournal(statePath(root, name)) !== undefined);
}

function runsIn(root: string): readonly string[] {
  return stateEntries(root).filter(isRun);
}

const isRun = (name: string): boolean => /^run-[\w-]+$/.test(name);
const isWaiting = (name: string): boolean => /^waiting-[\w-]+$/.test(name);

/** Gives the folder of a run another name: the run, should it still go on, can do nothing any more. */
function takeAway(root: string, name: string): string {
  const folder = statePath(root, name);
  const renamed = statePath(root, `run-${crypto.randomUUID()}`);
  try {
    renameSync(folder, renamed);
    return renamed;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return folder;
    // In a layer of a container, which nobody writes to, folders cannot be renamed.
    if (hasCode(error, "EXDEV")) return folder;
    throw error;
  }
}
