import { basename, codeFolder, filesIn, join, readText } from "./disk.js";

/** Reads the TypeScript text of the runtime modules that are copied into a package, by file name. */
export async function readRuntimeSources(): Promise<ReadonlyMap<string, string>> {
  const paths = filesIn(join(codeFolder, "runtime")).filter((path) => /(?<!\.d)\.ts$/.test(path));
  return new Map(
    await Promise.all(
      paths.map(async (path): Promise<[string, string]> => [basename(path), await readText(path)]),
    ),
  );
}
