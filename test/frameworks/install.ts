import { createHash } from "node:crypto";
import { access, cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram, type Finished } from "../consumer/processes.js";
import { Unavailable } from "../runtimes/fetched.js";
import { fetchNode } from "../runtimes/runtimes.js";

/**
 * Where projects stay installed from one run to the next. It is not in a `node_modules`: tools treat
 * the sources there as somebody else's.
 */
export const cache: string = join(tmpdir(), `guardsmith-frameworks-${userInfo().username}`);

/** Is there once all packages of a project are. */
const marker = "node_modules/.complete";

/** The version of Node.js that the tools run on: some do not run on the oldest that Guardsmith does. */
const toolsNode = 24;

/** A project of this folder with what it depends on. */
export interface Project {
  readonly folder: string;
  /** The packages that it asks for itself, each with the version in its lock file. */
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * Installs a project by its lock file, unless an earlier run has done so, and copies its files there
 * anew.
 *
 * @param name Its folder in `projects`.
 * @throws Unavailable when npm cannot install it.
 */
export async function installProject(name: string): Promise<Project> {
  const source = fileURLToPath(new URL(`projects/${name}/`, import.meta.url));
  const lock = await readFile(join(source, "package-lock.json"), "utf8");
  const folder = await copyProject(name, source, lock);
  await installOnce(folder, () => runNpmInstaller(folder, name, ["ci"]));
  return { folder, versions: versionsOf(lock) };
}

/**
 * Copies the files of a project into the folder where an earlier run has installed the same packages,
 * or into a new one.
 *
 * @param key What decides which packages are installed.
 * @returns The folder.
 */
export async function copyProject(name: string, source: string, key: string): Promise<string> {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch} ${key}`);
  const folder = join(cache, `${name}-${hash.digest("hex").slice(0, 12)}`);
  const isInstalled = await isThere(join(folder, marker));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(folder)) {
    if (entry === "node_modules" && isInstalled) continue;
    await rm(join(folder, entry), { recursive: true, force: true });
  }
  const isSource = (path: string): boolean => !["node_modules", "dist"].includes(basename(path));
  await cp(source, folder, { recursive: true, filter: isSource });
  return folder;
}

/** Installs the packages of a project, unless an earlier run has done so. */
export async function installOnce(folder: string, install: () => Promise<void>): Promise<void> {
  const complete = join(folder, marker);
  if (await isThere(complete)) return;
  await install();
  await mkdir(dirname(complete), { recursive: true });
  await writeFile(complete, "");
}

/**
 * Runs a program in a project, as one would in a terminal, but without colours and questions.
 *
 * @param path Folders in which programs are found, before others.
 */
export async function runInProject(
  folder: string,
  command: string,
  args: readonly string[],
  path: readonly string[] = [],
): Promise<Finished> {
  const node = dirname(await fetchNode(toolsNode));
  return runProgram(command, args, folder, {
    PATH: [...path, node, process.env.PATH ?? ""].join(delimiter),
    CI: "true",
    NO_COLOR: "1",
    NODE_OPTIONS: "",
    NEXT_TELEMETRY_DISABLED: "1",
    // What is remembered of an earlier run does not change what is printed.
    XDG_CACHE_HOME: join(folder, ".cache"),
  });
}

/**
 * Installs packages by npm.
 *
 * @throws Unavailable when it cannot.
 */
export async function runNpmInstaller(
  folder: string,
  name: string,
  args: readonly string[],
): Promise<void> {
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"];
  // Without a network, npm would try again for more than a minute.
  const patience = ["--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];
  const options = ["--prefer-offline", "--loglevel=error", ...patience, ...quiet];
  const { code, output } = await runInProject(folder, "npm", [...args, ...options]);
  if (code === 0) return;
  const [, reason] = /^npm error (?:code )?(.*)$/m.exec(output) ?? [];
  const message = `npm cannot install ${name}: ${reason ?? `exit code ${code}`}`;
  // A lock file that does not fit the project is a mistake, not a package that is missing.
  throw reason === "EUSAGE" ? new Error(`${message}\n${output}`) : new Unavailable(message);
}

/** What is read of a package in a lock file. */
interface LockedPackage {
  readonly version?: string;
  readonly dependencies?: object;
  readonly devDependencies?: object;
}

/** The packages that a project asks for itself, each with the version in its lock file. */
export function versionsOf(lock: string): Readonly<Record<string, string>> {
  // npm has written it, or would not install it: the project itself has the empty path.
  const { packages } = JSON.parse(lock) as { packages: Record<string, LockedPackage> };
  const { dependencies, devDependencies } = packages[""] ?? {};
  const names = Object.keys({ ...dependencies, ...devDependencies });
  return Object.fromEntries(
    names.map((name) => [name, packages[`node_modules/${name}`]?.version ?? ""]),
  );
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
