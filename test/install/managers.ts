import { join } from "node:path";
import { runNode, runProgram, type Finished } from "../consumer/processes.js";
import { fetchPackage, Unavailable } from "../runtimes/fetched.js";

/** A program that installs packages. */
export interface PackageManager {
  readonly name: string;
  /** The arguments that install packages for development, as paths or with their versions. */
  readonly add: (tarball: string, others: readonly string[], cache: string) => readonly string[];
  /** The arguments that run a program of the project. */
  readonly exec: (command: readonly string[]) => readonly string[];
  /** Makes what runs it. */
  readonly open: () => Promise<Run>;
}

/** Runs a package manager in a folder. */
export type Run = (folder: string, args: readonly string[]) => Promise<Finished>;

/** The package managers that install the package in a test. */
export const managers: readonly PackageManager[] = [
  {
    name: "npm",
    add: (tarball, others, cache) => [
      ...["install", "--save-dev", tarball, ...others, "--cache", cache],
      ...["--no-audit", "--no-fund", "--no-update-notifier", "--fetch-retries=1"],
    ],
    exec: (command) => ["exec", "--no", "--", ...command],
    open: () => Promise.resolve((folder, args) => runProgram("npm", args, folder, environment)),
  },
  {
    name: "pnpm",
    add: (tarball, others, cache) => [
      ...["add", "--save-dev", tarball, ...others, "--store-dir", cache],
      ...["--reporter", "append-only", "--strict-peer-dependencies"],
    ],
    exec: (command) => ["exec", ...command],
    open: () => programOf("pnpm@10", "pnpm/bin/pnpm.cjs"),
  },
  {
    name: "Yarn 1",
    add: (tarball, others, cache) => [
      ...["add", "--dev", `file:${tarball}`, ...others, "--cache-folder", cache],
      ...["--non-interactive", "--no-progress"],
    ],
    exec: (command) => ["--silent", "run", ...command],
    open: () => programOf("yarn@1", "yarn/bin/yarn.js"),
  },
];

const environment = { CI: "true", NO_COLOR: "1", NODE_OPTIONS: "" };

async function programOf(spec: string, path: string): Promise<Run> {
  const program = join(await fetchPackage(spec), path);
  return (folder, args) => runProgram(process.execPath, [program, ...args], folder, environment);
}

/**
 * Runs a step that has to succeed.
 *
 * @throws Unavailable when the registry could not be asked.
 */
export async function succeed(step: string, running: Promise<Finished>): Promise<string> {
  const { code, output } = await running;
  if (code === 0) return output.trim();
  const [reason] = networkErrors.exec(output) ?? [];
  if (reason !== undefined) throw new Unavailable(`the registry cannot be asked: ${reason}`);
  throw new Error(`${step} failed with exit code ${code}:\n${output.trim()}`);
}

const networkErrors =
  /\b(?:EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOTCACHED|ENOTFOUND|ETIMEDOUT)\b/;

/** Runs a JavaScript file of a folder. */
export function runFile(folder: string, file: string): Promise<Finished> {
  return runNode(folder, [file]);
}
