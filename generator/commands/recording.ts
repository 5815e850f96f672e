import type { FileHook } from "../config/file-hook.js";
import { hashOf } from "../output/cache/hash.js";

/** The hashes of files, by absolute path; null for one that was looked for and is not there. */
export type Recording = Map<string, string | null>;

/** A hook that notes the hash of what was read, and passes it on. */
export function recording(read: Recording, onFile?: FileHook): FileHook {
  return (path, bytes) => {
    read.set(path, bytes === undefined ? null : hashOf(bytes));
    onFile?.(path, bytes);
  };
}
