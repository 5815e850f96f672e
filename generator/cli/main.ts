#!/usr/bin/env node
import { existsSync, realpathSync } from "node:fs";
import * as module from "node:module";
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

keepCompiledCode();
process.exitCode = await main(process.argv.slice(2));

/**
 * Runs the command line.
 *
 * @param args The arguments, without the interpreter and the script.
 * @returns The exit code of the process.
 */
async function main(args: readonly string[]): Promise<number> {
  ignoreClosedPipe(process.stdout);
  ignoreClosedPipe(process.stderr);
  let exitCode = 0;
  const actions: Actions = {
    // `--help`, `--version` and usage errors do not wait for what only a command needs.
    init: async (options, color) => {
      const { runInit } = await import("../commands/init/init.js");
      exitCode = await runInit(options, await commandIo(color, undefined));
    },
    generate: async ({ watch = false, interval, ...options }, color) => {
      const [io, rerun] = [
        await commandIo(color, options.reportAs),
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
      exitCode = await runClean(options, await commandIo(color, undefined));
    },
    validate: async (options, color) => {
      const { runValidate } = await import("../commands/validate.js");
      exitCode = await runValidate(options, await commandIo(color, options.format));
    },
    reconcile: async (options, color) => {
      const { runReconcile } = await import("../commands/reconcile.js");
      exitCode = await runReconcile(options, await commandIo(color, options.format));
    },
  };
  const [stdout, stderr] = [writerTo(process.stdout), writerTo(process.stderr)];
  const isWorkflow = process.env.GITHUB_ACTIONS === "true";
  try {
    await useProxies();
    const program = createProgram(ownVersion(), actions, { isWorkflow, stdout, stderr });
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    // Commander has printed the help, the version or what is wrong; only the last is a failure.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    stderr(describeInternalError(error, Boolean(process.env.GUARDSMITH_DEBUG)));
    return internalErrorCode;
  }
}

/**
 * Lets Node.js keep the compiled form of what is imported from here on, where it can: since 22.1.
 *
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
function keepCompiledCode(): void {
  const enable: unknown = Reflect.get(module, "enableCompileCache");
  if (typeof enable === "function") Reflect.apply(enable, undefined, []);
}

/**
 * What a command sees of this process.
 *
 * @param color What the user asked for, if anything.
 * @param format How the command prints its result.
 */
async function commandIo(
  color: boolean | undefined,
  format: string | undefined,
): Promise<CommandIo> {
  const cwd = process.cwd();
  return {
    cwd,
    color: hasColor(process.stderr, color),
    colorOutput: hasColor(process.stdout, color),
    stdin: () => process.stdin,
    stdout: writerTo(process.stdout, color),
    stderr: writerTo(process.stderr, color),
    progress: showProgress,
    workflow: format === "github" ? await workflowOf(cwd, process.env) : undefined,
  };
}

/** Whether to colour what is written; where nobody asked for it, only on a terminal. */
function hasColor(stream: NodeJS.WriteStream, asked: boolean | undefined): boolean {
  return asked ?? (stream.isTTY && !process.env.NO_COLOR);
}

/** Writes texts, which nobody obeys whatever they hold. */
function writerTo(stream: NodeJS.WriteStream, color?: boolean): (text: string) => void {
  return (text) => stream.write(printable(text, hasColor(stream, color)));
}

/** The log of GitHub Actions; outside of a workflow, paths are relative to the working directory. */
async function workflowOf(cwd: string, env: NodeJS.ProcessEnv): Promise<WorkflowLog> {
  const { workflowLog } = await import("../commands/workflow-log.js");
  const { GITHUB_WORKSPACE: workspace = cwd, GITHUB_STEP_SUMMARY: summaryFile } = env;
  return workflowLog({
    cwd,
    // As `process.cwd()`, without symbolic links.
    workspace: existsSync(workspace) ? realpathSync(workspace) : cwd,
    summaryFile,
    write: (command) => process.stdout.write(command),
  });
}

/** Aborts when the user, or whoever runs this process, wants it to end. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  // Every time, not once: a Ctrl-C comes from the terminal, and again from a package manager.
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => controller.abort());
  return controller.signal;
}

/** Shows a text on the last line of a terminal; elsewhere, as in CI, nothing. */
function showProgress(text: string): void {
  // "\r" and "erase in line" of ECMA-48: the line is written over.
  if (process.stderr.isTTY && !process.env.CI) process.stderr.write(`\r\u001b[2K${visible(text)}`);
}

/** Lets a reader such as `head` stop reading: what is still written then goes nowhere. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
