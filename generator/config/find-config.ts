import { lilconfig } from "lilconfig";
import { dirname, homedir, join, resolve } from "./disk.js";
import type { FileHook } from "./file-hook.js";

/** The extensions that a config file may have, in the order in which they are looked for. */
export const configExtensions = [".json", ".yaml", ".yml", ".js", ".mjs"] as const;

const names = configExtensions.map((extension) => `guardsmith.config${extension}`);

/**
 * Finds the config file that holds for a folder: `guardsmith.config` with one of the extensions, in
 * the folder itself or in the nearest one around it.
 *
 * @param folder The folder to begin with, absolute.
 * @param onFile Is called with the places at which there is none: a file that appears there would hold.
 * @returns The absolute path of the file; `undefined` when there is none.
 */
export async function findConfig(folder: string, onFile?: FileHook): Promise<string | undefined> {
  // The file is found here and read by `readConfig`, as one that is named on the command line.
  const leave = (): null => null;
  const lastFolder = homedir();
  const found = await lilconfig("guardsmith", {
    searchPlaces: names,
    loaders: Object.fromEntries(configExtensions.map((extension) => [extension, leave])),
    stopDir: lastFolder,
    ignoreEmptySearchPlaces: false,
    cache: false,
  }).search(folder);
  if (onFile !== undefined) {
    for (const place of placesBefore(found?.filepath, folder, lastFolder)) onFile(place, undefined);
  }
  return found?.filepath;
}

/** Where the search looks before it comes to the file that it finds. */
function placesBefore(
  found: string | undefined,
  folder: string,
  lastFolder: string,
): readonly string[] {
  const places = [folder, ...foldersAround(folder, resolve(lastFolder))].flatMap((each) =>
    names.map((name) => join(each, name)),
  );
  return found === undefined ? places : places.slice(0, places.indexOf(found));
}

function foldersAround(folder: string, lastFolder: string): readonly string[] {
  const parent = dirname(folder);
  if (folder === lastFolder || parent === folder) return [];
  return [parent, ...foldersAround(parent, lastFolder)];
}
