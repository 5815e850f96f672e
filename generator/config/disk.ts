// All of Node.js that this folder uses: no other module of it reads a file or imports a module.
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
 * Reads the bytes of a file: no file is read in any other way.
 *
 * @throws UnfitFileError when it is no file to read; the error of the system when it cannot be read.
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
      // It may grow while it is read.
      if (size > limit) throw new UnfitFileError("too-large", limit);
    }
  } finally {
    await file.close();
  }
}

/** Reads the bytes of a file as {@link readBytes} does, but waits for the disk. */
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

/** Opening a pipe waits for somebody who writes, unless it is told not to. */
function flagsFor({ fromStreams = false }: ReadLimits): number {
  return fromStreams ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK;
}

/** How an open file is read, piece by piece. */
interface Reading {
  /** How much to ask for, after so many bytes. */
  readonly room: (size: number) => number;
  /** What was read. */
  readonly chunks: Uint8Array[];
}

function checked(
  stats: Stats,
  { bytes: limit = maxFileBytes, fromStreams = false }: ReadLimits,
): Reading {
  // Of a directory, the system says itself that it cannot be read.
  const isOrdinary = stats.isFile() || stats.isDirectory();
  if (!isOrdinary && !fromStreams) throw new UnfitFileError("not-ordinary", limit);
  if (stats.isFile() && stats.size > limit) throw new UnfitFileError("too-large", limit);
  // Some files of the system have a size of 0, and a content. Others may grow.
  const least = stats.size === 0 ? 65_536 : 1024;
  return { room: (size) => Math.max(stats.size - size + 1, least), chunks: [] };
}

/** Whether something stands at a path, whatever it is; a link to nothing is something, too. */
export function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** The path of a folder without links, whether the folder is there or not. */
export async function realFolder(path: string): Promise<string> {
  const parent = dirname(path);
  return realpath(path).catch(async () =>
    parent === path ? path : join(await realFolder(parent), basename(path)),
  );
}

/** Whether a path is a folder or lies in it; both are absolute. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The path of a file for people: relative to the working directory, with `/`. */
export function nameOfPath(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join("/");
}

/** The `file:` URI of an absolute path. */
export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}

/**
 * Imports a module, anew where its content is another one than before.
 *
 * @param path Its absolute path.
 * @param bytes Its content.
 */
export async function importModule(path: string, bytes: Uint8Array): Promise<unknown> {
  // A CommonJS module is kept by its path, whatever the query of the URL.
  const { cache } = createRequire(path);
  Reflect.deleteProperty(cache, await realpath(path));
  const url = pathToFileURL(path);
  url.search = createHash("sha256").update(bytes).digest("hex");
  return import(url.href);
}

/**
 * Waits for a promise of somebody else.
 *
 * @param onNever Makes the error for a promise that nothing can settle any more: Node.js would end
 *   without a word.
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
