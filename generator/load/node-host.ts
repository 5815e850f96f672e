// Everything that this folder uses of Node.js: no other module of it reads files or uses the network.
import { realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readBytes } from "../config/disk.js";
import type { Host, LocalFiles } from "./host.js";
import { nodeProxyFor } from "./node-proxy.js";

/**
 * Returns the environment of Node.js.
 *
 * @param cwd The working directory, absolute.
 * @param stdin Standard input, which `-` reads. Default: that of the process.
 */
export function nodeHost(
  cwd: string,
  stdin?: () => AsyncIterable<Uint8Array | string>,
): Host & { readonly files: LocalFiles } {
  return {
    files: localFiles(cwd),
    stdin: stdin ?? (() => process.stdin),
    fetch: (url, request) => fetch(url, { ...request, redirect: "manual" }),
    proxyFor: nodeProxyFor,
    variable: (name) => (Object.hasOwn(process.env, name) ? process.env[name] : undefined),
  };
}

function localFiles(cwd: string): LocalFiles {
  return {
    absolute: (path) => resolve(cwd, path),
    nameOf: (path) => relative(cwd, path).split(sep).join("/"),
    uriOf: (path) => pathToFileURL(path).href,
    pathOf,
    folderOf: dirname,
    pathIn,
    join,
    realPath: (path) => realpath(path),
    isFolder: async (path) => (await stat(path)).isDirectory(),
    read: readBytes,
  };
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function pathIn(folder: string, path: string): string | undefined {
  const way = relative(folder, path);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way;
}
