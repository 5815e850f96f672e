import type { Config, FormatChoice, ImportExtension, Target } from "../config/config.js";
import { loadJobs, type Job, type LoadConfigOptions } from "../config/load-config.js";
import { count } from "../core/count.js";
import { InputError } from "../core/failure.js";
import type { GenerateResult } from "../generate/generate.js";
import { hashOf } from "../output/cache/hash.js";
import { recordOf } from "../output/cache/run-record.js";
import { rememberOwnWork } from "../output/cache/trust.js";
import { findSurroundings, type FoundSurroundings } from "../output/project/surroundings.js";
import { findUnchanged, type UnchangedRun } from "../output/cache/unchanged.js";
import type { FileHook } from "../config/file-hook.js";
import type { RunRecord } from "../output/manifest.js";
import { shownPath } from "../output/shown-path.js";
import type { Stage } from "../output/stage/stage.js";
import type { WriteOptions, WriteSummary } from "../output/write.js";
import type { CommandIo, ExitCode } from "./command-io.js";
import { countWarnings, reportDiagnostics, summarizeWarnings } from "./report.js";

/** The arguments of `guardsmith generate`; paths are relative to the working directory. */
export interface GenerateCommandOptions {
  /** The document: a path, a URL, or `-` for standard input. Default: the one of the config. */
  readonly spec?: string | undefined;
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
  /** Whether to generate even where nothing has changed since the last run. */
  readonly force?: boolean | undefined;
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
  /** Ends the run before its next stage, with its reason as the error; never while it writes. */
  readonly signal: AbortSignal;
}

/**
 * Generates the packages, or checks with `check` that they are up to date: one for each job of the
 * config, one after the other. A job that fails stops no other one.
 *
 * Diagnostics go to standard error. Standard output gets one line for each job that sums it up; with
 * `check` and an output folder that is not up to date, a unified diff instead.
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
  const read = new Map<string, string | null>();
  let jobs: readonly Job[] = [];
  let exitCode = await reportingErrors(io, async () => {
    jobs = await loadJobs(settingsOf(options, read, io));
    return 0;
  });
  for (const job of jobs) {
    const code = await reportingErrors(io, () => runJob(job, read, options, io));
    if (code === 2 && job.name !== undefined) {
      io.stderr(`${job.name}: not ${options.check === true ? "checked" : "generated"}\n`);
    }
    if (code > exitCode) exitCode = code;
  }
  return exitCode;
}

/** Does something, and shows what is wrong with its input. */
async function reportingErrors(io: CommandIo, work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { locate } = await import("../text/locate.js");
    reportDiagnostics(
      error.diagnostics.map((diagnostic) => locate(diagnostic, error.sources)),
      io,
    );
    return 2;
  }
}

/** Does one job of the config. */
async function runJob(
  { name, config }: Job,
  read: ReadonlyMap<string, string | null>,
  options: GenerateCommandOptions,
  io: CommandIo,
): Promise<ExitCode> {
  const { check = false, force = false, observer } = options;
  const start = performance.now();
  const { licenseFile } = config.package;
  // Of the files that the settings are read from, the licence is an input of the run.
  const inputs = new Map([...read].filter(([path]) => path === licenseFile));
  const label = name === undefined ? "" : `${name}: `;
  observer?.onConfig(config);
  const surroundings = await findSurroundings(config, {
    cwd: io.cwd,
    onFile: observer?.onFile,
  });
  // A warning is shown until it is gone.
  const unchanged =
    force || surroundings.warnings.length > 0
      ? undefined
      : await findUnchanged(config, surroundings, observer?.onFile);
  if (unchanged !== undefined) {
    reportUnchanged(unchanged, { out: config.out, label, check, start }, io);
    return 0;
  }
  const { Stage } = await import("../output/stage/stage.js");
  const stage = check ? undefined : new Stage(config.out);
  try {
    return await runPipeline({ config, label, surroundings, inputs, stage, start }, options, io);
  } finally {
    await stage?.discard();
  }
}

/** A run that has to make files. */
interface Run {
  readonly config: Config;
  /** What begins the line that sums it up: the name of the job, if it has one. */
  readonly label: string;
  readonly surroundings: FoundSurroundings;
  /** The hashes of the files that it has read. */
  readonly inputs: Map<string, string | null>;
  /** Writes files while others are made; undefined, where nothing is to be written. */
  readonly stage: Stage | undefined;
  /** When it began, in milliseconds. */
  readonly start: number;
}

/** Generates the files, and writes them, or compares them with those that are there. */
async function runPipeline(
  { config, label, surroundings, inputs, stage, start }: Run,
  { force = false, observer, rerun }: GenerateCommandOptions,
  io: CommandIo,
): Promise<ExitCode> {
  // The pipeline takes a while to import: what needs none is done without it.
  const { generateOver } = await import("../generate/generate.js");
  const { emptyCache, openCache } = await import("../output/cache/file-cache.js");
  const result = await generateOver(
    force ? emptyCache : await openCache(config, surroundings),
    {
      spec: config.spec,
      config,
      surroundings,
      cwd: io.cwd,
      onFile: recording(inputs, observer?.onFile),
      onStage: (name) => {
        observer?.signal.throwIfAborted();
        const seconds = (performance.now() - start) / 1000;
        if (seconds > 1) io.progress(`${name} … ${seconds.toFixed(0)} s`);
      },
    },
    (file) => stage?.add(file),
  );
  io.progress("");
  observer?.signal.throwIfAborted();
  reportDiagnostics(result.diagnostics, io);
  if (result.diagnostics.some(({ severity }) => severity === "error")) return 2;
  const paths = result.files.map(({ path }) => path);
  const run = recordOf(config, surroundings, inputs, paths, {
    models: result.models.length,
    warnings: countWarnings(result.diagnostics),
    sources: result.sources,
  });
  return stage === undefined
    ? checkOutput(result, { config, label }, run, rerun, io)
    : writeOutput(result, { config, label, start }, { run, stage }, io);
}

/** Where the settings of the run come from. */
function settingsOf(
  { config: file, jobs, observer, ...options }: GenerateCommandOptions,
  read: Map<string, string | null>,
  { cwd, stderr }: CommandIo,
): LoadConfigOptions {
  const { spec, overlays, out, roots, target, importExtension, format, strict } = options;
  const { maxWarnings } = options;
  return {
    cwd,
    file,
    jobs,
    overrides: { spec, overlays, out, roots, target, importExtension, format, strict, maxWarnings },
    onFile: recording(read, observer?.onFile),
    onFound: (note) => stderr(`${note}\n`),
  };
}

/** A hook that notes the hash of what was read. */
function recording(inputs: Map<string, string | null>, onFile?: FileHook): FileHook {
  return (path, bytes) => {
    inputs.set(path, bytes === undefined ? null : hashOf(bytes));
    onFile?.(path, bytes);
  };
}

function reportUnchanged(
  { models, warnings, files }: UnchangedRun,
  { out, label, check, start }: { out: string; label: string; check: boolean; start: number },
  io: CommandIo,
): void {
  const shown = shownPath(out, io.cwd);
  if (check) {
    io.stdout(`${label}${shown} is up to date\n`);
    return;
  }
  const summary = { added: 0, changed: 0, removed: 0, unchanged: files };
  io.stdout(label + summaryLine(models, summary, shown, start) + summarizeWarnings(warnings));
}

function summaryLine(
  models: number,
  { added, changed, removed, unchanged }: WriteSummary,
  shown: string,
  start: number,
): string {
  const total = count(added + changed + unchanged, "file");
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  return (
    `generated ${count(models, "model")} in ${total} into ${shown} in ${seconds} s: ` +
    `${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged\n`
  );
}

async function writeOutput(
  { files, models, diagnostics }: GenerateResult,
  { config: { out, format }, label, start }: Pick<Run, "config" | "label" | "start">,
  options: WriteOptions,
  io: CommandIo,
): Promise<ExitCode> {
  const { writeFiles } = await import("../output/write.js");
  const summary = await writeFiles(files, out, { ...options, format });
  await rememberOwnWork(out);
  const line = label + summaryLine(models.length, summary, shownPath(out, io.cwd), start);
  io.stdout(line + summarizeWarnings(countWarnings(diagnostics)));
  return 0;
}

async function checkOutput(
  { files }: GenerateResult,
  { config: { out, format }, label }: Pick<Run, "config" | "label">,
  run: RunRecord | undefined,
  rerun: string,
  io: CommandIo,
): Promise<ExitCode> {
  const shown = shownPath(out, io.cwd);
  const { compareFiles } = await import("../output/compare.js");
  const changes = await compareFiles(files, out, { shownAs: shown, run, format });
  if (changes.length === 0) {
    io.stdout(`${label}${shown} is up to date\n`);
    await rememberOwnWork(out);
    return 0;
  }
  io.stdout(changes.map(({ patch }) => patch).join(""));
  io.stderr(
    `${label}${count(changes.length, "file")} in ${shown} ${changes.length === 1 ? "is" : "are"} not up to date: run \`${rerun}\` and commit the result\n`,
  );
  return 1;
}
