import type { SourceText } from "../core/source-text.js";
import { realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { inputError, type InputError } from "../core/failure.js";
import { decodeUtf8 } from "../text/decode.js";
import type { FileHook } from "../config/file-hook.js";
import { maxFileBytes } from "../text/limits.js";
import { once } from "./once.js";
import { fileProblem, readFileBytes } from "./read-file.js";
import { nameOfPath, sourceText, type Origin } from "../text/source-text.js";
import { pathOfUri } from "../core/uri.js";

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
 *   file; where that is no local file, every file is outside.
 * @param cwd The working directory, absolute.
 * @param onFile Is told of every file that is read or looked for, by the path of a reference to it.
 * @returns Reads the file with a `file:` URL, or throws an InputError. What symbolic links lead to is
 *   read once, and has the URI that it has without them.
 * @throws InputError `invalid-config`, when the folder is not there.
 */
export async function openFiles(
  entry: SourceText,
  rootPath: string | undefined,
  cwd: string,
  onFile?: FileHook,
): Promise<(url: URL) => Promise<SourceText>> {
  const root = await openRoot(entry, rootPath);
  const entryPath = pathOfUri(entry.uri);
  const entryRealPath = entryPath === undefined ? undefined : await realPathOf(entryPath);
  const name = (path: string): string => nameOfPath(path, cwd);

  if (root === undefined) {
    return (url) => Promise.reject(noRoot(url, entry));
  }
  /** The path of the first reference to a file, by its path without symbolic links. */
  const asked = new Map<string, string>();
  const readOnce = once((realPath) => {
    // Without the links inside the root, but with those that lead to it.
    const path = join(root.path, relative(root.realPath, realPath));
    return read(realPath, { uri: pathToFileURL(path).href, name: name(path) }, (_, bytes) =>
      onFile?.(asked.get(realPath) ?? realPath, bytes),
    );
  });
  return async (url) => {
    // A file of another machine is not even looked for.
    const isElsewhere = url.host !== pathToFileURL(root.path).host;
    if (isElsewhere) throw outsideRoot(url.href, name(root.path));
    const path = pathOfUri(url.href);
    if (path === undefined) throw noFile(url);
    const isInside = isIn(root.path, path) || isIn(root.realPath, path);
    const realPath = await realpath(path).catch((error: unknown) => {
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

async function read(path: string, origin: Origin, onFile: FileHook): Promise<SourceText> {
  const { name } = origin;
  const stats = await stat(path).catch((error: unknown) => {
    throw unreadable(name, error);
  });
  // Reading a pipe or a device may never end.
  if (!stats.isFile() && !stats.isDirectory()) {
    const message = `${name} is not an ordinary file`;
    const help = "refer to an ordinary file";
    throw inputError([{ code: "file-unreadable", message, help }]);
  }
  if (stats.size > maxFileBytes) {
    const message = `${name} is larger than ${maxFileBytes} bytes`;
    const help = "split the file";
    throw inputError([{ code: "file-too-large", message, help }]);
  }
  return sourceText(origin, decodeUtf8(await readFileBytes(path, name, onFile), name));
}

async function openRoot(entry: SourceText, path: string | undefined): Promise<Root | undefined> {
  if (path === undefined) {
    const entryPath = pathOfUri(entry.uri);
    if (entryPath === undefined) return undefined;
    const folder = dirname(entryPath);
    // A text in memory may say that it comes from where nothing is.
    return { path: folder, realPath: (await realPathOf(folder)) ?? folder };
  }
  const realPath = await realPathOf(path);
  if (realPath !== undefined && (await stat(realPath)).isDirectory()) return { path, realPath };
  const message = `\`references.root\` must be a folder, and ${path} is none`;
  const help = "name a folder that is there, or leave the setting out";
  throw inputError([{ code: "invalid-config", message, help }]);
}

/** The path without symbolic links; undefined when there is no such file. */
async function realPathOf(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch {
    return undefined;
  }
}

function isIn(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
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
      help: "set `references.root` to a folder that contains it if it belongs to the document",
    },
  ]);
}
