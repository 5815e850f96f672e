import { existsSync } from "node:fs";
import { appendFile, copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { packFolder } from "../consumer/pack.js";
import { fetchPackage, Unavailable } from "../runtimes/fetched.js";
import {
  cache,
  copyProject,
  installOnce,
  runInProject,
  runNpmInstaller,
  versionsOf,
  type Project,
} from "./install.js";

/** An example with what it depends on. */
export interface InstalledExample extends Project {
  /** Folders in which its package manager is found, before others. */
  readonly path: readonly string[];
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Installs an example as its README says, but with the Guardsmith of this checkout.
 *
 * @param name Its folder in `examples`.
 * @throws Unavailable when its packages or its document cannot be had.
 */
export async function installExample(name: string): Promise<InstalledExample> {
  const source = join(root, "examples", name);
  const document = name === "openai" ? documentOfOpenai() : undefined;
  const isOfPnpm = existsSync(join(source, "pnpm-workspace.yaml"));
  const example = await (isOfPnpm ? installWithPnpm : installWithNpm)(name, source);
  if (document !== undefined) {
    const config = join(example.folder, "guardsmith.config.yaml");
    const text = await readFile(config, "utf8");
    await writeFile(config, text.replace(/^spec: .*$/m, `spec: ${JSON.stringify(document)}`));
  }
  return example;
}

/** The document that the example fetches: it is not in the repository. */
function documentOfOpenai(): string {
  const document = resolve(root, process.env.GUARDSMITH_CORPUS ?? "../shared/specs", "openai.yaml");
  if (existsSync(document)) return document;
  throw new Unavailable(`there is no ${document} (GUARDSMITH_CORPUS)`);
}

/**
 * Installs by npm. The example itself has no lock file, since it would name a published Guardsmith: the
 * versions of all other packages are in `locks`, in a file that is written where it is missing.
 */
async function installWithNpm(name: string, source: string): Promise<InstalledExample> {
  const lock = fileURLToPath(new URL(`locks/${name}.json`, import.meta.url));
  const isLocked = existsSync(lock);
  const folder = await copyProject(name, source, isLocked ? await readFile(lock, "utf8") : "");
  const manifestOfCopy = join(folder, "package.json");
  const lockOfCopy = join(folder, "package-lock.json");
  const manifest = await readFile(manifestOfCopy, "utf8");
  await installOnce(folder, async () => {
    await writeFile(manifestOfCopy, manifest.replace(/^ *"guardsmith": .*\n/m, ""));
    if (isLocked) await copyFile(lock, lockOfCopy);
    await runNpmInstaller(folder, name, [isLocked ? "ci" : "install"]);
    if (!isLocked) await copyFile(lockOfCopy, lock);
    await rm(lockOfCopy);
    await writeFile(manifestOfCopy, manifest);
  });
  // That of an earlier run has the same version, and may be another one.
  await rm(join(folder, "node_modules/guardsmith"), { recursive: true, force: true });
  const tarball = await packGuardsmith();
  await runNpmInstaller(folder, name, ["install", tarball, "--no-save", "--no-package-lock"]);
  return { folder, versions: versionsOf(await readFile(lock, "utf8")), path: [] };
}

/** Installs by pnpm, in a folder without any package of an earlier run. */
async function installWithPnpm(name: string, source: string): Promise<InstalledExample> {
  const modules = await fetchPackage("pnpm@10");
  const path = [join(modules, ".bin")];
  const folder = await copyProject(name, source, "");
  const tarball = JSON.stringify(`file:${await packGuardsmith()}`);
  await appendFile(join(folder, "pnpm-workspace.yaml"), `overrides: { guardsmith: ${tarball} }\n`);
  const args = ["install", "--prefer-offline", "--ignore-scripts", "--fetch-retries=1"];
  const { code, output } = await runInProject(folder, "pnpm", args, path);
  if (code !== 0) throw new Unavailable(`pnpm cannot install ${name}: ${output.trim()}`);
  const { output: version } = await runInProject(folder, "pnpm", ["--version"], path);
  return { folder, versions: { pnpm: version.trim() }, path };
}

let packed: Promise<string> | undefined;

/** Builds and packs this checkout, once for all examples. */
function packGuardsmith(): Promise<string> {
  packed ??= pack();
  return packed;
}

async function pack(): Promise<string> {
  const folder = join(cache, "packed");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return packFolder(root, folder);
}
