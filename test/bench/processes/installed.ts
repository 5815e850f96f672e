import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where packages are looked for: first those of the benchmarks, then those of the project. */
const folders = ["../node_modules/", "../../../node_modules/"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/**
 * The folder of an installed package.
 *
 * @throws when it is not installed
 */
export function folderOf(name: string): string {
  const found = folders.map((folder) => join(folder, name)).find((folder) => existsSync(folder));
  if (found === undefined) throw new Error(`${name} is not installed: run npm install`);
  return found;
}

/**
 * The version of an installed package.
 *
 * @throws when it is not installed
 */
export function versionOf(name: string): string {
  const text = readFileSync(join(folderOf(name), "package.json"), "utf8");
  // Every manifest of an installed package has its version.
  return (JSON.parse(text) as { readonly version: string }).version;
}
