import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../generator/cli/main.ts", import.meta.url));
const tsx = import.meta.resolve("tsx");

/** What a process left behind. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a process gets besides its arguments. */
export interface RunOptions {
  readonly cwd: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A module to import first. */
  readonly preload?: string;
  /** Whether to stop reading standard output before anything was written to it. */
  readonly closeStdout?: boolean;
}

/** Runs `guardsmith` from its sources in a process of its own. */
export function run(args: readonly string[], options: RunOptions): Promise<Finished> {
  const { cwd, stdin = "", env = {}, preload, closeStdout = false } = options;
  // Neither the colours nor the settings of whoever runs the tests, nor where they run.
  const own = {
    GITHUB_ACTIONS: undefined,
    GITHUB_WORKSPACE: undefined,
    GITHUB_STEP_SUMMARY: undefined,
    npm_config_user_agent: undefined,
    NO_COLOR: undefined,
    FORCE_COLOR: undefined,
    GUARDSMITH_DEBUG: undefined,
  };
  const preloads = preload === undefined ? [] : ["--import", preload];
  const child = spawn(process.execPath, ["--import", tsx, ...preloads, main, ...args], {
    cwd,
    env: { ...process.env, ...own, ...env },
  });
  if (closeStdout) child.stdout.destroy();
  child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    // A process that ends without reading its input is not at fault.
    child.stdin.on("error", () => undefined);
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}
