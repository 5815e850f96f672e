import type { Config } from "../../config/config.js";
import type { FileCache } from "../../emit/file-cache.js";
import type { Surroundings } from "../../emit/layout.js";
import { isRuntimeModule } from "../../emit/runtime.js";
import { join } from "../disk.js";
import { realFolder } from "../real-folder.js";
import { stateAt } from "./file-state.js";
import { readRecord, type ReadRecord } from "./folder-record.js";
import { generatorVersion } from "./generator-version.js";
import { hashOf } from "./hash.js";
import { moduleSources } from "./module-sources.js";
import { settingsHash } from "./run-record.js";

/** A cache without files: every file is made. */
export const emptyCache: FileCache = {
  sourcesOf: moduleSources,
  sourceOf: hashOf,
  fileOf: () => undefined,
};

/**
 * Opens the cache of an output folder: the files of the last run that need not be made again.
 *
 * @param config The settings of this run. If the last run had other settings or another version of the
 *   generator, none of its files are used.
 * @param surroundings What the project around the output folder requires.
 * @param options How to read the record; and the time by the clock of the file system, if this run holds
 *   the lock of the folder.
 */
export async function openCache(
  config: Config,
  surroundings: Surroundings,
  {
    read = readRecord,
    now,
  }: { readonly read?: ReadRecord; readonly now?: number | undefined } = {},
): Promise<FileCache> {
  const { run, files } = read(await realFolder(config.out));
  const isSame =
    run !== undefined &&
    run.settings === settingsHash(config, surroundings, Object.keys(files)) &&
    run.generator === generatorVersion();
  if (!isSame) return emptyCache;
  return {
    ...emptyCache,
    fileOf: (path, source) => {
      const [hash, ...runtime] = (run.sources[path] ?? "").split(" ");
      if (hash !== source) return undefined;
      const known = files[path];
      const kept = stateAt(join(config.out, path), known, now);
      // A file that was edited is made again.
      return kept !== undefined && kept.hash === known?.hash
        ? { kept, runtime: runtime.filter(isRuntimeModule) }
        : undefined;
    },
  };
}
