import { dirname, filesByAge, removeFile } from "../disk.js";

/** How much the records of all output folders may take: some thousand small ones. */
const maxBytes = 64_000_000;

/**
 * Removes the oldest records, where all of them take too much.
 *
 * @param own A record that stays.
 */
export function prune(own: string): void {
  let total = 0;
  for (const { path, size } of filesByAge(dirname(own))) {
    total += size;
    if (total > maxBytes && path !== own) removeFile(path);
  }
}
