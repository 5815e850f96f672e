import { inputError, type Problem } from "../core/failure.js";
import { shownPath } from "../output/shown-path.js";
import type { Issue } from "../runtime/issue.js";
import type { GuardTarget } from "../validate/guard-target.js";
import type { DataFile, Report } from "../validate/report.js";
import { githubReport } from "./validate-reports/github.js";
import { jsonReport } from "./validate-reports/json.js";
import { prettyReport } from "./validate-reports/pretty.js";
import { validateFiles } from "../validate/validate-files.js";
import type { ValidateFormat } from "./validate-formats.js";
import type { CommandIo, ExitCode } from "./command-io.js";
import { loadJob, type DocumentArguments } from "./document-arguments.js";
import { expandPattern } from "./expand-pattern.js";
import { locatedErrors } from "./located-errors.js";
import { openData } from "./read-data.js";
import { reportDiagnostics, warningsOfChecks } from "./report.js";
import { slowProgress, type SlowProgress } from "./slow-progress.js";

/** The arguments of `guardsmith validate`; paths are relative to the working directory. */
export interface ValidateCommandOptions extends DocumentArguments {
  /** Data files, folders and patterns, `-` for standard input. Default: standard input. */
  readonly files: readonly string[];
  /** The model of the values: `Batch`, or `Batch[]`. Either this or `operation` is required. */
  readonly model?: string | undefined;
  /** The operation whose body the values are: `listBatches`, or `GET /batches`. */
  readonly operation?: string | undefined;
  /** The status of the response. Default: that of the only successful one. */
  readonly status?: string | undefined;
  /** Whether the values are bodies of the request, instead of a response. */
  readonly request?: boolean | undefined;
  /** The media type of the body. Default: the first that is JSON. */
  readonly mediaType?: string | undefined;
  /** Whether every file holds JSON Lines, regardless of its name. */
  readonly jsonl?: boolean | undefined;
  /** The most issues of a value that are shown. Default: 100. */
  readonly maxIssues?: number | undefined;
  readonly format: ValidateFormat;
  /** Whether to print only the types and sizes of values. */
  readonly hideValues?: boolean | undefined;
}

/**
 * Checks data files against a model of a document, without writing a package.
 *
 * The issues go to standard output. Standard error gets errors, and warnings about schemas that are not
 * checked as written. Other warnings about the document are only shown by `generate`.
 *
 * @param options The arguments of the command.
 * @param io The parts of the process that the command uses.
 * @returns The exit code of the process.
 */
export async function runValidate(
  options: ValidateCommandOptions,
  io: CommandIo,
): Promise<ExitCode> {
  const { format, files, hideValues, maxIssues, jsonl } = options;
  const progress = slowProgress(io);
  try {
    const target = targetOf(options);
    const config = await loadJob(options, "validate", io);
    const dataFiles = await dataFilesOf(files, io.cwd);
    if (config.spec === "-" && dataFiles.some(({ path }) => path === undefined)) {
      throw inputError([standardInputTwice]);
    }
    // Imported only after the settings were checked, because the pipeline takes a while to load.
    const { loadGuard } = await import("../validate/validate.js");
    const { guard, name, diagnostics } = await loadGuard({
      ...target,
      spec: config.spec,
      config,
      cwd: io.cwd,
      onStage: progress.show,
    });
    progress.clear();
    if (guard === undefined || name === undefined) {
      reportDiagnostics(diagnostics, io);
      return 2;
    }
    reportDiagnostics(warningsOfChecks(diagnostics), io);
    const write = (text: string): void => {
      progress.clear();
      io.stdout(text);
    };
    const { invalid, unreadable } = await validateFiles(dataFiles, {
      guard: (value) => {
        const issues = guard(value, { hideValues, maxIssues });
        return "model" in target ? withOtherForm(value, issues, name) : issues;
      },
      open: (data) => openData(data, io.stdin(), jsonl),
      report: alsoOnStandardError(reportOf(format, name, write, io), progress, io),
      onLine: (data, line) => progress.show(`checking ${data.name}, line ${line}`),
    });
    progress.clear();
    if (unreadable > 0) return 2;
    return invalid > 0 ? 1 : 0;
  } catch (error) {
    reportDiagnostics(await locatedErrors(error), io);
    return 2;
  }
}

const standardInputTwice: Problem = {
  code: "standard-input-twice",
  message: "standard input cannot be both the document and the data",
  help: "name a file instead of - for one of the two",
};

/** Returns what the values are, by the arguments. */
function targetOf({
  model,
  operation,
  status,
  request,
  mediaType,
}: ValidateCommandOptions): GuardTarget {
  if (operation !== undefined) return { operation, status, request, mediaType };
  if (model !== undefined) return { model };
  throw inputError([missingModel]);
}

const missingModel: Problem = {
  code: "missing-model",
  message: "no model is named to check the values against",
  help: "name a model, as in `guardsmith validate --model Batch batch.json`, or an operation, as in `guardsmith validate --operation listBatches page.json`",
};

/** Adds a hint if the value is an array and the model is not, or the other way round. */
function withOtherForm(value: unknown, issues: readonly Issue[], name: string): readonly Issue[] {
  const isEach = name.endsWith("[]");
  if (Array.isArray(value) === isEach) return issues;
  return issues.map((issue) => {
    if (issue.pointer !== "" || issue.keyword !== "type") return issue;
    const hint = isEach
      ? `for one, use --model ${name.slice(0, -2)}`
      : `for an array of them, use --model '${name}[]'`;
    return { ...issue, message: `${issue.message} (${hint})` };
  });
}

/** Returns the files that are named, each once. */
async function dataFilesOf(names: readonly string[], cwd: string): Promise<readonly DataFile[]> {
  const files = new Map<string, DataFile>();
  for (const name of names.length === 0 ? ["-"] : names) {
    if (name === "-") files.set(name, { name: "<stdin>" });
    else {
      for (const path of await expandPattern(name, cwd)) {
        files.set(path, { name: shownPath(path, cwd), path });
      }
    }
  }
  return [...files.values()];
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
    case "github": {
      const report = prettyReport(write, io.colorOutput);
      return io.workflow === undefined ? report : githubReport(report, model, io.workflow);
    }
  }
}

/** Also reports files that cannot be read as diagnostics, as other commands do. */
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
