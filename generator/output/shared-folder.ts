import { inputError, type Problem } from "../core/failure.js";
import type { DocumentRecord, FolderRecord } from "./cache/folder-record.js";
import { dirname, join, kindAt, pathOfUri, relative, sep } from "./disk.js";
import { manifestPath, readManifest } from "./manifest.js";
import { parentFolders } from "./output-path.js";
import { visible } from "../text/visible.js";
import { shownPath } from "./shown-path.js";

/**
 * Refuses to replace what was made from one document by what is made from another. A document that was
 * moved, or is there in a new version, is the same one.
 *
 * @param record What is remembered of the folder.
 * @param next The document that it is to be made from.
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
    message: `${shownPath(root)} was generated from ${shownUri(last.uri)}, which is another document than ${shownUri(next.uri)}`,
    help: "give each document an output folder of its own, or run with --force to replace what is there",
  });
}

/** Whether nothing is left of a document; nobody asks the network. */
function isGone(uri: string): boolean {
  return uri.startsWith("file:") && kindAt(pathOfUri(uri)) !== "file";
}

/** Whether two documents describe one API: they have one title, and most of their models in common. */
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
 * Refuses an output folder among the files of another one.
 *
 * @param root The output folder.
 * @param paths The files that are to be written there.
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
    message: `the output folder ${within} lies among the generated files of the output folder ${around}`,
    help: `choose a folder beside it; if one of the two is not used any more, run \`guardsmith clean --out\` with it first`,
  });
}

function sharedFolder(problem: Omit<Problem, "code">): Error {
  return inputError([{ ...problem, code: "shared-output-folder" }]);
}
