import { contentHash } from "./cache/content-hash.js";
import { readMark } from "./mark.js";

/**
 * How a file came to be as it is: as Guardsmith wrote it; by Guardsmith, and changed since; or nobody
 * can tell.
 */
export type Authorship = "own" | "edited" | "unknown";

/**
 * Tells who wrote a file.
 *
 * @param path Relative to the output folder.
 * @param written The hash of what Guardsmith wrote there, if that is remembered.
 */
export function authorshipOf(path: string, bytes: Buffer, written: string | undefined): Authorship {
  if (written !== undefined && written === contentHash(bytes)) return "own";
  switch (readMark(path, bytes.toString())) {
    case "intact":
      return "own";
    case "edited":
      return "edited";
    case "none":
      return "unknown";
  }
}
