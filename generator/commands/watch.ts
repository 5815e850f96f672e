import type { Config } from "../config/config.js";
import { count } from "../core/count.js";
import { inputError, InputError } from "../core/failure.js";
import type { FileHook } from "../config/file-hook.js";
import { FileFollower } from "../watch/follower.js";
import { watchRounds } from "../watch/rounds.js";
import { Scheduler } from "../watch/scheduler.js";
import type { CommandIo, ExitCode } from "./command-io.js";
import { runGenerate, type GenerateCommandOptions } from "./generate.js";
import { reportDiagnostics } from "./report.js";

/** The arguments of `guardsmith generate --watch`. */
export type WatchCommandOptions = Omit<GenerateCommandOptions, "check" | "observer">;

/**
 * For how long no file may change before a run begins, in milliseconds: long enough for the burst of
 * changes that a save is, too short to be felt.
 */
const quiet = 100;

/**
 * Generates the package, and again whenever a file changes that it depends on: the document, the local
 * files that it refers to, its overlays, the config file with what it imports if it is TypeScript, the licence, and the `tsconfig.json` and
 * `package.json` around the output folder, those included that are not there yet.
 *
 * Every run prints what `guardsmith generate` prints, but warnings that did not change are shown once.
 * A run that fails leaves the output folder as it was, and the next change leads to another one.
 *
 * @param options The arguments of the command.
 * @param io What the command sees of its process.
 * @param signal Ends the command; a run that has begun to write is completed.
 * @returns The exit code of the process: 0 after the signal, 2 where there is nothing to watch.
 */
export async function runWatch(
  options: WatchCommandOptions,
  io: CommandIo,
  signal: AbortSignal,
): Promise<ExitCode> {
  const follower = new FileFollower({
    onChange: () => scheduler.changed(),
    onError: (error) => scheduler.failed(cannotWatch(error)),
  });
  const round = watchRounds({
    run: printingRun(options, io, signal),
    follow: (paths) => follower.follow(paths),
    onReady: (files) =>
      io.stdout(
        files > 0 ? `watching ${count(files, "file")}\n` : "waiting for a file to appear\n",
      ),
    again: () => scheduler.changed(),
  });
  const scheduler = new Scheduler(round, { quiet, signal });
  try {
    await scheduler.ended;
    return 0;
  } catch (error) {
    io.progress("");
    if (signal.aborted && error === signal.reason) return 0;
    if (!(error instanceof InputError)) throw error;
    reportDiagnostics(error.diagnostics, io);
    return 2;
  } finally {
    await follower.close();
  }
}

/** Runs that print what is new; the first one fails where there is nothing to watch. */
function printingRun(
  options: WatchCommandOptions,
  io: CommandIo,
  signal: AbortSignal,
): (onFile: FileHook) => Promise<boolean> {
  let isFirst = true;
  let shown = "";
  return async (onFile) => {
    let problem: InputError | undefined;
    const onConfig = (config: Config): void => {
      problem = unwatchable(config);
      if (problem !== undefined) throw problem;
    };
    let results = "";
    let diagnostics = "";
    const exitCode = await runGenerate(
      { ...options, observer: { onConfig, onFile, signal } },
      {
        ...io,
        stdout: (text) => (results += text),
        stderr: (text) => (diagnostics += text),
      },
    );
    if (isFirst && problem !== undefined) throw problem;
    isFirst = false;
    const isDone = exitCode === 0;
    if (!isDone || diagnostics !== shown) io.stderr(diagnostics);
    shown = isDone ? diagnostics : "";
    // Of several jobs, some may be done.
    io.stdout(isDone ? results : `${results}not generated: there are errors\n`);
    return isDone;
  };
}

/** What is wrong with settings that leave nothing to follow. */
function unwatchable({ spec, overlays }: Config): InputError | undefined {
  if ([spec, ...overlays].includes("-")) {
    const help = "name a file in place of -, or leave out --watch";
    return inputError([{ code: "unwatchable", message: "standard input cannot be watched", help }]);
  }
  if (/^https?:\/\//i.test(spec)) {
    const help = "save the document to a file and name that, or leave out --watch";
    return inputError([{ code: "unwatchable", message: `${spec} cannot be watched`, help }]);
  }
  return undefined;
}

/** The operating system limits how much can be watched. */
function cannotWatch(error: unknown): InputError {
  const reason = error instanceof Error ? error.message : String(error);
  const help = "set CHOKIDAR_USEPOLLING=1 to have the files looked at again and again";
  return inputError([
    { code: "cannot-watch", message: `the files cannot be watched: ${reason}`, help },
  ]);
}
