import type { FileChange } from "../change.js";
import {
  basename,
  copyFileSync,
  dirname,
  join,
  kindAt,
  linkSync,
  mkdirSync,
  renameSync,
  stampOf,
  timeOf,
  versionOf,
  writeFileSync,
} from "../disk.js";
import { parentFolders } from "../output-path.js";
import { hasCode } from "../system-error.js";
import type { FolderLock } from "./folder-lock.js";
import {
  earlierFile,
  newFile,
  removeJournal,
  writeJournal,
  type Journal,
  type Step,
} from "./journal.js";
import { makeUnlessThere, removeIfEmpty } from "./state-folder.js";
import { undo } from "./undo.js";

/**
 * Changes the files of an output folder: all of them, or none.
 *
 * Nothing in it waits, so that a signal ends the process before or after it. If the process is killed
 * all the same, or the machine goes down, the journal has what the next run needs to undo it.
 *
 * @param lock The lock of the folder.
 * @param changes What to do.
 * @param staged The files of the run that hold new texts already, by the paths of what they hold.
 * @returns The versions of the files that were put in place, by path: of those of which they are known
 *   for sure.
 * @throws InputError `output-lock-lost`.
 * @throws {RollbackError} When the system refuses, and refuses to bring back what was there, too.
 */
export function applyChanges(
  lock: FolderLock,
  changes: readonly FileChange[],
  staged: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  if (changes.length === 0) return new Map();
  try {
    return applyUnder(lock, changes, staged);
  } catch (error) {
    // Whoever took the lock has this run's folder, and undoes what it has done.
    lock.verify();
    throw error;
  }
}

function applyUnder(
  lock: FolderLock,
  changes: readonly FileChange[],
  staged: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const { root, runFolder } = lock;
  const steps = changes.map((change) => prepare(lock, change, staged.get(change.path)));
  const journal: Journal = { folders: missingFolders(root, steps), steps };
  try {
    writeJournal(runFolder, journal);
    lock.verify();
    for (const folder of journal.folders) makeUnlessThere(() => mkdirSync(join(root, folder)));
    const start = lock.now();
    for (const step of steps) put(root, runFolder, step);
    removeEmptied(root, steps);
    removeJournal(runFolder);
    return versionsOf(root, steps, start);
  } catch (error) {
    lock.verify();
    undo(root, runFolder, journal);
    removeJournal(runFolder);
    throw error;
  }
}

/**
 * The versions of files that were put in place.
 *
 * @param start What time it was before that. A file that was written earlier, and has the stamp that it
 *   had then, was not touched by anybody since.
 */
function versionsOf(
  root: string,
  steps: readonly Step[],
  start = -Infinity,
): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  for (const { path, after } of steps) {
    if (after === null || timeOf(after) >= start) continue;
    const found = versionOf(join(root, path));
    if (found?.stamp === after) versions.set(path, found.version);
  }
  return versions;
}

/** Gets a step ready, so that only a rename is left to do. */
function prepare(lock: FolderLock, change: FileChange, staged: string | undefined): Step {
  const { root, runFolder } = lock;
  const file = staged === undefined ? lock.nextFile() : Number(basename(staged));
  const target = join(root, change.path);
  const [earlier, next] = [earlierFile(runFolder, file), newFile(runFolder, file)];
  const { kind, path } = change;
  if (kind === "changed") addName(target, earlier);
  if (kind !== "removed" && staged === undefined) writeFileSync(next, change.after);
  return {
    path,
    file,
    before: kind === "added" ? null : stampOf(kind === "changed" ? earlier : target),
    after: kind === "removed" ? null : stampOf(next),
  };
}

function put(root: string, runFolder: string, { path, file, before, after }: Step): void {
  const target = join(root, path);
  if (after !== null) renameSync(newFile(runFolder, file), target);
  else if (before !== null) renameSync(target, earlierFile(runFolder, file));
}

/**
 * Gives a file a second name. It is not moved, so that whoever reads it at any time finds the old text
 * or the new one.
 */
function addName(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch (error) {
    // Somebody has removed it since.
    if (hasCode(error, "ENOENT")) return;
    // Not every file system has hard links.
    copyFileSync(file, name);
  }
}

/** The folders of new files that are not there, the outermost first. */
function missingFolders(root: string, steps: readonly Step[]): readonly string[] {
  const folders = steps
    .filter(({ after }) => after !== null)
    .flatMap(({ path }) => parentFolders(path));
  return [...new Set(folders)].filter((folder) => kindAt(join(root, folder)) === "absent").sort();
}

/** Removes the folders that become empty. One that stays behind harms nobody. */
function removeEmptied(root: string, steps: readonly Step[]): void {
  for (const { path, after } of steps) {
    let folder = dirname(path);
    while (after === null && folder !== "." && removeIfEmpty(join(root, folder))) {
      folder = dirname(folder);
    }
  }
}
