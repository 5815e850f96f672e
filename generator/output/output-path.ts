/** The folder of the output folder for files of a run in progress. */
const runFolder = ".guardsmith";

/**
 * Returns whether a path can be that of a generated file: inside the output folder, on every operating
 * system. It has parts joined by single slashes, none of them `.` or `..`, no drive letter, no backslash and
 * no control character. It does not lead into `.git`, `node_modules` or the folder of a run in progress.
 *
 * @param path A path from an {@link OutputFile} or from a manifest: neither is trusted.
 */
export function isInnerPath(path: string): boolean {
  return (
    // Windows reads `\` as a separator and `C:` as a drive. `#` begins a comment in a manifest.
    !/[\\:\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]|^#/u.test(path) &&
    path.split("/").every(isName) &&
    path.split("/")[0]?.toLowerCase() !== runFolder
  );
}

function isName(part: string): boolean {
  // Windows ignores dots and blanks at the end: `.. ` is `..` there.
  return part !== "" && !/[. ]$/.test(part) && !/^(?:\.git|node_modules)$/i.test(part);
}

/**
 * Returns the folders around a file, the outermost first: `a/b/c.ts` is in `a` and `a/b`.
 *
 * @param path An inner path: see {@link isInnerPath}.
 */
export function parentFolders(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}

/**
 * Compares two paths by code unit for sorting, which gives the same order on every machine.
 */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
