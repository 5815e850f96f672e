import { visible } from "../text/visible.js";
import { relative, sep } from "./disk.js";

/**
 * Returns a path for messages: relative to the working directory, with `/`, and safe to print.
 *
 * @param path An absolute path, or one relative to the working directory.
 * @param cwd The working directory, absolute. Default: the one of the process.
 */
export function shownPath(path: string, cwd: string = process.cwd()): string {
  return visible(relative(cwd, path).replaceAll(sep, "/") || ".");
}
