import { loadJobs, type Job, type LoadConfigOptions } from "../config/load-config.js";
import type { CommandIo, ExitCode } from "./command-io.js";
import { generateJob } from "./generate-job.js";
import type { GenerateCommandOptions } from "./generate-options.js";
import { makeReport } from "./generate-reports/make-report.js";
import type { RunReport } from "./generate-reports/report.js";
import { locatedErrors } from "./located-errors.js";
import { recording, type Recording } from "./recording.js";

/**
 * Generates one package for each job of the config, or checks with `check` that they are up to date. The
 * jobs run one after the other; a failed job does not stop the next one.
 *
 * Diagnostics go to standard error. Standard output gets one line for each job. If `check` finds
 * differences, it gets the files to change, the command that changes them, and an excerpt of the diff.
 *
 * @param options The arguments of the command.
 * @param io The parts of the process that the command uses.
 * @returns The exit code of the process: the highest of those of the jobs.
 * @throws The reason of the observer's signal, if that ends the run.
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
      generateJob(config, { options, settings: read, report }, io),
    );
    if (code > exitCode) exitCode = code;
  }
  return exitCode;
}

/** Runs a function, and reports the errors of its input. */
async function reportingErrors(
  report: RunReport,
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    report.diagnostics(await locatedErrors(error));
    await report.result({ kind: "failed" });
    return 2;
  }
}

/** Returns where the settings come from. */
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
