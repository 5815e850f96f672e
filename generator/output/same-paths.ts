import { isSameFile, join } from "./disk.js";

/** Paths in a folder, by the files that they lead to: on many systems, `a.ts` and `A.ts` are the same. */
export interface PathSet {
  readonly has: (path: string) => boolean;
  readonly add: (path: string) => void;
}

export function samePaths(root: string, paths: readonly string[]): PathSet {
  const byFold = new Map<string, string[]>();
  const add = (path: string): void => {
    const known = byFold.get(fold(path));
    if (known === undefined) byFold.set(fold(path), [path]);
    else known.push(path);
  };
  paths.forEach(add);
  return {
    add,
    has: (path) =>
      (byFold.get(fold(path)) ?? []).some(
        (other) => other === path || isSameFile(join(root, other), join(root, path)),
      ),
  };
}

function fold(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
