import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Where the modules of the runtime stand, beside this one or beside its compiled form. */
const folder = new URL("../runtime/", import.meta.url);

/** Reads the TypeScript text of the runtime modules that are copied into a package, by file name. */
export async function readRuntimeSources(): Promise<ReadonlyMap<string, string>> {
  const files = await readdir(fileURLToPath(folder));
  const names = files.filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts")).sort();
  return new Map(
    await Promise.all(
      names.map(async (name): Promise<[string, string]> => [
        name,
        await readFile(new URL(name, folder), "utf8"),
      ]),
    ),
  );
}
