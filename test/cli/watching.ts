import { spawn } from "node:child_process";
import { inject, onTestFinished } from "vitest";
import { unset } from "../support/finished.js";

/** A process that watches. */
export interface Watching {
  /** The next line of standard output; fails where the process ends without one. */
  readonly line: () => Promise<string>;
  /** Waits for a text on standard error, after those that were waited for before. */
  readonly error: (pattern: RegExp) => Promise<void>;
  /** Sends a signal. */
  readonly signal: (name: NodeJS.Signals) => void;
  /** Sends a signal, and waits for the end. */
  readonly stop: (name?: NodeJS.Signals) => Promise<Stopped>;
}

/** How a process has ended. */
export interface Stopped {
  readonly code: number | null;
  /** The lines that nobody has asked for. */
  readonly lines: readonly string[];
  /** What came on standard error after what was waited for. */
  readonly errors: string;
}

/** Runs `guardsmith generate --watch` in a process, which ends with the test. */
export function startWatching(args: readonly string[], cwd: string): Watching {
  const child = spawn(process.execPath, [inject("command"), "generate", "--watch", ...args], {
    cwd,
    env: { ...process.env, ...unset },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: string[] = [];
  let rest = "";
  let errors = "";
  let notify: () => void = () => undefined;
  const news = (): Promise<void> => new Promise((resolve) => (notify = resolve));
  let hasEnded = false;
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    const [...whole] = (rest + chunk).split("\n");
    rest = whole.pop() ?? "";
    lines.push(...whole);
    notify();
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    errors += chunk;
    notify();
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      hasEnded = true;
      notify();
      resolve(code);
    });
  });
  return {
    line: async () => {
      for (;;) {
        const line = lines.shift();
        if (line !== undefined) return line;
        if (hasEnded) throw new Error(`The process has ended:\n${errors}`);
        await news();
      }
    },
    error: async (pattern) => {
      for (;;) {
        const found = pattern.exec(errors);
        if (found !== null) {
          errors = errors.slice(found.index + found[0].length);
          return;
        }
        if (hasEnded) throw new Error(`${pattern} is not in what there is:\n${errors}`);
        await news();
      }
    },
    signal: (name) => child.kill(name),
    stop: async (name = "SIGINT") => {
      child.kill(name);
      const code = await ended;
      return { code, lines, errors };
    },
  };
}
