import { spawn } from "node:child_process";
import { once } from "node:events";
import { inject } from "vitest";

/** What a process does. */
export interface Work {
  readonly out: string;
  readonly version: "old" | "new";
  /** How many files there are, besides a few. */
  readonly size: number;
  /** What hits it at which of its calls that change something: a signal; or `torn`, which is SIGKILL in the middle of a file. */
  readonly hit?: readonly [call: number, action: NodeJS.Signals | "torn"];
}

/** How a process has ended. */
export interface Ended {
  /** What ended it: a signal, or its exit code. */
  readonly by: NodeJS.Signals | number | null;
  readonly stderr: string;
  /** The calls that it made, if it came to its end. */
  readonly calls: readonly string[];
  /** How long it worked, in milliseconds, without its start. */
  readonly took: number;
}

/** Runs a process that writes a version. `killAfter`: after how many milliseconds of work it is killed. */
export async function write(work: Work, killAfter?: number): Promise<Ended> {
  const { out, version, size, hit = [0, "torn"] } = work;
  const args = [inject("writer"), out, version, String(size), ...hit.map(String)];
  const child = spawn(process.execPath, args);
  let stdout = "";
  let stderr = "";
  let begin = 0;
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk;
    if (begin > 0) return;
    begin = performance.now();
    if (killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter);
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
  // The event has these two.
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  const [, calls = ""] = /\n(.+)\n/.exec(stdout) ?? [];
  return { by: signal ?? code, stderr, calls: calls.split(" "), took: performance.now() - begin };
}

/** Does something for each of some numbers, two at a time: as many as a small machine can. */
export async function forEach(
  numbers: readonly number[],
  work: (number: number) => Promise<void>,
): Promise<void> {
  const rest = [...numbers];
  const next = async (): Promise<void> => {
    for (let number = rest.shift(); number !== undefined; number = rest.shift()) await work(number);
  };
  await Promise.all([next(), next()]);
}
