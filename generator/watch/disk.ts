// All that this folder uses to reach a disk.
import { stat } from "node:fs/promises";
import { readBytes } from "../config/disk.js";
import { UnfitFileError } from "../config/read-file.js";

export { watch, type FSWatcher } from "chokidar";
export { dirname, resolve } from "node:path";

/** The bytes of a file; undefined where there is none; `unfit`, where it is none to read. */
export async function bytesAt(path: string): Promise<Uint8Array | "unfit" | undefined> {
  try {
    return await readBytes(path);
  } catch (error) {
    return error instanceof UnfitFileError ? "unfit" : undefined;
  }
}

/** Whether there is a folder. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
