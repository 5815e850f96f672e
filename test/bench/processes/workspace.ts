import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { transform } from "esbuild";
import { packFolder } from "../../consumer/pack.js";
import { folderOf } from "./installed.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** A folder outside the project, in which everything is measured. */
export interface Workspace {
  readonly folder: string;
  /** The command line of Guardsmith, installed from its tarball. */
  readonly guardsmith: string;
  /** The script that tells what a process took. */
  readonly reporter: string;
}

/** What programs and outputs in the workspace import. */
const links = ["@kubb/core", "@kubb/plugin-oas", "@kubb/plugin-ts", "@kubb/plugin-zod", "zod"];

/** Makes a workspace, which has to be removed in the end. */
export async function createWorkspace(): Promise<Workspace> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "guardsmith-bench-")));
  try {
    await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    const reporter = join(folder, "reporter.cjs");
    const source = await readFile(new URL("reporter.ts", import.meta.url), "utf8");
    const { code } = await transform(source, { loader: "ts", format: "cjs" });
    await writeFile(reporter, code);
    for (const name of links) await linkPackage(folder, name);
    return { folder, guardsmith: await installGuardsmith(folder), reporter };
  } catch (error) {
    await removeWorkspace(folder);
    throw error;
  }
}

/** Removes a workspace with all that is in it. */
export async function removeWorkspace(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/**
 * Packs Guardsmith and puts the content of the tarball where an installation would have it. What it
 * depends on is linked, so that no registry is asked.
 *
 * @returns The script of the command line.
 */
async function installGuardsmith(folder: string): Promise<string> {
  const copy = join(folder, "guardsmith");
  await mkdir(copy);
  const sources = ["package.json", "tsconfig.json", "tsconfig.build.json", "generator", "scripts"];
  for (const name of [...sources, "README.md", "LICENSE"]) {
    await cp(join(root, name), join(copy, name), { recursive: true });
  }
  await symlink(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  const tarball = await packFolder(copy, folder);
  await promisify(execFile)("tar", ["xzf", tarball, "-C", folder]);
  const installed = join(folder, "node_modules/guardsmith");
  await cp(join(folder, "package"), installed, { recursive: true });
  for (const unpacked of ["package", "guardsmith"]) await removeWorkspace(join(folder, unpacked));
  for (const name of await dependenciesOf(installed)) await linkPackage(folder, name);
  return join(installed, "dist/cli/main.js");
}

async function linkPackage(folder: string, name: string): Promise<void> {
  const path = join(folder, "node_modules", name);
  await mkdir(dirname(path), { recursive: true });
  // Something may be there already, for an output that imports it.
  await rm(path, { force: true });
  await symlink(folderOf(name), path, "junction");
}

async function dependenciesOf(folder: string): Promise<readonly string[]> {
  const text = await readFile(join(folder, "package.json"), "utf8");
  // The manifest of this project.
  const { dependencies } = JSON.parse(text) as { readonly dependencies: object };
  return Object.keys(dependencies);
}
