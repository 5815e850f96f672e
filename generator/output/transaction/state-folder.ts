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

// Everything that a run needs while it writes lies in one folder of the output folder:
//
//   .gitignore     so that no leftover is ever committed
//   made           how many folders were made for the output folder, itself included
//   lock/ID        the lock, held by the run of this id
//   waiting-ID/ID  what will be the lock of a run, once it is free
//   run-ID/        the staged files of a run, the files that they replace, and the journal

/** The name of that folder. */
export const stateFolder = ".guardsmith";

/** The path of something in that folder. */
export function statePath(root: string, name = ""): string {
  return join(root, stateFolder, name);
}

/** Whether a run writes to an output folder, or has left something there when it was cut short. */
export function isInUse(outDir: string): boolean {
  return kindAt(statePath(outDir)) !== "absent";
}

/** Makes the output folder. Returns how many folders were made for that. */
export function makeOutputFolder(root: string): number {
  const first = mkdirSync(root, { recursive: true });
  if (first === undefined) return 0;
  const inside = relative(first, root);
  return inside === "" ? 1 : inside.split(sep).length + 1;
}

/**
 * Makes the folder.
 *
 * @param root The output folder.
 * @param made How many folders were made for that.
 */
export function makeStateFolder(root: string, made: number): void {
  makeUnlessThere(() => mkdirSync(statePath(root)));
  if (kindAt(statePath(root)) !== "folder") {
    const reason = "is in the way of a folder that Guardsmith needs while it writes";
    throw inputError([obstacle(statePath(root), reason)]);
  }
  keepOutOfGit(root);
  if (made === 0) return;
  makeUnlessThere(() => writeFileSync(statePath(root, "made"), `${made}\n`, { flag: "wx" }));
}

/** Has Git ignore the folder. */
export function keepOutOfGit(root: string): void {
  // No link is followed, and nothing is written over.
  makeUnlessThere(() => writeFileSync(statePath(root, ".gitignore"), "*\n", { flag: "wx" }));
}

/** What the folder holds; nothing, where there is none. */
export function stateEntries(root: string): readonly string[] {
  try {
    return kindAt(statePath(root)) === "folder" ? readdirSync(statePath(root)).sort() : [];
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return [];
    throw error;
  }
}

/**
 * Removes the folder, and the output folder, if that was made and holds nothing. Does nothing while
 * another run needs it.
 *
 * @param root The output folder.
 * @param made How many folders this run has made for that.
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

/** Removes a folder unless something is in it. Returns whether it is gone. */
export function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    return hasCode(error, "ENOENT");
  }
}

/** Removes a file unless it is gone already. */
export function removeFile(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
}

/** Makes something that somebody else may have made first. */
export function makeUnlessThere(make: () => void): void {
  try {
    make();
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
}
