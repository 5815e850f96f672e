import type { FileHook } from "../config/file-hook.js";
import { hashOf } from "../output/cache/hash.js";

/** The hashes of files, by absolute path; null for a file that was looked for and does not exist. */
export type Recording = Map<string, string | null>;

/** Returns a hook that records the hash of each file, and calls another hook. */
export function recording(read: Recording, onFile?: FileHook): FileHook {
  return (path, bytes) => {
    read.set(path, bytes === undefined ? null : hashOf(bytes));
    onFile?.(path, bytes);
  };
}
