// Packs the package, installs the tarball with each package manager beside TypeScript 7 in an empty
// project, generates, compiles and runs there, and prints a table. It fetches all of that from the
// registry: what cannot be had is skipped with a line.
import { mkdir, mkdtemp, realpath, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packFolder } from "../consumer/pack.js";
import { Unavailable } from "../runtimes/fetched.js";
import { tableOf, type Outcome, type Row } from "../runtimes/outcome.js";
import { put } from "../write/temporary-folder.js";
import { installedPackages } from "./installed-size.js";
import { managers, runFile, succeed, type PackageManager } from "./managers.js";
import { printed, project } from "./project.js";

/** The most that an install may bring, with Guardsmith itself: docs/explanation/dependencies.md has the figures. */
const limits = { packages: 30, megabytes: 40 };

const root = fileURLToPath(new URL("../../", import.meta.url));
const workspace = await realpath(await mkdtemp(join(tmpdir(), "guardsmith-install-")));
try {
  const tarball = await packFolder(root, workspace);
  const rows: Row[] = [];
  const tasks: readonly (readonly [name: string, run: () => Promise<string>])[] = [
    ["alone", () => measure(tarball)],
    ...managers.map(
      (manager) =>
        [`beside TypeScript 7, ${manager.name}`, () => tryOut(manager, tarball)] as const,
    ),
  ];
  for (const [name, run] of tasks) rows.push({ name, ...(await outcomeOf(run)) });
  process.stdout.write(tableOf(rows));
  if (rows.some(({ kind }) => kind === "failed")) process.exitCode = 1;
} finally {
  await rm(workspace, { recursive: true, force: true });
}

/** Installs the package alone, and returns how much that is. */
async function measure(tarball: string): Promise<string> {
  const [npm] = managers;
  if (npm === undefined) throw new Error("There is no npm");
  const folder = await prepare("alone", { "package.json": '{ "private": true }' });
  const run = await npm.open();
  await succeed("npm install", run(folder, npm.add(tarball, [], join(workspace, "cache-npm"))));
  const packages = await installedPackages(folder);
  const megabytes = sum(packages.map(({ bytes }) => bytes)) / 1e6;
  const scripts = packages.filter(({ hasInstallScript }) => hasInstallScript);
  const lines = [
    `${packages.length} packages, ${megabytes.toFixed(1)} MB, of a tarball of ${((await stat(tarball)).size / 1e6).toFixed(2)} MB`,
    ...packages
      .slice(0, 8)
      .map(({ name, bytes }) => `${(bytes / 1e6).toFixed(2).padStart(6)} MB ${name}`),
  ];
  if (packages.length > limits.packages || megabytes > limits.megabytes || scripts.length > 0) {
    const names = scripts.map(({ name }) => name).join(", ");
    const allowed = `${limits.packages} packages, ${limits.megabytes} MB, no install script`;
    throw new Error(
      `more than ${allowed}: ${lines.join("\n")}\ninstall scripts: ${names || "none"}`,
    );
  }
  return lines.join("\n");
}

/** Uses the package in a project with TypeScript 7, and returns the versions. */
async function tryOut(manager: PackageManager, tarball: string): Promise<string> {
  const key = manager.name.replaceAll(/\W/g, "");
  const run = await manager.open();
  const folder = await prepare(key, project);
  const cache = join(workspace, `cache-${key}`);
  await succeed("the install", run(folder, manager.add(tarball, ["typescript@7"], cache)));
  const exec = (...command: readonly string[]): Promise<string> =>
    succeed(command.join(" "), run(folder, manager.exec(command)));
  const compiler = await exec("tsc", "--version");
  if (!compiler.includes("Version 7.")) throw new Error(`tsc is not TypeScript 7: ${compiler}`);
  const generated = await exec("guardsmith", "generate", "--max-warnings", "0");
  if (!generated.includes("generated 2 models")) throw new Error(generated);
  await exec("tsc", "--project", ".");
  const output = await succeed("the program", runFile(folder, "dist/main.js"));
  if (output !== printed) throw new Error(`the program printed ${JSON.stringify(output)}`);
  return `${await succeed("--version", run(folder, ["--version"]))}, ${compiler}`;
}

async function prepare(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(workspace, name);
  await mkdir(folder);
  await put(folder, files);
  return folder;
}

async function outcomeOf(run: () => Promise<string>): Promise<Outcome> {
  try {
    return { kind: "passed", detail: await run() };
  } catch (error) {
    if (error instanceof Unavailable) return { kind: "skipped", detail: error.message };
    return { kind: "failed", detail: error instanceof Error ? error.message : String(error) };
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
