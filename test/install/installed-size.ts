import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/** A package that was installed. */
export interface InstalledPackage {
  readonly name: string;
  /** The size of its files, in bytes, without the packages inside it. */
  readonly bytes: number;
  /** Whether installing it ran a script, or would have. */
  readonly hasInstallScript: boolean;
}

/** Lists what npm has installed in a folder, the largest first. */
export async function installedPackages(folder: string): Promise<readonly InstalledPackage[]> {
  const text = await readFile(join(folder, "node_modules/.package-lock.json"), "utf8");
  // npm has written it.
  const { packages } = JSON.parse(text) as {
    readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>>;
  };
  const all = Object.entries(packages).map(async ([path, { hasInstallScript = false }]) => ({
    name: path.replace(/^.*node_modules\//, ""),
    bytes: await sizeOf(join(folder, path)),
    hasInstallScript,
  }));
  return (await Promise.all(all)).toSorted((a, b) => b.bytes - a.bytes);
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sizes = entries
    .filter(({ name }) => name !== "node_modules")
    .map(async (entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sizeOf(path) : (await stat(path)).size;
    });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
