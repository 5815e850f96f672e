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
 * Returns a reader of the local files that a document refers to.
 *
 * @param entry The entry file.
 * @param rootPath The folder that references must not leave, absolute. Default: the folder of the entry
 *   file. If the entry file is not local, there is no default; if it came over the network, no local file is
 *   read, even with a folder.
 * @param files The files of this machine; without them, no file is read.
 * @param onFile Is called with every file that is read or looked for, by the path of a reference to it.
 * @returns A function that reads the file of a `file:` URL, or throws an InputError. A file is read once, even
 *   through several symbolic links, and has the URI without links.
 * @throws {InputError} `invalid-config`, if the folder does not exist.
 */
export async function openFiles(
  entry: SourceText,
  rootPath: string | undefined,
  files: LocalFiles | undefined,
  onFile?: FileHook,
): Promise<(url: URL) => Promise<SourceText>> {
  // A remote document never decides which local files are read.
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
    // Links inside the root are resolved, those that lead to it are not.
    const path = files.join(root.path, files.pathIn(root.realPath, realPath) ?? "");
    return read(realPath, { uri: files.uriOf(path), name: name(path) }, files, (_, bytes) =>
      onFile?.(asked.get(realPath) ?? realPath, bytes),
    );
  });
  return async (url) => {
    // Files of other machines are never accessed.
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
    // The URI of a text in memory may name a folder that does not exist.
    return { path: folder, realPath: (await realPathOf(folder, files)) ?? folder };
  }
  const realPath = await realPathOf(path, files);
  if (realPath !== undefined && (await files.isFolder(realPath))) {
    return { path, realPath };
  }
  const message = `\`references.root\` must be a folder, and ${path} is not one`;
  const help = "name an existing folder, or remove the setting";
  throw inputError([{ code: "invalid-config", message, help }]);
}

/** Returns the path without symbolic links, or undefined if there is no such file. */
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
  const help = "check the path: a relative reference is relative to the folder of its file";
  return inputError([{ ...problem, help }]);
}

function noFile({ href }: URL): InputError {
  const message = `${href} is not the URL of a file on this machine`;
  const help = "write it as file:///, followed by an absolute path";
  return inputError([{ code: "file-not-found", message, help }]);
}

function outsideRoot(shown: string, root: string): InputError {
  return inputError([
    {
      code: "outside-root",
      message: `${shown} is outside ${root === "" ? "the working directory" : root}, which references must not leave`,
      help: "set `references.root` to a folder that contains it if it belongs to the document",
    },
  ]);
}

function noRoot({ href }: URL, entry: SourceText): InputError {
  return inputError([
    {
      code: "outside-root",
      message: `${href} is a local file, but ${entry.name} is not`,
      help: /^https?:/i.test(entry.uri)
        ? "refer to it by a URL, or download the document and give its path"
        : "set `references.root` to a folder that contains it if it belongs to the document",
    },
  ]);
}
