import type { Config, FormatChoice, ImportExtension, Target } from "../config/config.js";
import { loadConfig } from "../config/load-config.js";
import { InputError } from "../core/failure.js";
import type { GeneratedFiles } from "../generate/pipeline.js";
import { hashOf } from "../output/cache/hash.js";
import { documentRecordOf, recordOf } from "../output/cache/run-record.js";
import { findSurroundings, type FoundSurroundings } from "../output/project/surroundings.js";
import { findUnchanged, type UnchangedRun } from "../output/cache/unchanged.js";
import type { FileHook } from "../config/file-hook.js";
import type { UrlHook } from "../load/followed-url.js";
import type { PlanOptions } from "../output/plan.js";
import { shownPath } from "../output/shown-path.js";
import type { Stage } from "../output/stage/stage.js";
import type { FolderLock } from "../output/transaction/folder-lock.js";
import { isInUse } from "../output/transaction/state-folder.js";
import type { WriteOptions } from "../output/write.js";
import type { CommandIo, ExitCode } from "./command-io.js";
import { reportKept, reportLost } from "./edits.js";
import type { GenerateFormat } from "./generate-formats.js";
import { changedModels, inOrderOfInterest } from "./generate-reports/changes.js";
import { makeReport } from "./generate-reports/make-report.js";
import type { RunReport } from "./generate-reports/report.js";
import { countWarnings } from "./report.js";
import { showWaiting } from "./show-waiting.js";

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
 * Generates the package, or checks with `check` that it is up to date.
 *
 * Diagnostics go to standard error. Standard output gets one line that sums up the run; with `check`
 * and an output folder that is not up to date, what has to be done instead, the command that does it,
 * and the beginning of a unified diff.
 *
 * @param options The arguments of the command.
 * @param io What the command sees of its process.
 * @returns The exit code of the process.
 * @throws The reason of the observer's signal, where that ends the run.
 */
export async function runGenerate(
  options: GenerateCommandOptions,
  io: CommandIo,
): Promise<ExitCode> {
  const report = makeReport(options.reportAs ?? "pretty", io);
  try {
    const { check = false, force = false, observer } = options;
    const start = performance.now();
    const inputs = new Map<string, string | null>();
    const config = await configOf(options, inputs, io);
    observer?.onConfig(config);
    const surroundings = findSurroundings(config, {
      cwd: io.cwd,
      onFile: observer?.onFile,
    });
    // A warning is shown until it is gone.
    const canSkip = !force && surroundings.warnings.length === 0;
    const skip = async (): Promise<boolean> => {
      const unchanged = canSkip && (await findUnchanged(config, surroundings, observer?.onFile));
      if (!unchanged) return false;
      const out = shownPath(config.out, io.cwd);
      await reportUnchanged(unchanged, { out, check, start }, report);
      return true;
    };
    // Where no run is at work, or was cut short, what is there can be looked at without the lock.
    if (!isInUse(config.out) && (await skip())) return 0;
    const run = { config, surroundings, inputs, start, report };
    const waiting = { onWait: showWaiting(config.out, io), signal: observer?.signal };
    if (check) {
      const { waitWhileInUse } = await import("../output/transaction/wait-while-in-use.js");
      const isHalfDone = await waitWhileInUse(config.out, waiting);
      if (isHalfDone) {
        io.progress("");
        const out = shownPath(config.out, io.cwd);
        await report.result({ kind: "interrupted", out, rerun: options.rerun });
        return 1;
      }
      return await runPipeline(run, options, io);
    }
    const { lockFolder } = await import("../output/transaction/folder-lock.js");
    const { Stage } = await import("../output/stage/stage.js");
    const lock = await lockFolder(config.out, waiting);
    const stage = new Stage(lock);
    try {
      if (lock.hasWaited) {
        io.progress("");
        if (await skip()) return 0;
      }
      return await runPipeline({ ...run, target: { lock, stage } }, options, io);
    } finally {
      await stage.take();
      lock.release();
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { locate } = await import("../text/locate.js");
    report.diagnostics(error.diagnostics.map((diagnostic) => locate(diagnostic, error.sources)));
    await report.result({ kind: "failed" });
    return 2;
  }
}

/** A run that has to make files. */
interface Run {
  readonly config: Config;
  readonly surroundings: FoundSurroundings;
  /** The hashes of the files that it has read. */
  readonly inputs: Map<string, string | null>;
  /** Where to write the files; undefined, where they are only compared. */
  readonly target?: { readonly lock: FolderLock; readonly stage: Stage } | undefined;
  /** When it began, in milliseconds. */
  readonly start: number;
  readonly report: RunReport;
}

/** Generates the files, and writes them, or compares them with those that are there. */
async function runPipeline(
  { config, surroundings, inputs, target, start, report }: Run,
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
      onUrl: observer?.onUrl,
      onStage: (name) => {
        observer?.signal.throwIfAborted();
        const seconds = secondsSince(start);
        if (seconds > 1) io.progress(`${name} … ${seconds.toFixed(0)} s`);
      },
    },
    (file) => target?.stage.add(file),
  );
  io.progress("");
  observer?.signal.throwIfAborted();
  report.diagnostics(result.diagnostics);
  if (result.diagnostics.some(({ severity }) => severity === "error")) {
    await report.result({ kind: "failed" });
    return 2;
  }
  const paths = result.files.map(({ path }) => path);
  const run = recordOf(config, surroundings, inputs, paths, {
    models: result.models.length,
    warnings: countWarnings(result.diagnostics),
    sources: result.sources,
  });
  const names = result.models.map(({ name }) => name);
  const document = await documentRecordOf(config, result.title, names);
  const options = { run, document, force };
  return target === undefined
    ? checkOutput(result, config, options, rerun, { io, report })
    : writeOutput(result, config, { ...options, ...target }, start, { io, report });
}

/** The settings of the run. Of the files that they are read from, the licence is one of its inputs. */
async function configOf(
  { config: file, observer, ...options }: GenerateCommandOptions,
  inputs: Map<string, string | null>,
  { cwd }: CommandIo,
): Promise<Config> {
  const { spec, overlays, out, roots, target, importExtension, format, strict } = options;
  const { maxWarnings, headers } = options;
  const read = new Map<string, string | null>();
  const config = await loadConfig({
    cwd,
    file,
    headers,
    overrides: { spec, overlays, out, roots, target, importExtension, format, strict, maxWarnings },
    onFile: recording(read, observer?.onFile),
  });
  const { licenseFile } = config.package;
  const license = licenseFile === undefined ? undefined : read.get(licenseFile);
  if (licenseFile !== undefined && license !== undefined) inputs.set(licenseFile, license);
  return config;
}

/** A hook that notes the hash of what was read. */
function recording(inputs: Map<string, string | null>, onFile?: FileHook): FileHook {
  return (path, bytes) => {
    inputs.set(path, bytes === undefined ? null : hashOf(bytes));
    onFile?.(path, bytes);
  };
}

async function reportUnchanged(
  { models, warnings, files }: UnchangedRun,
  { out, check, start }: { out: string; check: boolean; start: number },
  report: RunReport,
): Promise<void> {
  if (check) return report.result({ kind: "up-to-date", out });
  const edits = { kept: [], lost: [] };
  const summary = { added: 0, changed: 0, removed: 0, unchanged: files, edits };
  const seconds = secondsSince(start);
  return report.result({ kind: "written", out, models, files: summary, warnings, seconds });
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

/** Where a run tells what came of it. */
interface Outcome {
  readonly io: CommandIo;
  readonly report: RunReport;
}

async function writeOutput(
  { files, models, diagnostics }: GeneratedFiles,
  { out }: Config,
  options: WriteOptions,
  start: number,
  { io, report }: Outcome,
): Promise<ExitCode> {
  const { writeFiles } = await import("../output/write.js");
  const summary = await writeFiles(files, out, options);
  reportLost(summary.edits.lost, out, io);
  reportKept(summary.edits.kept, out, io);
  await report.result({
    kind: "written",
    out: shownPath(out, io.cwd),
    models: models.length,
    files: summary,
    warnings: countWarnings(diagnostics),
    seconds: secondsSince(start),
  });
  return 0;
}

async function checkOutput(
  { files, models }: GeneratedFiles,
  { out }: Config,
  options: PlanOptions,
  rerun: string,
  { io, report }: Outcome,
): Promise<ExitCode> {
  const { compareFiles } = await import("../output/compare.js");
  const shown = shownPath(out, io.cwd);
  const { changes, kept } = await compareFiles(files, out, { ...options, shownAs: shown });
  reportKept(kept, out, io);
  if (changes.length === 0) {
    await report.result({ kind: "up-to-date", out: shown });
    return 0;
  }
  await report.result({
    kind: "outdated",
    out: shown,
    changes: inOrderOfInterest(changes),
    models: changedModels(models, changes),
    rerun,
  });
  return 1;
}
