import type { FileState } from "../../emit/output-file.js";
import { bytesAt, versionOf } from "../disk.js";
import { contentHash } from "./content-hash.js";

/**
 * Looks at a file of the output folder. It is only read if it is not the one that is known.
 *
 * @param path Its path.
 * @param known What is known of it.
 * @param now What time it was by the clock of the file system before this. Only a file that was written
 *   earlier gets a version: the next write could come within the same tick of that clock.
 * @returns What it is now; undefined where there is none.
 */
export function stateAt(
  path: string,
  known: FileState | undefined,
  now: number | undefined = -Infinity,
): FileState | undefined {
  const seen = versionOf(path);
  if (seen !== undefined && seen.version === known?.version) return known;
  const content = bytesAt(path);
  if (content === undefined) return undefined;
  const isSettled = seen !== undefined && seen.time < now;
  return { hash: contentHash(content), ...(isSettled && { version: seen.version }) };
}
