import { inputError } from "../../core/failure.js";
import {
  bytesAt,
  dirname,
  join,
  kindAt,
  mkdirSync,
  readdirSync,
  relative,
  rmdirSync,
  sep,
  unlinkSync,
  writeFileSync,
} from "../disk.js";
import { obstacle } from "../real-folder.js";
import { hasCode } from "../system-error.js";

// While a run writes, its files are in one folder of the output folder:
//
//   .gitignore     so that nothing in it is committed
//   made           how many folders were created for the output folder, including itself
//   lock/ID        the lock, held by the run of this id
//   waiting-ID/ID  the lock of a waiting run
//   run-ID/        the staged files of a run, the files that they replace, and the journal

/** The name of that folder. */
export const stateFolder = ".guardsmith";

/** Returns a path in that folder. */
export function statePath(root: string, name = ""): string {
  return join(root, stateFolder, name);
}

/** Returns whether a run writes to an output folder, or was interrupted and left files there. */
export function isInUse(outDir: string): boolean {
  return kindAt(statePath(outDir)) !== "absent";
}

/** Creates the output folder. Returns how many folders were created. */
export function makeOutputFolder(root: string): number {
  const first = mkdirSync(root, { recursive: true });
  if (first === undefined) return 0;
  const inside = relative(first, root);
  return inside === "" ? 1 : inside.split(sep).length + 1;
}

/**
 * Creates the state folder.
 *
 * @param root The output folder.
 * @param made How many folders were created for it.
 */
export function makeStateFolder(root: string, made: number): void {
  makeUnlessThere(() => mkdirSync(statePath(root)));
  const kind = kindAt(statePath(root));
  // If another run has just removed the folder, the next call fails, and the caller tries again.
  if (kind !== "folder" && kind !== "absent") {
    const reason = "has the name of a folder that Guardsmith needs while it writes";
    throw inputError([obstacle(statePath(root), reason)]);
  }
  keepOutOfGit(root);
  if (made === 0) return;
  makeUnlessThere(() => writeFileSync(statePath(root, "made"), `${made}\n`, { flag: "wx" }));
}

/** Makes Git ignore the folder. */
export function keepOutOfGit(root: string): void {
  // Links are not followed, and nothing is overwritten.
  makeUnlessThere(() => writeFileSync(statePath(root, ".gitignore"), "*\n", { flag: "wx" }));
}

/** Returns the entries of the folder, or an empty list if it does not exist. */
export function stateEntries(root: string): readonly string[] {
  try {
    return kindAt(statePath(root)) === "folder" ? readdirSync(statePath(root)).sort() : [];
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return [];
    throw error;
  }
}

/**
 * Removes the state folder, and the output folder if a run created it and it is empty. Does nothing while
 * another run needs it.
 *
 * @param root The output folder.
 * @param made How many folders this run has created.
 */
export function removeStateFolder(root: string, made: number): void {
  const levels = Math.max(made, levelsMade(root));
  if (!stateEntries(root).every((name) => notes.includes(name))) return;
  for (const name of notes) removeFile(statePath(root, name));
  let folder = statePath(root);
  for (let level = 0; level <= levels && removeIfEmpty(folder); level += 1) {
    folder = dirname(folder);
  }
}

const notes = [".gitignore", "made"];

function levelsMade(root: string): number {
  const note = statePath(root, "made");
  const text = kindAt(note) === "file" ? bytesAt(note)?.toString() : undefined;
  return Number(/^(\d{1,2})\n$/.exec(text ?? "")?.[1] ?? 0);
}

/** Removes a folder if it is empty. Returns whether it no longer exists. */
export function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    return hasCode(error, "ENOENT");
  }
}

/** Removes a file if it exists. */
export function removeFile(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
}

/** Creates something, unless another process has created it first. */
export function makeUnlessThere(make: () => void): void {
  try {
    make();
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
}
