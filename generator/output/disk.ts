// All of Node.js that this folder uses to reach a disk: no other module of it does.
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

// What takes long to wait for, thousands of times, is done by calls that block.
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

/** The `file:` URI of an absolute path. */
export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}

/** The absolute path of a `file:` URI. */
export function pathOfUri(uri: string): string {
  return fileURLToPath(uri);
}

/** What is at a path, links not followed. */
export type PathKind = "absent" | "file" | "folder" | "link" | "other";

export function kindAt(path: string): PathKind {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return "absent";
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "folder";
  return stats.isSymbolicLink() ? "link" : "other";
}

/** The size of what is at a path, in bytes; 0 where there is nothing. */
export function sizeAt(path: string): number {
  return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Whether two paths lead to one file, as `a.ts` and `A.ts` do on many systems. */
export function isSameFile(path: string, other: string): boolean {
  const [one, two] = [path, other].map((each) =>
    lstatSync(each, { bigint: true, throwIfNoEntry: false }),
  );
  return one !== undefined && one.dev === two?.dev && one.ino === two.ino;
}

/** The names of the files in a folder, those in the folders inside it left out; none, if there is no folder. */
export function fileNamesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [entry.name] : [],
    );
  } catch {
    return [];
  }
}

/** The names of the folders in a folder; none, if there is no folder. */
export function folderNamesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
  } catch {
    return [];
  }
}

/** The first bytes of a file as text; empty where it cannot be read. */
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
 * The folder of the user in which Guardsmith remembers what makes runs fast.
 *
 * @returns An absolute path; undefined where the system names none.
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

/** Puts a file in the place of another, or where there is none, for the eyes of the user alone. */
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

/** Removes a file, if it is there. */
export function removeFile(path: string): void {
  rmSync(path, { force: true });
}

/** The files of a folder, the newest first. */
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

/** The bytes of a file; undefined where there is none, or none that can be read. */
export function bytesAt(path: string): Buffer | undefined {
  try {
    const { buffer, byteOffset, byteLength } = readBytesSync(path);
    return Buffer.from(buffer, byteOffset, byteLength);
  } catch {
    return undefined;
  }
}

/** Why a file is none to read, although it is there; undefined, if it is not there, or can be read. */
export function unfitnessOf(path: string): UnfitFileError | undefined {
  try {
    readBytesSync(path);
  } catch (error) {
    if (error instanceof UnfitFileError) return error;
  }
  return undefined;
}

/** Where a link leads, as it is written; undefined where there is none. */
export function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/**
 * What tells a file from every other of its name: its size, and when it was written. A second name and
 * a move change neither, and nobody who writes a file elsewhere can foresee it. Null where there is no
 * file; links are not followed.
 */
export function stampOf(path: string): string | null {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stats?.isFile() === true ? `${stats.size} ${stats.mtimeNs}` : null;
}

/** When the file with a stamp was written, in milliseconds, by the clock of the file system. */
export function timeOf(stamp: string): number {
  return Number(stamp.split(" ")[1]) / 1e6;
}

/** A file among all those that were ever at its path. */
export interface FileVersion {
  /** As {@link stampOf} has it: the same before and after a move. */
  readonly stamp: string;
  /** Changes with every write, also if the time of the file is set back afterwards. */
  readonly version: string;
  /** When it was changed last, in milliseconds, by the clock of the file system. */
  readonly time: number;
}

/** Which file is at a path; undefined where there is none. Links are not followed. */
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

/** A file as it is at this moment, also where the file system remembers how it was. */
export interface FreshFile {
  readonly text: string;
  /** When it was written, in milliseconds, by the clock of the file system. */
  readonly time: number;
}

/** Reads the start of a file; undefined where there is none. */
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
 * Writes the first byte of a file again, so that only its time changes, by the clock of the file system.
 *
 * @returns Whether there is such a file.
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

/** Writes a file that has to outlive a power failure. */
export function writeDurably(path: string, text: string): void {
  const file = openSync(path, "wx");
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The text of a file. */
export async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(path));
}

/** The text of a file, for which everything waits. */
export function readTextSync(path: string): string {
  return Buffer.from(readBytesSync(path)).toString();
}

/** The text of a file; undefined where there is none. */
export async function textAt(path: string): Promise<string | undefined> {
  try {
    return await readText(path);
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
    throw error;
  }
}

/** The paths of the files in a folder and in those inside it, sorted. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

/** The folder of the code that runs: `generator` or `dist`, both one folder above this code. */
export const codeFolder: string = fileURLToPath(new URL("..", import.meta.url));

/** The folder of the package that the code belongs to. */
export const packageFolder: string = fileURLToPath(new URL("../..", import.meta.url));

/** The folders in which the code that runs finds a package. */
export function foldersOfPackage(name: string): readonly string[] {
  return createRequire(import.meta.url).resolve.paths(name) ?? [];
}

/**
 * The file of a package as code in a folder finds it.
 *
 * @param folder An absolute path; there need not be anything.
 * @param request The name of the package, or the path of a file in it that it exports.
 * @returns The absolute path; undefined, where the package is not installed.
 */
export function resolvePackage(folder: string, request: string): string | undefined {
  // Node.js would open it, whatever it is.
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

/** What a CommonJS module or a JSON file holds, by its absolute path. */
export function requirePath(path: string): unknown {
  return createRequire(path)(path);
}
