import type { SourceText } from "../core/source-text.js";
import { inputError, type InputError } from "../core/failure.js";
import { decodeUtf8 } from "../text/decode.js";
import type { FileHook } from "../config/file-hook.js";
import { once } from "./once.js";
import { fileProblem, readFileBytes } from "../config/read-file.js";
import type { LocalFiles } from "./host.js";
import { sourceText, type Origin } from "../text/source-text.js";

/** The folder that references must not leave. */
interface Root {
  readonly path: string;
  /** The same without symbolic links. */
  readonly realPath: string;
}

/**
 * Prepares the reading of the local files that a document refers to.
 *
 * @param entry The entry file.
 * @param rootPath The folder that references must not leave, absolute. Default: the folder of the entry
 *   file; where that is no local file, every file is outside, and where it came over the network, whatever
 *   the folder is.
 * @param files The files of this machine; where there are none, every file is outside.
 * @param onFile Is called with every file that is read or looked for, by the path of a reference to it.
 * @returns Reads the file with a `file:` URL, or throws an InputError. What symbolic links lead to is
 *   read once, and has the URI that it has without them.
 * @throws InputError `invalid-config`, when the folder is not there.
 */
export async function openFiles(
  entry: SourceText,
  rootPath: string | undefined,
  files: LocalFiles | undefined,
  onFile?: FileHook,
): Promise<(url: URL) => Promise<SourceText>> {
  // What was fetched never decides which files of this machine are read.
  const isRemote = /^https?:/i.test(entry.uri);
  const root = files && !isRemote ? await openRoot(entry, rootPath, files) : undefined;
  if (files === undefined || root === undefined) {
    return (url) => Promise.reject(noRoot(url, entry));
  }
  const entryPath = files.pathOf(entry.uri);
  const entryRealPath = entryPath === undefined ? undefined : await realPathOf(entryPath, files);
  const name = files.nameOf;
  const isIn = (folder: string, path: string): boolean => files.pathIn(folder, path) !== undefined;

  /** The path of the first reference to a file, by its path without symbolic links. */
  const asked = new Map<string, string>();
  const readOnce = once((realPath) => {
    // Without the links inside the root, but with those that lead to it.
    const path = files.join(root.path, files.pathIn(root.realPath, realPath) ?? "");
    return read(realPath, { uri: files.uriOf(path), name: name(path) }, files, (_, bytes) =>
      onFile?.(asked.get(realPath) ?? realPath, bytes),
    );
  });
  return async (url) => {
    // A file of another machine is not even looked for.
    const isElsewhere = url.host !== new URL(files.uriOf(root.path)).host;
    if (isElsewhere) throw outsideRoot(url.href, name(root.path));
    const path = files.pathOf(url.href);
    if (path === undefined) throw noFile(url);
    const isInside = isIn(root.path, path) || isIn(root.realPath, path);
    const realPath = await files.realPath(path).catch((error: unknown) => {
      if (!isInside) throw outsideRoot(name(path), name(root.path));
      onFile?.(path, undefined);
      throw unreadable(name(path), error);
    });
    if (realPath === entryRealPath) return entry;
    if (!isIn(root.realPath, realPath)) {
      const shown = isInside ? `${name(path)}, a link to ${name(realPath)},` : name(path);
      throw outsideRoot(shown, name(root.path));
    }
    if (!asked.has(realPath)) asked.set(realPath, path);
    return readOnce(realPath);
  };
}

async function read(
  path: string,
  origin: Origin,
  files: LocalFiles,
  onFile: FileHook,
): Promise<SourceText> {
  const { name } = origin;
  return sourceText(origin, decodeUtf8(await readFileBytes(path, name, files.read, onFile), name));
}

async function openRoot(
  entry: SourceText,
  path: string | undefined,
  files: LocalFiles,
): Promise<Root | undefined> {
  if (path === undefined) {
    const entryPath = files.pathOf(entry.uri);
    if (entryPath === undefined) return undefined;
    const folder = files.folderOf(entryPath);
    // A text in memory may say that it comes from where nothing is.
    return { path: folder, realPath: (await realPathOf(folder, files)) ?? folder };
  }
  const realPath = await realPathOf(path, files);
  if (realPath !== undefined && (await files.isFolder(realPath))) {
    return { path, realPath };
  }
  const message = `\`references.root\` must be a folder, and ${path} is none`;
  const help = "name a folder that is there, or leave the setting out";
  throw inputError([{ code: "invalid-config", message, help }]);
}

/** The path without symbolic links; undefined when there is no such file. */
async function realPathOf(path: string, files: LocalFiles): Promise<string | undefined> {
  try {
    return await files.realPath(path);
  } catch {
    return undefined;
  }
}

function unreadable(name: string, error: unknown): InputError {
  const problem = fileProblem(name, error);
  if (problem.code !== "file-not-found") return inputError([problem]);
  const help = "a relative reference starts from the folder of the file that it stands in";
  return inputError([{ ...problem, help }]);
}

function noFile({ href }: URL): InputError {
  const message = `${href} names no file on this machine`;
  const help = "write it as file:///, followed by an absolute path";
  return inputError([{ code: "file-not-found", message, help }]);
}

function outsideRoot(shown: string, root: string): InputError {
  return inputError([
    {
      code: "outside-root",
      message: `${shown} is outside of ${root === "" ? "the working directory" : root}, which references must not leave`,
      help: "set `references.root` to a folder that contains it if it belongs to the document",
    },
  ]);
}

function noRoot({ href }: URL, entry: SourceText): InputError {
  return inputError([
    {
      code: "outside-root",
      message: `${href} is a local file, and ${entry.name} is none`,
      help: /^https?:/i.test(entry.uri)
        ? "refer to it by a URL, or download the document and give its path"
        : "set `references.root` to a folder that contains it if it belongs to the document",
    },
  ]);
}
