// All that this folder uses to reach a disk.
import { readFile, stat } from "node:fs/promises";

export { watch, type FSWatcher } from "chokidar";
export { dirname, resolve } from "node:path";

/** The bytes of a file; undefined where there is none; `other`, where it is no ordinary file. */
export async function bytesAt(path: string): Promise<Uint8Array | "other" | undefined> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return undefined;
    return stats.isFile() ? await readFile(path) : "other";
  } catch {
    return undefined;
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
