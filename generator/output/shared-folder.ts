import { inputError, type Problem } from "../core/failure.js";
import type { DocumentRecord, FolderRecord } from "./cache/folder-record.js";
import { dirname, join, kindAt, pathOfUri, relative, sep } from "./disk.js";
import { manifestPath, readManifest } from "./manifest.js";
import { parentFolders } from "./output-path.js";
import { visible } from "../text/visible.js";
import { shownPath } from "./shown-path.js";

/**
 * Throws if the files of one document would be replaced by those of another. A document that was moved, or
 * has a new version, counts as the same document.
 *
 * @param record The record of the folder.
 * @param next The document to generate from.
 */
export function refuseOtherDocument(
  root: string,
  { document: last, files }: FolderRecord,
  next: DocumentRecord | undefined,
): void {
  if (last === undefined || next === undefined || last.uri === next.uri) return;
  if (isGone(last.uri) || isSameApi(last, next)) return;
  const isThere = Object.keys(files).some((path) => kindAt(join(root, path)) === "file");
  if (!isThere) return;
  throw sharedFolder({
    message: `${shownPath(root)} was generated from ${shownUri(last.uri)}, not from ${shownUri(next.uri)}`,
    help: "give each document an output folder of its own, or run with --force to replace the files",
  });
}

/** Returns whether a local document no longer exists. URLs are not requested. */
function isGone(uri: string): boolean {
  return uri.startsWith("file:") && kindAt(pathOfUri(uri)) !== "file";
}

/** Returns whether two documents describe the same API: they share the title and most of their models. */
function isSameApi(last: DocumentRecord, next: DocumentRecord): boolean {
  if (last.title !== next.title) return false;
  const names = new Set(last.models);
  const shared = next.models.filter((name) => names.has(name)).length;
  return shared * 2 >= Math.min(last.models.length, next.models.length);
}

function shownUri(uri: string): string {
  return uri.startsWith("file:") ? shownPath(pathOfUri(uri)) : visible(uri);
}

/**
 * Throws if the output folder is among the generated files of another output folder.
 *
 * @param root The output folder.
 * @param paths The files to write.
 */
export async function refuseNesting(root: string, paths: Iterable<string>): Promise<void> {
  const folders = new Set([...paths].flatMap(parentFolders));
  for (const folder of folders) {
    if (kindAt(join(root, folder)) !== "folder") continue;
    if (kindAt(join(root, folder, manifestPath)) === "file") throw nested(join(root, folder), root);
  }
  for (let around = dirname(root), below = root; around !== below; around = dirname(around)) {
    below = around;
    const inner = `${relative(around, root).split(sep).join("/")}/`;
    const listed = await readManifest(around);
    const isAmong = listed.some(
      (path) => path.startsWith(inner) && kindAt(join(around, path)) === "file",
    );
    if (isAmong) throw nested(root, around);
  }
}

function nested(inner: string, outer: string): Error {
  const [within, around] = [shownPath(inner), shownPath(outer)];
  return sharedFolder({
    message: `the output folder ${within} is among the generated files of the output folder ${around}`,
    help: `choose a folder outside of it; if one of the two is no longer used, run \`guardsmith clean --out\` for it first`,
  });
}

function sharedFolder(problem: Omit<Problem, "code">): Error {
  return inputError([{ ...problem, code: "shared-output-folder" }]);
}
