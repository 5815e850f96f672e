import { dirname, filesByAge, removeFile } from "../disk.js";

/** The most bytes of the records of all output folders: enough for some thousand small ones. */
const maxBytes = 64_000_000;

/**
 * Removes the oldest records if all records together take too much space.
 *
 * @param own A record to keep.
 */
export function prune(own: string): void {
  let total = 0;
  for (const { path, size } of filesByAge(dirname(own))) {
    total += size;
    if (total > maxBytes && path !== own) removeFile(path);
  }
}
