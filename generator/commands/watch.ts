import type { Config } from "../config/config.js";
import { count } from "../core/count.js";
import { inputError, InputError } from "../core/failure.js";
import type { FileHook } from "../config/file-hook.js";
import type { Diagnostic } from "../core/diagnostic.js";
import type { FollowedUrl, UrlHook } from "../load/url-hook.js";
import { visible } from "../text/visible.js";
import { FileFollower } from "../watch/follower.js";
import { watchRounds } from "../watch/rounds.js";
import { Scheduler } from "../watch/scheduler.js";
import { UrlPoller } from "../watch/url-poller.js";
import type { CommandIo, ExitCode } from "./command-io.js";
import type { GenerateCommandOptions } from "./generate-options.js";
import { runGenerate } from "./generate.js";
import { reportDiagnostics } from "./report.js";

/** The arguments of `guardsmith generate --watch`. */
export interface WatchCommandOptions extends Omit<
  GenerateCommandOptions,
  "check" | "observer" | "reportAs"
> {
  /** How often to ask servers whether a file has changed, in seconds. Default: 5. */
  readonly interval?: number | undefined;
}

/**
 * How long no file may change before a run begins, in milliseconds: long enough for the burst of changes
 * of one save, and too short to be noticed.
 */
const quiet = 100;

/** How often to ask servers for changes, in seconds. */
const defaultInterval = 5;

/**
 * Generates the package, and again whenever a file changes that it depends on: the document, the files
 * that it refers to, and the overlays, local or remote; the config file, with its imports if it is
 * TypeScript; the licence; and the `tsconfig.json` and `package.json` around the output folder, even if
 * they do not exist yet.
 *
 * Every run prints what `guardsmith generate` prints, except warnings that have not changed. A run that
 * fails leaves the output folder as it was, and the next change starts another run.
 *
 * @param options The arguments of the command.
 * @param io The parts of the process that the command uses.
 * @param signal Ends the command. A run that has begun to write is completed.
 * @returns The exit code of the process: 0 after the signal, 2 if there is nothing to watch.
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
  const poller = new UrlPoller({
    interval: (options.interval ?? defaultInterval) * 1000,
    onChange: () => scheduler.changed(),
    onProblem: (error) => {
      if (!(error instanceof InputError)) scheduler.failed(error);
      else reportDiagnostics(error.diagnostics.map(asUnreachable), io);
    },
    onRecovery: (url) => io.stdout(`${visible(url)} can be retrieved again\n`),
  });
  const run = printingRun(options, io, signal);
  const round = watchRounds({
    run: async (onFile) => {
      const urls = new Map<string, FollowedUrl>();
      poller.pause();
      const isDone = await run(onFile, (file) => urls.set(file.url, file));
      // After a failed run, the URLs that it did not reach are still watched.
      const earlier = isDone ? [] : poller.files.filter(({ url }) => !urls.has(url));
      poller.follow([...earlier, ...urls.values()]);
      return isDone;
    },
    isOutdated: () => poller.hasChanged,
    follow: (paths) => follower.follow(paths),
    onReady: (files) => io.stdout(`${watched(files, poller.files.length)}\n`),
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
    poller.pause();
    await follower.close();
  }
}

/** Describes what is watched. */
function watched(files: number, urls: number): string {
  const parts = [files > 0 && count(files, "file"), urls > 0 && count(urls, "URL")];
  const shown = parts.filter((part) => part !== false);
  return shown.length > 0 ? `watching ${shown.join(" and ")}` : "waiting for a file to appear";
}

/** Adds to a problem between two runs that the URL will be requested again. */
function asUnreachable(found: Diagnostic): Diagnostic {
  return { ...found, help: `${found.help ?? ""}; it will be requested again`.replace(/^; /, "") };
}

/** Returns a run that prints what is new. The first run fails if there is nothing to watch. */
function printingRun(
  options: WatchCommandOptions,
  io: CommandIo,
  signal: AbortSignal,
): (onFile: FileHook, onUrl: UrlHook) => Promise<boolean> {
  let isFirst = true;
  let shown = "";
  return async (onFile, onUrl) => {
    let problem: InputError | undefined;
    const onConfig = (config: Config): void => {
      problem = unwatchable(config);
      if (problem !== undefined) throw problem;
    };
    let results = "";
    let diagnostics = "";
    const exitCode = await runGenerate(
      { ...options, observer: { onConfig, onFile, onUrl, signal } },
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
    // Some of the jobs may have succeeded.
    io.stdout(isDone ? results : `${results}nothing was generated: there are errors\n`);
    return isDone;
  };
}

/** Returns an error if the settings cannot be watched. */
function unwatchable({ spec, overlays }: Config): InputError | undefined {
  if ([spec, ...overlays].includes("-")) {
    const help = "name a file instead of -, or leave out --watch";
    return inputError([{ code: "unwatchable", message: "standard input cannot be watched", help }]);
  }
  return undefined;
}

/** Returns the error for files that cannot be watched: the operating system limits their number. */
function cannotWatch(error: unknown): InputError {
  const reason = error instanceof Error ? error.message : String(error);
  const help = "set CHOKIDAR_USEPOLLING=1 to poll the files for changes instead";
  return inputError([
    { code: "cannot-watch", message: `the files cannot be watched: ${reason}`, help },
  ]);
}
