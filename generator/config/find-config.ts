import { lilconfig } from "lilconfig";

/** The extensions that a config file may have, in the order in which they are looked for. */
export const configExtensions = [".json", ".yaml", ".yml", ".js", ".mjs"] as const;

/**
 * Finds the config file that holds for a folder: `guardsmith.config` with one of the extensions, in
 * the folder itself or in the nearest one around it.
 *
 * @param folder The folder to begin with, absolute.
 * @returns The absolute path of the file; `undefined` when there is none.
 */
export async function findConfig(folder: string): Promise<string | undefined> {
  // The file is found here and read by `readConfig`, as one that is named on the command line.
  const leave = (): null => null;
  const found = await lilconfig("guardsmith", {
    searchPlaces: configExtensions.map((extension) => `guardsmith.config${extension}`),
    loaders: Object.fromEntries(configExtensions.map((extension) => [extension, leave])),
    ignoreEmptySearchPlaces: false,
    cache: false,
  }).search(folder);
  return found?.filepath;
}
