// All of Node.js that this folder uses: no other module of it reads a file or imports a module.
import { createHash } from "node:crypto";
import { lstat, readFile, realpath, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

export { homedir } from "node:os";
export { basename, dirname, extname, join, relative, resolve } from "node:path";

/** The size that a config or a licence has at most, in bytes. */
const maxSize = 10_000_000;

/**
 * Reads the bytes of a file. What is no ordinary file, such as a device or a pipe, might never end.
 *
 * @throws An error of the operating system, or one with the code `EFTYPE` or `EFBIG`.
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  const stats = await stat(path);
  if (!stats.isFile() && !stats.isDirectory()) throw systemError("EFTYPE");
  if (stats.size > maxSize) throw systemError("EFBIG");
  return readFile(path);
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
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
