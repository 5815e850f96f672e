import type { Config, FormatChoice, ImportExtension, Target } from "../config/config.js";
import type { FileHook } from "../config/file-hook.js";
import { loadJobs, type Job, type LoadConfigOptions } from "../config/load-config.js";
import { InputError } from "../core/failure.js";
import type { UrlHook } from "../load/url-hook.js";
import type { CommandIo, ExitCode } from "./command-io.js";
import type { GenerateFormat } from "./generate-formats.js";
import { generateJob } from "./generate-job.js";
import { makeReport } from "./generate-reports/make-report.js";
import type { RunReport } from "./generate-reports/report.js";
import { recording, type Recording } from "./recording.js";

/** The arguments of `guardsmith generate`; paths are relative to the working directory. */
export interface GenerateCommandOptions {
  /** The document: a path, a URL, or `-` for standard input. Default: the one of the config. */
  readonly spec?: string | undefined;
  /** The headers of the requests for the document, as lines such as `Accept: application/yaml`. */
  readonly headers?: readonly string[] | undefined;
  /** The overlays to apply to the document. Default: those of the config. */
  readonly overlays?: readonly string[] | undefined;
  /** The output folder. Default: the one of the config. */
  readonly out?: string | undefined;
  /** The config file. Default: the nearest one. */
  readonly config?: string | undefined;
  /** The jobs of the config. Default: all. */
  readonly jobs?: readonly string[] | undefined;
  /** The component schemas to emit. Default: those of the config. */
  readonly roots?: readonly string[] | undefined;
  /** Whether to write TypeScript or JavaScript. Default: as the config says. */
  readonly target?: Target | undefined;
  /** What ends the names of imported files. Default: as the config or the `tsconfig.json` says. */
  readonly importExtension?: ImportExtension | undefined;
  /** Whether files are formatted. Default: as the config says. */
  readonly format?: FormatChoice | undefined;
  /** Whether every warning is an error. Default: as the config says. */
  readonly strict?: boolean | undefined;
  /** The number of warnings with which the run does not fail. Default: as the config says, or any. */
  readonly maxWarnings?: number | undefined;
  /** Whether to compare the output folder with what it should hold, and to write nothing. */
  readonly check?: boolean | undefined;
  /**
   * Whether to generate even where nothing has changed since the last run, and to replace and remove
   * files that people wrote or edited.
   */
  readonly force?: boolean | undefined;
  /** How the result is printed. Default: `pretty`. */
  readonly reportAs?: GenerateFormat | undefined;
  /** The command line that brings the output folder up to date, for the hint after a comparison. */
  readonly rerun: string;
  /** What is told about the run while it goes on. Default: nothing. */
  readonly observer?: RunObserver | undefined;
}

/** Follows a run, and may end it. */
export interface RunObserver {
  /** Receives the settings before they are used; may throw an InputError. */
  readonly onConfig: (config: Config) => void;
  /** Is called with every local file that the run reads or looks for. */
  readonly onFile: FileHook;
  /** Is called with every file on the network that the run asks for. */
  readonly onUrl?: UrlHook | undefined;
  /** Ends the run before its next stage, with its reason as the error; never while it writes. */
  readonly signal: AbortSignal;
}

/**
 * Generates the packages, or checks with `check` that they are up to date: one for each job of the
 * config, one after the other. A job that fails stops no other one.
 *
 * Diagnostics go to standard error. Standard output gets one line for each job that sums it up; with
 * `check` and an output folder that is not up to date, what has to be done instead, the command that
 * does it, and the beginning of a unified diff.
 *
 * @param options The arguments of the command.
 * @param io What the command sees of its process.
 * @returns The exit code of the process: the highest of those of the jobs.
 * @throws The reason of the observer's signal, where that ends the run.
 */
export async function runGenerate(
  options: GenerateCommandOptions,
  io: CommandIo,
): Promise<ExitCode> {
  const format = options.reportAs ?? "pretty";
  const read: Recording = new Map();
  let jobs: readonly Job[] = [];
  let exitCode = await reportingErrors(makeReport(format, io), async () => {
    jobs = await loadJobs(whereFrom(options, read, io));
    return 0;
  });
  for (const { name, config } of jobs) {
    const report = makeReport(format, io, name);
    const code = await reportingErrors(report, () =>
      generateJob(config, { options, read, report }, io),
    );
    if (code > exitCode) exitCode = code;
  }
  return exitCode;
}

/** Does something, and shows what is wrong with its input. */
async function reportingErrors(
  report: RunReport,
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { locate } = await import("../text/locate.js");
    report.diagnostics(error.diagnostics.map((diagnostic) => locate(diagnostic, error.sources)));
    await report.result({ kind: "failed" });
    return 2;
  }
}

/** Where the settings come from. */
function whereFrom(
  { config: file, jobs, headers, observer, ...options }: GenerateCommandOptions,
  read: Recording,
  { cwd, stderr }: CommandIo,
): LoadConfigOptions {
  const { spec, overlays, out, roots, target, importExtension, format, strict } = options;
  const { maxWarnings } = options;
  return {
    cwd,
    file,
    jobs,
    headers,
    overrides: { spec, overlays, out, roots, target, importExtension, format, strict, maxWarnings },
    onFile: recording(read, observer?.onFile),
    onFound: (note) => stderr(`${note}\n`),
  };
}
