#!/usr/bin/env node
import * as module from "node:module";
import { CommanderError } from "commander";
import type { CommandIo } from "../commands/command-io.js";
import { describeInternalError, internalErrorCode } from "./internal-error.js";
import { createProgram } from "./program.js";
import { rerunOf } from "./rerun.js";
import { ownVersion } from "../output/version.js";

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
  try {
    const program = createProgram(ownVersion(), {
      // `--help`, `--version` and usage errors do not wait for what only a command needs.
      init: async (options, color) => {
        const { runInit } = await import("../commands/init/init.js");
        exitCode = await runInit(options, commandIo(color));
      },
      generate: async ({ watch = false, ...options }, color) => {
        const [io, rerun] = [commandIo(color), rerunOf(args)];
        if (watch) {
          const { runWatch } = await import("../commands/watch.js");
          exitCode = await runWatch({ ...options, rerun }, io, interruption());
        } else {
          const { runGenerate } = await import("../commands/generate.js");
          exitCode = await runGenerate({ ...options, rerun }, io);
        }
      },
      validate: async (options, color) => {
        const { runValidate } = await import("../commands/validate.js");
        exitCode = await runValidate(options, commandIo(color));
      },
      reconcile: async (options, color) => {
        const { runReconcile } = await import("../commands/reconcile.js");
        exitCode = await runReconcile(options, commandIo(color));
      },
    });
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    // Commander has printed the help, the version or what is wrong; only the last is a failure.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(describeInternalError(error, Boolean(process.env.GUARDSMITH_DEBUG)));
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

/** What a command sees of this process; `color` is what the user asked for, if anything. */
function commandIo(color: boolean | undefined): CommandIo {
  return {
    cwd: process.cwd(),
    color: color ?? (process.stderr.isTTY && !process.env.NO_COLOR),
    colorOutput: color ?? (process.stdout.isTTY && !process.env.NO_COLOR),
    stdin: () => process.stdin,
    stdout: (chunk) => process.stdout.write(chunk),
    stderr: (chunk) => process.stderr.write(chunk),
    progress: showProgress,
  };
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
  if (process.stderr.isTTY && !process.env.CI) process.stderr.write(`\r\u001b[2K${text}`);
}

/** Lets a reader such as `head` stop reading: what is still written then goes nowhere. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
