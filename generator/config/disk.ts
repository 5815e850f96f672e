// Everything that this folder uses of Node.js: no other module of it reads files or imports modules.
import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";
import { lstat, open, realpath } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { joinBytes } from "../core/bytes.js";
import { maxFileBytes } from "../text/limits.js";
import { UnfitFileError, type ReadLimits } from "./read-file.js";

export { homedir } from "node:os";
export { basename, dirname, extname, join, resolve } from "node:path";

/**
 * Reads the bytes of a file. All files are read by this function, or its blocking form.
 *
 * @throws {UnfitFileError} If it should not be read; the error of the system if it cannot be read.
 */
export async function readBytes(path: string, limits: ReadLimits = {}): Promise<Uint8Array> {
  const { bytes: limit = maxFileBytes } = limits;
  const file = await open(path, flagsFor(limits));
  try {
    const { room, chunks } = checked(await file.stat(), limits);
    for (let size = 0; ;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(room(size)));
      if (bytesRead === 0) return joinBytes(chunks);
      chunks.push(buffer.subarray(0, bytesRead));
      size += bytesRead;
      // The file may grow while it is read.
      if (size > limit) throw new UnfitFileError("too-large", limit);
    }
  } finally {
    await file.close();
  }
}

/** Reads the bytes of a file as {@link readBytes} does, but blocks. */
export function readBytesSync(path: string, limits: ReadLimits = {}): Uint8Array {
  const { bytes: limit = maxFileBytes } = limits;
  const file = openSync(path, flagsFor(limits));
  try {
    const { room, chunks } = checked(fstatSync(file), limits);
    for (let size = 0; ;) {
      const buffer = Buffer.allocUnsafe(room(size));
      const bytesRead = readSync(file, buffer);
      if (bytesRead === 0) return joinBytes(chunks);
      chunks.push(buffer.subarray(0, bytesRead));
      size += bytesRead;
      if (size > limit) throw new UnfitFileError("too-large", limit);
    }
  } finally {
    closeSync(file);
  }
}

/** Returns the flags for opening a file. By default, opening a pipe would wait for a writer. */
function flagsFor({ fromStreams = false }: ReadLimits): number {
  return fromStreams ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK;
}

/** The state of reading an open file piece by piece. */
interface Reading {
  /** Returns how many bytes to read next, by the size so far. */
  readonly room: (size: number) => number;
  /** The pieces so far. */
  readonly chunks: Uint8Array[];
}

function checked(
  stats: Stats,
  { bytes: limit = maxFileBytes, fromStreams = false }: ReadLimits,
): Reading {
  // For a directory, the system reports that it cannot be read.
  const isOrdinary = stats.isFile() || stats.isDirectory();
  if (!isOrdinary && !fromStreams) throw new UnfitFileError("not-ordinary", limit);
  if (stats.isFile() && stats.size > limit) throw new UnfitFileError("too-large", limit);
  // Some system files have a size of 0, but a content. Other files may grow.
  const least = stats.size === 0 ? 65_536 : 1024;
  return { room: (size) => Math.max(stats.size - size + 1, least), chunks: [] };
}

/** Returns whether anything is at a path, including a broken link. */
export function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Returns the path of a folder without links, even if the folder does not exist. */
export async function realFolder(path: string): Promise<string> {
  const parent = dirname(path);
  return realpath(path).catch(async () =>
    parent === path ? path : join(await realFolder(parent), basename(path)),
  );
}

/** Returns whether a path is a folder or inside it; both are absolute. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Returns the path of a file for messages: relative to the working directory, with `/`. */
export function nameOfPath(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join("/");
}

/** Returns the `file:` URI of an absolute path. */
export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}

/**
 * Imports a module, again if its content has changed.
 *
 * @param path Its absolute path.
 * @param bytes Its content.
 */
export async function importModule(path: string, bytes: Uint8Array): Promise<unknown> {
  // CommonJS modules are cached by path, without the query of the URL.
  const { cache } = createRequire(path);
  Reflect.deleteProperty(cache, await realpath(path));
  const url = pathToFileURL(path);
  url.search = createHash("sha256").update(bytes).digest("hex");
  return import(url.href);
}

/**
 * Waits for a promise of other code.
 *
 * @param onNever Returns the error for a promise that can no longer be settled: Node.js would exit silently.
 */
export async function settled<T>(promise: Promise<T>, onNever: () => Error): Promise<T> {
  let giveUp = (): void => undefined;
  const never = new Promise<never>((_, reject) => {
    giveUp = (): void => reject(onNever());
    process.once("beforeExit", giveUp);
  });
  try {
    return await Promise.race([promise, never]);
  } finally {
    process.off("beforeExit", giveUp);
  }
}
