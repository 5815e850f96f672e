import { createReadStream, type Dirent } from "node:fs";
import { appendFile, readdir, realpath, stat } from "node:fs/promises";
import { isAbsolute, posix, relative, resolve } from "node:path";
import { inputError } from "../core/failure.js";
import { readBytes } from "../config/disk.js";
import { fileProblem } from "../config/read-file.js";
import { hasCode } from "../output/system-error.js";

export { readBytes, type Dirent };

/**
 * Returns the absolute form of a path that the user wrote.
 *
 * @param path The path.
 * @param cwd The working directory, absolute.
 */
export function absolutePath(path: string, cwd: string): string {
  return resolve(cwd, path);
}

/**
 * Returns the path of a file relative to a folder, or undefined if the file is not inside it.
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
 * @returns Its text, or undefined if there is no file.
 * @throws {InputError} If it cannot be read.
 */
export async function readTextIfThere(path: string, name: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await readBytes(path));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw inputError([fileProblem(name, error)]);
  }
}

/** Opens a file to read it piece by piece. Errors are thrown while the pieces are read. */
export function openFile(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path);
}

/** What is at a path. */
export interface FileStatus {
  readonly isFolder: boolean;
  /** Whether it is a regular file: not a folder, a pipe or the like. */
  readonly isFile: boolean;
}

/** Returns what is at a path, following links, or undefined if nothing is found. */
export async function statusOf(path: string): Promise<FileStatus | undefined> {
  return stat(path).then(
    (stats) => ({ isFolder: stats.isDirectory(), isFile: stats.isFile() }),
    () => undefined,
  );
}

/** Lists a folder. Returns no entries if it is not a folder or cannot be read. */
export async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}

/** Returns a text that is the same for all the paths of a file. */
export async function identityOf(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
