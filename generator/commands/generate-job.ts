import type { Config } from "../config/config.js";
import type { GeneratedFiles } from "../generate/pipeline.js";
import { recordReader, type ReadRecord } from "../output/cache/folder-record.js";
import { documentRecordOf, recordOf } from "../output/cache/run-record.js";
import { findUnchanged, type UnchangedRun } from "../output/cache/unchanged.js";
import type { PlanOptions } from "../output/plan.js";
import { findSurroundings, type FoundSurroundings } from "../output/project/surroundings.js";
import { shownPath } from "../output/shown-path.js";
import type { Stage } from "../output/stage/stage.js";
import type { FolderLock } from "../output/transaction/folder-lock.js";
import { isInUse } from "../output/transaction/state-folder.js";
import type { WriteOptions } from "../output/write.js";
import type { CommandIo, ExitCode } from "./command-io.js";
import { reportKept, reportLost } from "./edits.js";
import type { GenerateCommandOptions } from "./generate-options.js";
import { changedModels, inOrderOfInterest } from "./generate-reports/changes.js";
import type { RunReport } from "./generate-reports/report.js";
import { recording, type Recording } from "./recording.js";
import { countWarnings } from "./report.js";
import { showWaiting } from "./show-waiting.js";

/** What a job needs besides its settings. */
interface JobContext {
  readonly options: Omit<GenerateCommandOptions, "jobs" | "config">;
  /** The hashes of the files that the settings were read from. */
  readonly settings: ReadonlyMap<string, string | null>;
  readonly report: RunReport;
}

/**
 * Generates one package, or checks that it is up to date.
 *
 * @param config The settings of the job.
 * @param context What it needs besides the settings.
 * @param io The parts of the process that the command uses.
 * @throws {InputError} If its input is wrong.
 */
export async function generateJob(
  config: Config,
  { options, settings, report }: JobContext,
  io: CommandIo,
): Promise<ExitCode> {
  const { check = false, force = false, observer } = options;
  const start = performance.now();
  const { licenseFile } = config.package;
  // The licence is an input of the run. The other files only have the settings.
  const inputs: Recording = new Map([...settings].filter(([path]) => path === licenseFile));
  observer?.onConfig(config);
  const surroundings = findSurroundings(config, { cwd: io.cwd, onFile: observer?.onFile });
  const shown = shownPath(config.out, io.cwd);
  // A run with warnings is not skipped, so that each run shows them.
  const canSkip = !force && surroundings.warnings.length === 0;
  const read = recordReader();
  const skip = async (): Promise<boolean> => {
    const unchanged =
      canSkip && (await findUnchanged(config, surroundings, read, observer?.onFile));
    if (!unchanged) return false;
    await reportUnchanged(unchanged, { out: shown, check, start }, report);
    return true;
  };
  // If no run is active or was interrupted, the folder can be read without the lock.
  if (!isInUse(config.out) && (await skip())) return 0;
  const run = { config, surroundings, inputs, read, start, report };
  const waiting = { onWait: showWaiting(config.out, io), signal: observer?.signal };
  if (check) {
    const { waitWhileInUse } = await import("../output/transaction/wait-while-in-use.js");
    const isHalfDone = await waitWhileInUse(config.out, waiting);
    if (isHalfDone) {
      io.progress("");
      await report.result({ kind: "interrupted", out: shown, rerun: options.rerun });
      return 1;
    }
    return runPipeline(run, options, io);
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
}

/** A run that has to make files. */
interface Run {
  readonly config: Config;
  readonly surroundings: FoundSurroundings;
  /** The hashes of the files that it has read. */
  readonly inputs: Recording;
  /** Reads what is remembered of the output folder. */
  readonly read: ReadRecord;
  /** Where to write the files; undefined if they are only compared. */
  readonly target?: { readonly lock: FolderLock; readonly stage: Stage } | undefined;
  /** When it began, in milliseconds. */
  readonly start: number;
  readonly report: RunReport;
}

/** Generates the files, and writes them or compares them with the output folder. */
async function runPipeline(
  { config, surroundings, inputs, read, target, start, report }: Run,
  { force = false, observer, rerun }: JobContext["options"],
  io: CommandIo,
): Promise<ExitCode> {
  // Imported on demand: the pipeline takes a while to load.
  const { generateOver } = await import("../generate/generate.js");
  const { emptyCache, openCache } = await import("../output/cache/file-cache.js");
  const result = await generateOver(
    force ? emptyCache : await openCache(config, surroundings, { read, now: target?.lock.now() }),
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
    (files) => target?.stage.add(files),
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
  const options = { run, document, force, read };
  return target === undefined
    ? checkOutput(result, config, options, rerun, { io, report })
    : writeOutput(result, config, { ...options, ...target }, start, { io, report });
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

/** Where a run reports its result. */
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
