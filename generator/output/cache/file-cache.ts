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

/** Has every file made, for the next run to know what it was made from. */
export const emptyCache: FileCache = {
  sourcesOf: moduleSources,
  sourceOf: hashOf,
  fileOf: () => undefined,
};

/**
 * Opens what the output folder holds of the last run, for the files that need not be made again.
 *
 * @param config The settings of this run. If those of the last run were others, or its generator was,
 *   nothing of it is used.
 * @param surroundings What the project around the output folder asks for.
 * @param options How to read what is remembered; and what time it is by the clock of the file system,
 *   where no other run can write to the folder.
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
