// Everything that this folder uses to access the disk: no other module of it imports from Node.js for that.
import {
  closeSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readBytes, readBytesSync } from "../config/disk.js";
import { UnfitFileError } from "../config/read-file.js";
import { hasCode } from "./system-error.js";

// Blocking calls: thousands of promises take longer.
export {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
export { mkdir, realpath, rename, rm, rmdir, writeFile } from "node:fs/promises";
export { hostname } from "node:os";
export { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** Returns the `file:` URI of an absolute path. */
export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}

/** Returns the absolute path of a `file:` URI. */
export function pathOfUri(uri: string): string {
  return fileURLToPath(uri);
}

/** What is at a path, without following links. */
export type PathKind = "absent" | "file" | "folder" | "link" | "other";

export function kindAt(path: string): PathKind {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return "absent";
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "folder";
  return stats.isSymbolicLink() ? "link" : "other";
}

/** Returns the size of a file in bytes, or 0 if there is none. */
export function sizeAt(path: string): number {
  return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Returns whether two paths lead to one file, as `a.ts` and `A.ts` do on many systems. */
export function isSameFile(path: string, other: string): boolean {
  const [one, two] = [path, other].map((each) =>
    lstatSync(each, { bigint: true, throwIfNoEntry: false }),
  );
  return one !== undefined && one.dev === two?.dev && one.ino === two.ino;
}

/** Returns the names of the files directly in a folder, or an empty list if there is no folder. */
export function fileNamesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [entry.name] : [],
    );
  } catch {
    return [];
  }
}

/** Returns the names of the folders in a folder, or an empty list if there is no folder. */
export function folderNamesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
  } catch {
    return [];
  }
}

/** Returns the first bytes of a file as text, or an empty text if it cannot be read. */
export function headOf(path: string, size: number): string {
  try {
    const file = openSync(path, "r");
    try {
      const bytes = Buffer.alloc(size);
      return bytes.toString("utf8", 0, readSync(file, bytes, 0, size, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return "";
  }
}

/**
 * Returns the cache folder of the user for Guardsmith.
 *
 * @returns An absolute path, or undefined if the system has none.
 * @see https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function cacheFolder(): string | undefined {
  const { XDG_CACHE_HOME: named = "", LOCALAPPDATA: local = "" } = process.env;
  if (isAbsolute(named)) return join(named, "guardsmith");
  if (process.platform === "win32" && isAbsolute(local)) return join(local, "guardsmith", "Cache");
  const inHome = process.platform === "darwin" ? "Library/Caches" : ".cache";
  try {
    return isAbsolute(homedir()) ? join(homedir(), inHome, "guardsmith") : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file in one step, replacing an earlier one. Only the user may read it. */
export function replaceFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const staged = `${path}.${crypto.randomUUID()}`;
  try {
    writeFileSync(staged, text, { flag: "wx", mode: 0o600 });
    renameSync(staged, path);
  } catch (error) {
    rmSync(staged, { force: true });
    throw error;
  }
}

/** Removes a file, if it exists. */
export function removeFile(path: string): void {
  rmSync(path, { force: true });
}

/** Returns the files of a folder, the newest first. */
export function filesByAge(
  folder: string,
): readonly { readonly path: string; readonly size: number }[] {
  return fileNamesIn(folder)
    .flatMap((name) => {
      const path = join(folder, name);
      const stats = lstatSync(path, { throwIfNoEntry: false });
      return stats === undefined ? [] : [{ path, size: stats.size, time: stats.mtimeMs }];
    })
    .sort((a, b) => b.time - a.time);
}

/** Returns the bytes of a file, or undefined if it does not exist or cannot be read. */
export function bytesAt(path: string): Buffer | undefined {
  try {
    const { buffer, byteOffset, byteLength } = readBytesSync(path);
    return Buffer.from(buffer, byteOffset, byteLength);
  } catch {
    return undefined;
  }
}

/** Returns why an existing file should not be read; undefined if it can be read, or does not exist. */
export function unfitnessOf(path: string): UnfitFileError | undefined {
  try {
    readBytesSync(path);
  } catch (error) {
    if (error instanceof UnfitFileError) return error;
  }
  return undefined;
}

/** Returns the target of a link as written, or undefined if there is no link. */
export function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Returns what distinguishes a file from any other file of its name: its size, and when it was written.
 * Hard links and moves change neither, and nobody who writes a file elsewhere can predict it. Null if there
 * is no file; links are not followed.
 */
export function stampOf(path: string): string | null {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stats?.isFile() === true ? `${stats.size} ${stats.mtimeNs}` : null;
}

/** Returns when the file with a stamp was written, in milliseconds, by the clock of the file system. */
export function timeOf(stamp: string): number {
  return Number(stamp.split(" ")[1]) / 1e6;
}

/** Identifies a file among all files that were ever at its path. */
export interface FileVersion {
  /** See {@link stampOf}: the same before and after a move. */
  readonly stamp: string;
  /** Changes with every write, even if the time of the file is set back afterwards. */
  readonly version: string;
  /** When it was last changed, in milliseconds, by the clock of the file system. */
  readonly time: number;
}

/** Returns the version of the file at a path, or undefined if there is none. Links are not followed. */
export function versionOf(path: string): FileVersion | undefined {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats?.isFile() !== true) return undefined;
  const { size, mtimeNs, ctimeNs, ino } = stats;
  return {
    stamp: `${size} ${mtimeNs}`,
    version: `${size} ${mtimeNs} ${ctimeNs} ${ino}`,
    time: Number(mtimeNs > ctimeNs ? mtimeNs : ctimeNs) / 1e6,
  };
}

/** The current state of a file, past the caches of network file systems. */
export interface FreshFile {
  readonly text: string;
  /** When it was written, in milliseconds, by the clock of the file system. */
  readonly time: number;
}

/** Reads the start of a file, or returns undefined if there is none. */
export function readFresh(path: string): FreshFile | undefined {
  if (kindAt(path) !== "file") return undefined;
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
  try {
    const bytes = Buffer.alloc(4096);
    const length = readSync(file, bytes);
    return { text: bytes.toString("utf8", 0, length), time: fstatSync(file).mtimeMs };
  } finally {
    closeSync(file);
  }
}

/**
 * Rewrites the first byte of a file, which only changes its time, by the clock of the file system.
 *
 * @returns Whether the file exists.
 */
export function touch(path: string): boolean {
  try {
    const file = openSync(path, "r+");
    try {
      const bytes = Buffer.alloc(1);
      if (readSync(file, bytes, 0, 1, 0) === 1) writeSync(file, bytes, 0, 1, 0);
    } finally {
      closeSync(file);
    }
    return true;
  } catch {
    return false;
  }
}

/** Writes a file that has to survive a power failure. */
export function writeDurably(path: string, text: string): void {
  const file = openSync(path, "wx");
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Returns the text of a file. */
export async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(path));
}

/** Returns the text of a file; blocks. */
export function readTextSync(path: string): string {
  return Buffer.from(readBytesSync(path)).toString();
}

/** Returns the text of a file, or undefined if there is none. */
export async function textAt(path: string): Promise<string | undefined> {
  try {
    return await readText(path);
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
    throw error;
  }
}

/** Returns the paths of the files in a folder and its subfolders, sorted. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

/** The folder of the running code: `generator` or `dist`, both one folder above this module. */
export const codeFolder: string = fileURLToPath(new URL("..", import.meta.url));

/** The folder of the package that the code belongs to. */
export const packageFolder: string = fileURLToPath(new URL("../..", import.meta.url));

/** Returns the folders in which the running code finds a package. */
export function foldersOfPackage(name: string): readonly string[] {
  return createRequire(import.meta.url).resolve.paths(name) ?? [];
}

/**
 * Resolves a file of a package from a folder.
 *
 * @param folder An absolute path; it need not exist.
 * @param request The name of the package, or of an exported file in it.
 * @returns The absolute path, or undefined if the package is not installed.
 */
export function resolvePackage(folder: string, request: string): string | undefined {
  // Node.js would open it, even if it is a pipe or endless.
  if (isUnfitAround(folder, "package.json")) return undefined;
  try {
    return createRequire(join(folder, "package.json")).resolve(request);
  } catch {
    return undefined;
  }
}

function isUnfitAround(folder: string, name: string): boolean {
  if (unfitnessOf(join(folder, name)) !== undefined) return true;
  const parent = dirname(folder);
  return parent !== folder && isUnfitAround(parent, name);
}

/** Loads a CommonJS module or a JSON file by its absolute path. */
export function requirePath(path: string): unknown {
  return createRequire(path)(path);
}
