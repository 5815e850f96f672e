import { readdir, readFile, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Removes the declarations that those of the public API do not lead to, and the folders that become
 * empty. Those of the runtime stay: they are copied into packages.
 *
 * @param dist The folder with `index.d.ts`.
 */
export async function pruneDeclarations(dist: string): Promise<void> {
  const kept = new Set([join(dist, "index.d.ts")]);
  for (const file of kept) {
    for (const imported of importsOf(await readFile(file, "utf8"))) {
      kept.add(join(dirname(file), imported));
    }
  }
  const runtime = join(dist, "runtime");
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  for (const { name, parentPath } of entries) {
    const file = join(parentPath, name);
    if (name.endsWith(".d.ts") && parentPath !== runtime && !kept.has(file)) await rm(file);
  }
  const folders = entries.filter((entry) => entry.isDirectory());
  for (const { name, parentPath } of folders.toReversed()) {
    const folder = join(parentPath, name);
    if ((await readdir(folder)).length === 0) await rmdir(folder);
  }
}

/** The files that a declaration imports, relative to it. */
function importsOf(declaration: string): readonly string[] {
  const specifiers = declaration.matchAll(/(?:from |import\()"(\.[^"]*)\.js"/g);
  return Array.from(specifiers, ([, path = ""]) => `${path}.d.ts`);
}
