import type { Config } from "../../config/config.js";
import type { FileCache } from "../../emit/file-cache.js";
import type { Surroundings } from "../../emit/layout.js";
import { isRuntimeModule } from "../../emit/runtime.js";
import { bytesAt, join } from "../disk.js";
import { realFolder } from "../real-folder.js";
import { contentHash } from "./content-hash.js";
import { readRecord } from "./folder-record.js";
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
 */
export async function openCache(config: Config, surroundings: Surroundings): Promise<FileCache> {
  const { run, files } = readRecord(await realFolder(config.out));
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
      const content = bytesAt(join(config.out, path));
      // A file that was edited is made again.
      return content !== undefined && contentHash(content) === files[path]
        ? { text: content.toString(), runtime: runtime.filter(isRuntimeModule) }
        : undefined;
    },
  };
}
