import { loadConfig } from "../config/load-config.js";
import { inputError, InputError, type Problem } from "../core/failure.js";
import { locate } from "../text/locate.js";
import { shownPath } from "../output/shown-path.js";
import type { DataFile, Report } from "../validate/finding.js";
import { githubReport } from "./validate-reports/github.js";
import { jsonReport } from "./validate-reports/json.js";
import { prettyReport } from "./validate-reports/pretty.js";
import { validateFiles } from "../validate/validate-files.js";
import type { ValidateFormat } from "./validate-formats.js";
import type { CommandIo, ExitCode } from "./command-io.js";
import { absolutePath } from "./files.js";
import { openData } from "./read-data.js";
import { reportDiagnostics, warningsOfChecks } from "./report.js";
import { slowProgress, type SlowProgress } from "./slow-progress.js";

/** The arguments of `guardsmith validate`; paths are relative to the working directory. */
export interface ValidateCommandOptions {
  /** The data files, `-` for standard input. Default: standard input. */
  readonly files: readonly string[];
  /** The model that the values have to be. */
  readonly model: string;
  /** The document: a path, a URL, or `-` for standard input. Default: the one of the config. */
  readonly spec?: string | undefined;
  /** The config file. Default: the nearest one. */
  readonly config?: string | undefined;
  /** The job of the config. It is needed where there are several. */
  readonly job?: string | undefined;
  readonly format: ValidateFormat;
  /** Whether to print no more of the values than their types and sizes. */
  readonly hideValues?: boolean | undefined;
}

/**
 * Checks data files against a model of a document, without writing a package.
 *
 * The issues go to standard output. Standard error gets what is wrong with the document, with the
 * arguments, or with reading a file, and what of the document is not checked; other warnings about it
 * are left to `generate`.
 *
 * @param options The arguments of the command.
 * @param io What the command sees of its process.
 * @returns The exit code of the process.
 */
export async function runValidate(
  options: ValidateCommandOptions,
  io: CommandIo,
): Promise<ExitCode> {
  const { format, files, spec, config: file, job, hideValues } = options;
  const progress = slowProgress(io);
  try {
    const config = await loadConfig({
      cwd: io.cwd,
      file,
      command: "validate",
      jobs: job === undefined ? undefined : [job],
      overrides: { spec },
      onFound: (note) => io.stderr(`${note}\n`),
    });
    const dataFiles = dataFilesOf(files, io.cwd);
    if (config.spec === "-" && dataFiles.some(({ path }) => path === undefined)) {
      throw inputError([standardInputTwice]);
    }
    // The pipeline takes a while to import: a wrong setting is reported without it.
    const { loadGuard } = await import("../validate/validate.js");
    const { guard, model, diagnostics } = await loadGuard({
      spec: config.spec,
      config,
      model: options.model,
      cwd: io.cwd,
      onStage: progress.show,
    });
    progress.clear();
    if (guard === undefined || model === undefined) {
      reportDiagnostics(diagnostics, io);
      return 2;
    }
    reportDiagnostics(warningsOfChecks(diagnostics), io);
    const write = (text: string): void => {
      progress.clear();
      io.stdout(text);
    };
    const { invalid, unreadable } = await validateFiles(dataFiles, {
      guard: (value) => guard(value, { hideValues }),
      open: (data) => openData(data, io.stdin()),
      report: alsoOnStandardError(reportOf(format, model, write, io), progress, io),
      onLine: (data, line) => progress.show(`checking ${data.name}, line ${line}`),
    });
    progress.clear();
    if (unreadable > 0) return 2;
    return invalid > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const found = error.diagnostics.map((diagnostic) => locate(diagnostic, error.sources));
    reportDiagnostics(found, io);
    return 2;
  }
}

const standardInputTwice: Problem = {
  code: "standard-input-twice",
  message: "standard input cannot be both the document and the data",
  help: "name a file for one of the two",
};

/** The files that are named, each once. */
function dataFilesOf(names: readonly string[], cwd: string): readonly DataFile[] {
  const files = (names.length === 0 ? ["-"] : names).map((name): [string, DataFile] => {
    if (name === "-") return [name, { name: "<stdin>" }];
    const path = absolutePath(name, cwd);
    return [path, { name: shownPath(path, cwd), path }];
  });
  return [...new Map(files).values()];
}

function reportOf(
  format: ValidateFormat,
  model: string,
  write: (text: string) => void,
  io: CommandIo,
): Report {
  switch (format) {
    case "pretty":
      return prettyReport(write, io.colorOutput);
    case "json":
      return jsonReport(write);
    case "github":
      return githubReport(write, model);
  }
}

/** Has what cannot be read told as by every other command, whatever the report does with it. */
function alsoOnStandardError(report: Report, progress: SlowProgress, io: CommandIo): Report {
  return {
    ...report,
    end: (file, counts, problem) => {
      report.end(file, counts, problem);
      progress.clear();
      if (problem !== undefined) reportDiagnostics([{ ...problem, severity: "error" }], io);
    },
  };
}
