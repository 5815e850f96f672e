import { parse } from "jsonc-parser";
import { isObject } from "./plain-object.js";
import { dirname, homedir, isThere, join, readBytes, resolve } from "./disk.js";
import type { FileHook } from "./file-hook.js";

/** The extensions that a config file may have, in the order in which they are looked for. */
export const configExtensions = [
  ".ts",
  ".mts",
  ".cts",
  ".js",
  ".mjs",
  ".cjs",
  ".json",
  ".jsonc",
  ".yaml",
  ".yml",
] as const;

const names = configExtensions.map((extension) => `guardsmith.config${extension}`);

/**
 * Finds the config for a folder: `guardsmith.config` with one of the extensions, or a `package.json` with
 * `guardsmith`, in the folder or in the nearest one around it.
 *
 * @param folder The folder to begin with, absolute.
 * @param onFile Is called with the paths that do not exist: a file that is created there would be the config.
 * @returns The absolute path of the file, or undefined if there is none.
 */
export async function findConfig(folder: string, onFile?: FileHook): Promise<string | undefined> {
  for (const each of [folder, ...foldersAround(folder, resolve(homedir()))]) {
    const found = await configIn(each, onFile);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Finds the config in a folder, as {@link findConfig} does, but not in the folders around it. */
export async function configIn(folder: string, onFile?: FileHook): Promise<string | undefined> {
  for (const name of names) {
    const path = join(folder, name);
    if (await isThere(path)) return path;
    onFile?.(path, undefined);
  }
  const manifest = join(folder, "package.json");
  // Errors in a `package.json` are reported by the tools that it is for.
  const bytes = await readBytes(manifest).catch(() => undefined);
  onFile?.(manifest, bytes);
  const value: unknown =
    bytes && parse(new TextDecoder().decode(bytes), [], { allowTrailingComma: true });
  return isObject(value) && Object.hasOwn(value, "guardsmith") ? manifest : undefined;
}

function foldersAround(folder: string, lastFolder: string): readonly string[] {
  const parent = dirname(folder);
  if (folder === lastFolder || parent === folder) return [];
  return [parent, ...foldersAround(parent, lastFolder)];
}
