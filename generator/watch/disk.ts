// Everything that this folder uses to access the disk.
import { stat } from "node:fs/promises";
import { readBytes } from "../config/disk.js";
import { UnfitFileError } from "../config/read-file.js";

export { watch, type FSWatcher } from "chokidar";
export { dirname, resolve } from "node:path";

/** Returns the bytes of a file; undefined if it does not exist; `unfit` if it is not a regular file. */
export async function bytesAt(path: string): Promise<Uint8Array | "unfit" | undefined> {
  try {
    return await readBytes(path);
  } catch (error) {
    return error instanceof UnfitFileError ? "unfit" : undefined;
  }
}

/** Returns whether a path is a folder. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
