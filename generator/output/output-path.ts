/**
 * Whether a path stays inside the folder that it is relative to, on every operating system: parts
 * joined by single slashes, none of them `.` or `..`, no drive letter, no backslash.
 *
 * @param path A path from an {@link OutputFile} or from a manifest: neither is trusted.
 */
export function isInnerPath(path: string): boolean {
  return (
    path !== "" &&
    // Windows reads `\` as a separator and `C:` as a drive; NUL ends a path in system calls.
    !/[\\:\0]/.test(path) &&
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..")
  );
}

/**
 * The folders that a file lies in, the outermost first: `a/b/c.ts` is in `a` and `a/b`.
 *
 * @param path An inner path: see {@link isInnerPath}.
 */
export function parentFolders(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}

/**
 * Orders two paths by code unit, which is the same order on every machine.
 *
 * @returns A negative number, zero or a positive number, as `Array.prototype.sort` takes it.
 */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
