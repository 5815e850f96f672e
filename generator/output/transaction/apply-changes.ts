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
  type JournalStep,
} from "./journal.js";
import { makeUnlessThere, removeIfEmpty } from "./state-folder.js";
import { undo } from "./undo.js";

/**
 * Changes the files of an output folder: all of them, or none.
 *
 * It blocks, so that a signal ends the process before or after it. If the process is killed, or the machine
 * fails, the next run undoes it by the journal.
 *
 * @param lock The lock of the folder.
 * @param changes The changes.
 * @param staged The files of the run with new texts, by the paths that they are for.
 * @returns The versions of the files that were put in place, by path, if they are certain.
 * @throws {InputError} `output-lock-lost`.
 * @throws {RollbackError} If a change fails, and the earlier state cannot be restored.
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
    // A run that took over the lock also has this run's folder, and undoes its changes.
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
 * Returns the versions of files that were put in place.
 *
 * @param start A time before that. A file that was written earlier and still has the same stamp was not
 *   modified since.
 */
function versionsOf(
  root: string,
  steps: readonly JournalStep[],
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

/** Prepares a step, so that only a rename remains. */
function prepare(lock: FolderLock, change: FileChange, staged: string | undefined): JournalStep {
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

function put(root: string, runFolder: string, { path, file, before, after }: JournalStep): void {
  const target = join(root, path);
  if (after !== null) renameSync(newFile(runFolder, file), target);
  else if (before !== null) renameSync(target, earlierFile(runFolder, file));
}

/**
 * Gives a file a second name. It is not moved, so that readers always find the old or the new text.
 */
function addName(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch (error) {
    // It was removed meanwhile.
    if (hasCode(error, "ENOENT")) return;
    // Not every file system has hard links.
    copyFileSync(file, name);
  }
}

/** Returns the folders of new files that do not exist, the outermost first. */
function missingFolders(root: string, steps: readonly JournalStep[]): readonly string[] {
  const folders = steps
    .filter(({ after }) => after !== null)
    .flatMap(({ path }) => parentFolders(path));
  return [...new Set(folders)].filter((folder) => kindAt(join(root, folder)) === "absent").sort();
}

/** Removes the folders that become empty. Failures are ignored. */
function removeEmptied(root: string, steps: readonly JournalStep[]): void {
  for (const { path, after } of steps) {
    let folder = dirname(path);
    while (after === null && folder !== "." && removeIfEmpty(join(root, folder))) {
      folder = dirname(folder);
    }
  }
}
