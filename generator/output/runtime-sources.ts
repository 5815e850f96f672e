import type { LineSettings } from "../emit/draft.js";
import { basename, codeFolder, filesIn, join, readText } from "./disk.js";

/** How the runtime modules are laid out: as the sources are; in the published package, by default. */
export const runtimeLines: LineSettings = import.meta.url.endsWith(".ts")
  ? { printWidth: 100, tabWidth: 2 }
  : { printWidth: 80, tabWidth: 2 };

/** Reads the TypeScript text of the runtime modules that are copied into a package, by file name. */
export async function readRuntimeSources(): Promise<ReadonlyMap<string, string>> {
  const paths = filesIn(join(codeFolder, "runtime")).filter((path) => /(?<!\.d)\.ts$/.test(path));
  return new Map(
    await Promise.all(
      paths.map(async (path): Promise<[string, string]> => [basename(path), await readText(path)]),
    ),
  );
}
