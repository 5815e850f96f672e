// All of Node.js that this folder uses: no other module of it reads a file or imports a module.
import { createHash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { createRequire } from "node:module";
import { relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

export { homedir } from "node:os";
export { dirname, extname, join, resolve } from "node:path";

/** Reads the bytes of a file. */
export function readBytes(path: string): Promise<Uint8Array> {
  return readFile(path);
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
