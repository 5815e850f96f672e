import { loadConfig } from "../config/load-config.js";
import { inputError, type Problem } from "../core/failure.js";
import { shownPath } from "../output/shown-path.js";
import type { Issue } from "../runtime/issue.js";
import type { GuardTarget } from "../validate/guard-target.js";
import type { DataFile, Report } from "../validate/finding.js";
import { githubReport } from "./validate-reports/github.js";
import { jsonReport } from "./validate-reports/json.js";
import { prettyReport } from "./validate-reports/pretty.js";
import { validateFiles } from "../validate/validate-files.js";
import type { ValidateFormat } from "./validate-formats.js";
import type { CommandIo, ExitCode } from "./command-io.js";
import { expandPattern } from "./expand-pattern.js";
import { locatedErrors } from "./located-errors.js";
import { openData } from "./read-data.js";
import { reportDiagnostics, warningsOfChecks } from "./report.js";
import { slowProgress, type SlowProgress } from "./slow-progress.js";

/** The arguments of `guardsmith validate`; paths are relative to the working directory. */
export interface ValidateCommandOptions {
  /** Data files, folders and patterns, `-` for standard input. Default: standard input. */
  readonly files: readonly string[];
  /** The model that the values have to be: `Batch`, or `Batch[]`; or else an operation. */
  readonly model?: string | undefined;
  /** The operation whose body the values have to be: `listBatches`, or `GET /batches`. */
  readonly operation?: string | undefined;
  /** The status of the response. Default: that of the only successful one. */
  readonly status?: string | undefined;
  /** Whether the body of the request is meant. */
  readonly request?: boolean | undefined;
  /** The media type of the body. Default: the first that is JSON. */
  readonly mediaType?: string | undefined;
  /** Whether every file holds JSON Lines, whatever its name is. */
  readonly jsonl?: boolean | undefined;
  /** How many issues of a value are told. Default: 100. */
  readonly maxIssues?: number | undefined;
  /** The document: a path, a URL, or `-` for standard input. Default: the one of the config. */
  readonly spec?: string | undefined;
  /** The headers of the requests for the document, as lines such as `Accept: application/yaml`. */
  readonly headers?: readonly string[] | undefined;
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
  const { format, files, spec, headers, config: file, job, hideValues, maxIssues, jsonl } = options;
  const progress = slowProgress(io);
  try {
    const target = targetOf(options);
    const config = await loadConfig({
      cwd: io.cwd,
      file,
      command: "validate",
      jobs: job === undefined ? undefined : [job],
      headers,
      overrides: { spec },
      onFound: (note) => io.stderr(`${note}\n`),
    });
    const dataFiles = await dataFilesOf(files, io.cwd);
    if (config.spec === "-" && dataFiles.some(({ path }) => path === undefined)) {
      throw inputError([standardInputTwice]);
    }
    // The pipeline takes a while to import: a wrong setting is reported without it.
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
  help: "name a file for one of the two",
};

/** What the arguments say that values have to be. */
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
  message: "nothing says what the values have to be",
  help: "name a model, as in `guardsmith validate --model Batch batch.json`, or an operation, as in `guardsmith validate --operation listBatches page.json`",
};

/** Says how to check an array of a model, or one, where the other was named. */
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

/** The files that are named, each once. */
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
