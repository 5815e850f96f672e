import { existsSync, realpathSync } from "node:fs";
import { CommanderError } from "commander";
import type { CommandIo } from "../commands/command-io.js";
import type { WorkflowLog } from "../commands/workflow-log.js";
import { describeInternalError, internalErrorCode } from "./internal-error.js";
import { createProgram, type Actions } from "./program.js";
import { rerunOf } from "./rerun.js";
import { useProxies } from "../load/node-proxy.js";
import { ownVersion } from "../output/version.js";
import { printable } from "../text/printable.js";
import { visible } from "../text/visible.js";

/** What the command line writes to. */
export interface Output {
  /** Whether a person reads it in a terminal. */
  readonly isTTY?: boolean | undefined;
  readonly write: (text: string) => unknown;
}

/** The streams of a process. */
export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
}

/**
 * Runs the command line.
 *
 * @param args The arguments, without the interpreter and the script.
 * @param streams What is read and written: `process`, or what a test looks at.
 * @returns The exit code of the process.
 */
export async function runCommandLine(args: readonly string[], streams: Streams): Promise<number> {
  let exitCode = 0;
  const actions: Actions = {
    // Imported on demand: `--help`, `--version` and usage errors need none of the commands.
    init: async (options, color) => {
      const { runInit } = await import("../commands/init/init.js");
      exitCode = await runInit(options, await commandIo(streams, color, undefined));
    },
    generate: async ({ watch = false, interval, ...options }, color) => {
      const [io, rerun] = [
        await commandIo(streams, color, options.reportAs),
        rerunOf(args, process.env.npm_config_user_agent),
      ];
      if (watch) {
        const { runWatch } = await import("../commands/watch.js");
        exitCode = await runWatch({ ...options, interval, rerun }, io, interruption());
      } else {
        const { runGenerate } = await import("../commands/generate.js");
        exitCode = await runGenerate({ ...options, rerun }, io);
      }
    },
    clean: async (options, color) => {
      const { runClean } = await import("../commands/clean.js");
      exitCode = await runClean(options, await commandIo(streams, color, undefined));
    },
    validate: async (options, color) => {
      const { runValidate } = await import("../commands/validate.js");
      exitCode = await runValidate(options, await commandIo(streams, color, options.format));
    },
    sample: async (options, color) => {
      const { runSample } = await import("../commands/sample.js");
      exitCode = await runSample(options, await commandIo(streams, color, undefined));
    },
    diff: async (options, color) => {
      const { runDiff } = await import("../commands/diff.js");
      exitCode = await runDiff(options, await commandIo(streams, color, undefined));
    },
    reconcile: async (options, color) => {
      const { runReconcile } = await import("../commands/reconcile.js");
      exitCode = await runReconcile(options, await commandIo(streams, color, options.format));
    },
  };
  const [stdout, stderr] = [writerTo(streams.stdout), writerTo(streams.stderr)];
  const isWorkflow = process.env.GITHUB_ACTIONS === "true";
  try {
    await useProxies();
    const program = createProgram(ownVersion(), actions, { isWorkflow, stdout, stderr });
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    // Commander has printed the help, the version or the error. Only an error is a failure.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    stderr(describeInternalError(error, Boolean(process.env.GUARDSMITH_DEBUG)));
    return internalErrorCode;
  }
}

/**
 * Returns the parts of the process that a command uses.
 *
 * @param streams The streams of the process.
 * @param color What the user asked for, if anything.
 * @param format How the command prints its result.
 */
async function commandIo(
  { stdin, stdout, stderr }: Streams,
  color: boolean | undefined,
  format: string | undefined,
): Promise<CommandIo> {
  const cwd = process.cwd();
  return {
    cwd,
    color: hasColor(stderr, color),
    colorOutput: hasColor(stdout, color),
    stdin: () => stdin,
    stdout: writerTo(stdout, color),
    stderr: writerTo(stderr, color),
    progress: (text) => showProgress(stderr, text),
    now: () => new Date(),
    workflow: format === "github" ? await workflowOf(cwd, process.env, stdout) : undefined,
  };
}

/** Returns whether to colour a stream. By default, only a terminal gets colours. */
function hasColor(stream: Output, asked: boolean | undefined): boolean {
  return asked ?? (stream.isTTY === true && !process.env.NO_COLOR);
}

/** Returns a writer that escapes what a terminal or a log would take for a command. */
function writerTo(stream: Output, color?: boolean): (text: string) => void {
  return (text) => stream.write(printable(text, hasColor(stream, color)));
}

/** Returns the log of GitHub Actions. Without a workspace, paths are relative to the working directory. */
async function workflowOf(
  cwd: string,
  env: NodeJS.ProcessEnv,
  stdout: Output,
): Promise<WorkflowLog> {
  const { workflowLog } = await import("../commands/workflow-log.js");
  const { GITHUB_WORKSPACE: workspace = cwd, GITHUB_STEP_SUMMARY: summaryFile } = env;
  return workflowLog({
    cwd,
    // As `process.cwd()`, without symbolic links.
    workspace: existsSync(workspace) ? realpathSync(workspace) : cwd,
    summaryFile,
    write: (command) => stdout.write(command),
  });
}

/** Returns a signal that aborts when the process is asked to end. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  // Every time, not once: a Ctrl-C comes from the terminal, and again from a package manager.
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => controller.abort());
  return controller.signal;
}

/** Shows a text on the last line of a terminal. Elsewhere and in CI, it shows nothing. */
function showProgress(stderr: Output, text: string): void {
  // "\r" and "erase in line" of ECMA-48 overwrite the line.
  if (stderr.isTTY === true && !process.env.CI) stderr.write(`\r\u001b[2K${visible(text)}`);
}
