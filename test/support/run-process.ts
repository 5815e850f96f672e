import { spawn } from "node:child_process";
import { inject } from "vitest";
import { unset, type Finished, type RunOptions } from "./finished.js";

/** What a process gets besides its arguments. */
export interface ProcessOptions extends RunOptions {
  /** A module to import first. */
  readonly preload?: string;
  /** Whether to stop reading standard output before anything was written to it. */
  readonly closeStdout?: boolean;
}

/** Runs `guardsmith` in a process of its own, from the code that `bundle-command.ts` makes. */
export function runProcess(args: readonly string[], options: ProcessOptions): Promise<Finished> {
  const { cwd, stdin = "", env = {}, preload, closeStdout = false } = options;
  const preloads = preload === undefined ? [] : ["--import", preload];
  const child = spawn(process.execPath, [...preloads, inject("command"), ...args], {
    cwd,
    env: { ...process.env, ...unset, ...env },
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
