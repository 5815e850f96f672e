import { cp, mkdtemp, readdir, realpath, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNpm } from "./processes.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The package as it would be published. */
export interface Packed {
  /** The copy of the package that was built and packed. */
  readonly folder: string;
  readonly tarball: string;
  /** Both of these, to be removed in the end. */
  readonly workspace: string;
}

/** Builds and packs a copy of the package, without a network. */
export async function packPackage(): Promise<Packed> {
  const workspace = await realpath(await mkdtemp(join(tmpdir(), "guardsmith-packed-")));
  const folder = join(workspace, "package");
  await cp(join(root, "generated"), folder, {
    recursive: true,
    filter: (source) => !["dist", "node_modules"].includes(basename(source)),
  });
  await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  return { folder, tarball: await packFolder(folder, workspace), workspace };
}

/**
 * Packs a package.
 *
 * @param folder The folder of the package.
 * @param destination The folder for the tarball, still without one.
 * @param args More arguments for npm.
 * @returns The path of the tarball.
 */
export async function packFolder(
  folder: string,
  destination: string,
  args: readonly string[] = [],
): Promise<string> {
  const { code, output } = await runNpm(folder, [
    "pack",
    "--pack-destination",
    destination,
    ...args,
  ]);
  if (code !== 0) throw new Error(`npm pack failed:\n${output}`);
  const tarball = (await readdir(destination)).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("npm pack made no tarball");
  return join(destination, tarball);
}
