import { Readable } from "node:stream";
import { runCommandLine } from "../../generator/cli/command-line.js";
import { unset, type Finished, type RunOptions } from "./finished.js";

let isRunning = false;

/**
 * Runs `guardsmith` in this process: with a folder, an environment and streams as a process of its own
 * would have them. Where the process is the point, see `run-process.ts`.
 *
 * @throws when another one runs: the folder and the environment are those of the whole process
 */
export async function runCommand(
  args: readonly string[],
  { cwd, stdin = "", env = {} }: RunOptions,
): Promise<Finished> {
  if (isRunning) throw new Error("Only one command can run in this process at a time.");
  isRunning = true;
  const before = {
    cwd: process.cwd(),
    env: process.env,
    stdin: Object.getOwnPropertyDescriptor(process, "stdin") ?? {},
  };
  process.chdir(cwd);
  process.env = { ...before.env, ...unset, ...env };
  const input = Readable.from(stdin === "" ? [] : [Buffer.from(stdin)]);
  // A document is read from the standard input of the process, whatever a command is called with.
  Object.defineProperty(process, "stdin", { configurable: true, value: input });
  const [stdout, stderr] = [new Written(), new Written()];
  try {
    const code = await runCommandLine(args, { stdin: input, stdout, stderr });
    return { code, stdout: stdout.text, stderr: stderr.text };
  } finally {
    Object.defineProperty(process, "stdin", before.stdin);
    process.chdir(before.cwd);
    process.env = before.env;
    isRunning = false;
  }
}

/** Keeps what is written. */
class Written {
  text = "";

  write(text: string): void {
    this.text += text;
  }
}
