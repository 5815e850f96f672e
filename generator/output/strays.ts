import {
  bytesAt,
  extname,
  fileNamesIn,
  folderNamesIn,
  headOf,
  join,
  kindAt,
  sizeAt,
} from "./disk.js";
import { headSize, readMark } from "./mark.js";
import { isInnerPath, parentFolders } from "./output-path.js";

/** The kinds of files that have a mark. */
const marked: ReadonlySet<string> = new Set([".ts", ".js", ".json", ".md"]);

/** Larger files are not generated. */
export const largestFile = 256_000_000;

/**
 * Finds unchanged generated files that the manifest does not list: a merge can take a file from one side and
 * the manifest from the other.
 *
 * @param root The output folder.
 * @param known The files that the manifest lists: their folders are searched.
 */
export function straysBeside(root: string, known: Iterable<string>): readonly string[] {
  const paths = new Set(known);
  const folders = new Set(["", ...[...paths].flatMap(parentFolders)]);
  return [...folders]
    .filter((folder) => kindAt(join(root, folder)) === "folder")
    .flatMap((folder) => straysIn(root, folder, paths));
}

/** Finds unchanged generated files anywhere in the output folder. */
export function allStrays(root: string): readonly string[] {
  const folders = [""];
  // The loop also visits folders that are added meanwhile.
  for (const folder of folders) {
    const inner = folderNamesIn(join(root, folder)).map((name) => inFolder(folder, name));
    folders.push(...inner.filter(isInnerPath));
  }
  return folders.flatMap((folder) => straysIn(root, folder, new Set()));
}

function straysIn(root: string, folder: string, known: ReadonlySet<string>): readonly string[] {
  return fileNamesIn(join(root, folder))
    .map((name) => inFolder(folder, name))
    .filter(
      (path) =>
        marked.has(extname(path)) &&
        !known.has(path) &&
        isInnerPath(path) &&
        isIntact(join(root, path), path),
    );
}

function inFolder(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

function isIntact(absolute: string, path: string): boolean {
  if (readMark(path, headOf(absolute, headSize)) === "none") return false;
  if (sizeAt(absolute) > largestFile) return false;
  return readMark(path, bytesAt(absolute)?.toString() ?? "") === "intact";
}
