import { contentHash } from "./cache/content-hash.js";
import { readMark } from "./mark.js";

/**
 * The author of a file: `own`, as Guardsmith wrote it; `edited`, written by Guardsmith and changed since; or
 * `unknown`.
 */
export type Authorship = "own" | "edited" | "unknown";

/**
 * Returns the author of a file.
 *
 * @param path Relative to the output folder.
 * @param written The hash of what Guardsmith wrote there, if it is known.
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
