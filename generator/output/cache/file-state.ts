import type { FileState } from "../../emit/output-file.js";
import { bytesAt, versionOf } from "../disk.js";
import { contentHash } from "./content-hash.js";

/**
 * Returns the state of a file of the output folder. The file is only read if its version has changed.
 *
 * @param path Its path.
 * @param known The known state.
 * @param now An earlier time by the clock of the file system. Only a file that was written before it gets
 *   a version, because the next write could have the same timestamp.
 * @returns The state, or undefined if there is no file.
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
