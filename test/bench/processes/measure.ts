import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Workspace } from "./workspace.js";

/** What a process took, with all that it started. */
export interface Usage {
  /** From its start to its end, in seconds. */
  readonly wall: number;
  /** Time of processors spent in its code, on all threads, in seconds. */
  readonly user: number;
  /** The most memory that was resident, in bytes; of several processes, the sum. */
  readonly peak: number;
}

/** A process that has ended. */
export interface Measured {
  /** `null` when a signal ended it. */
  readonly code: number | null;
  /** What it wrote to standard output and standard error. */
  readonly output: string;
  readonly usage: Usage;
}

/** Something to run under this Node.js. */
export interface Program {
  readonly cwd: string;
  /** The script and its arguments. */
  readonly args: readonly string[];
}

/**
 * Runs a program of Node.js and measures the whole process.
 *
 * @param workspace Where the reporter is.
 * @param program What to run.
 */
export async function measure(workspace: Workspace, program: Program): Promise<Measured> {
  const usageFile = join(workspace.folder, "usage.jsonl");
  await rm(usageFile, { force: true });
  const env = {
    ...process.env,
    NODE_OPTIONS: `--require ${JSON.stringify(workspace.reporter)}`,
    BENCH_USAGE_FILE: usageFile,
    // No telemetry is sent.
    DO_NOT_TRACK: "1",
    NO_COLOR: "1",
  };
  const start = performance.now();
  const { code, output } = await run(program, env);
  const wall = (performance.now() - start) / 1000;
  return { code, output, usage: { wall, ...(await reportedUsage(usageFile)) } };
}

function run(
  { cwd, args }: Program,
  env: NodeJS.ProcessEnv,
): Promise<Pick<Measured, "code" | "output">> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk: string): void => {
      output += chunk;
    };
    child.stdout.setEncoding("utf8").on("data", collect);
    child.stderr.setEncoding("utf8").on("data", collect);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** The sum of what the processes told; zeros where a signal left none the time to tell. */
async function reportedUsage(file: string): Promise<Omit<Usage, "wall">> {
  const text = await readFile(file, "utf8").catch(() => "");
  let user = 0;
  let peak = 0;
  for (const line of text.split("\n").filter((each) => each !== "")) {
    // The reporter writes these.
    const report = JSON.parse(line) as Pick<NodeJS.ResourceUsage, "userCPUTime" | "maxRSS">;
    user += report.userCPUTime / 1e6;
    peak += report.maxRSS * 1024;
  }
  return { user, peak };
}
