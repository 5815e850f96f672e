import { createReadStream, type Dirent } from "node:fs";
import { appendFile, readdir, realpath, stat } from "node:fs/promises";
import { isAbsolute, posix, relative, resolve } from "node:path";
import { inputError } from "../core/failure.js";
import { readBytes } from "../config/disk.js";
import { fileProblem } from "../config/read-file.js";
import { hasCode } from "../output/system-error.js";

export { readBytes, type Dirent };

/**
 * Makes a path that the user wrote absolute.
 *
 * @param path The path.
 * @param cwd The working directory, absolute.
 */
export function absolutePath(path: string, cwd: string): string {
  return resolve(cwd, path);
}

/**
 * Returns the path of a file from a folder that it lies in; undefined, if it lies elsewhere.
 *
 * @param folder The folder, absolute.
 * @param cwd The working directory, absolute.
 * @param file The file, absolute or relative to the working directory.
 */
export function pathInside(folder: string, cwd: string, file: string): string | undefined {
  const path = withSlashes(relative(folder, resolve(cwd, file)));
  return path === "" || path === ".." || path.startsWith("../") || isAbsolute(path)
    ? undefined
    : path;
}

/** Adds a text to the end of a file. */
export async function appendText(path: string, text: string): Promise<void> {
  await appendFile(path, text);
}

/** Joins the path of a folder and the name of an entry, with `/`. */
export function entryPath(folder: string, name: string): string {
  return posix.join(folder, name);
}

/** Returns the path with `/` between the folders. A backslash is a part of a name on some systems. */
export function withSlashes(path: string): string {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

/**
 * Reads a text file.
 *
 * @param path Its absolute path.
 * @param name The file as the user knows it, for the error.
 * @returns Its text; undefined, if it is not there.
 * @throws InputError when it cannot be read.
 */
export async function readTextIfThere(path: string, name: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await readBytes(path));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw inputError([fileProblem(name, error)]);
  }
}

/** Opens a file that is read piece by piece; errors are thrown where the pieces are read. */
export function openFile(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path);
}

/** What stands at a path. */
export interface FileStatus {
  readonly isFolder: boolean;
  /** Whether it is an ordinary file: neither a folder nor a pipe or the like. */
  readonly isFile: boolean;
}

/** Looks at a path, and follows links; undefined, if nothing can be found there. */
export async function statusOf(path: string): Promise<FileStatus | undefined> {
  return stat(path).then(
    (stats) => ({ isFolder: stats.isDirectory(), isFile: stats.isFile() }),
    () => undefined,
  );
}

/** Lists a folder; what is no folder, or cannot be looked into, holds nothing. */
export async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}

/** Returns a text that is the same for all the paths of a file. */
export async function identityOf(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
