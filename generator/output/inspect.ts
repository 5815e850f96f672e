import { join, kindAt, readFileSync, sizeAt } from "./disk.js";
import { parentFolders } from "./output-path.js";
import { largestFile } from "./strays.js";

/** What is at a path of the output folder. */
export type Found =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly bytes: Buffer }
  /** Something that Guardsmith does not replace; `by` is its path. */
  | { readonly kind: "blocked"; readonly by: string; readonly reason: string };

/** Returns a function that finds what is at paths of a folder. It looks at each folder on the way once. */
export function inspector(root: string): (path: string) => Found {
  const folders = new Map<string, Found | undefined>();
  const inspectFolder = (folder: string): Found | undefined => {
    if (!folders.has(folder)) folders.set(folder, obstacleAt(join(root, folder)));
    return folders.get(folder);
  };
  return (path) => {
    for (const folder of parentFolders(path)) {
      const obstacle = inspectFolder(folder);
      if (obstacle !== undefined) return obstacle;
    }
    const at = join(root, path);
    const kind = kindAt(at);
    switch (kind) {
      case "absent":
        return { kind };
      case "file":
        return sizeAt(at) > largestFile
          ? { kind: "blocked", by: at, reason: "is too large for a generated file" }
          : { kind, bytes: readFileSync(at) };
      case "folder":
      case "link":
      case "other":
        return { kind: "blocked", by: at, reason: "is in the way of a generated file" };
    }
  };
}

/** Returns why files cannot be written into a folder, or undefined if they can. */
function obstacleAt(folder: string): Found | undefined {
  const kind = kindAt(folder);
  switch (kind) {
    case "absent":
      return { kind };
    case "folder":
      return undefined;
    case "link":
      // Even a link to a folder inside would give two paths to the same file.
      return { kind: "blocked", by: folder, reason: "is a link in the way of a generated folder" };
    case "file":
    case "other":
      return { kind: "blocked", by: folder, reason: "is in the way of a generated folder" };
  }
}
