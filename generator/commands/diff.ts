import type { Config } from "../config/config.js";
import { headersOfLines } from "../config/header-lines.js";
import type { RemoteHeaders } from "../config/headers.js";
import type { OperationFilter } from "../config/selection.js";
import type { LocatedDiagnostic } from "../core/diagnostic.js";
import { inputError, type Problem } from "../core/failure.js";
import type { Diff } from "../diff/diff-result.js";
import { standardInputTwice } from "../diff/problems.js";
import { checkRef, isGitSpec, parseGitSpec } from "../load/git-spec.js";
import {
  markAccepted,
  readAcceptedBreaks,
  unusedAccepted,
  type AcceptedBreaks,
  type ReportedChange,
} from "./accepted-breaks.js";
import type { CommandIo, ExitCode } from "./command-io.js";
import type { DiffFormat, FailOn } from "./diff-formats.js";
import { jsonReport } from "./diff-reports/json.js";
import { markdownReport } from "./diff-reports/markdown.js";
import { prettyReport } from "./diff-reports/pretty.js";
import { isAccepted, type DiffReport } from "./diff-reports/report.js";
import { loadJob, type DocumentArguments } from "./document-arguments.js";
import { locatedErrors } from "./located-errors.js";
import { reportDiagnostics, warningsOfChecks } from "./report.js";
import { slowProgress } from "./slow-progress.js";

/** How the differences are judged and printed. */
export interface DiffReportOptions {
  readonly format: DiffFormat;
  /** Which changes make the command fail. */
  readonly failOn: FailOn;
}

/** The arguments of `guardsmith diff`; paths are relative to the working directory. */
export interface DiffCommandOptions extends DocumentArguments, DiffReportOptions {
  /** The old document: a path, a URL, `-`, or `git:REF:path`. Either this or `base` is required. */
  readonly old?: string | undefined;
  /** The new document, likewise. Default: `spec`, or the document of the config. */
  readonly new?: string | undefined;
  /** The commit whose version of the new document is the old one. */
  readonly base?: string | undefined;
  /** The file with the accepted breaks. Default: none. */
  readonly accepted?: string | undefined;
  /** The paths of the operations that a change has to reach. Default: all. */
  readonly paths?: readonly string[] | undefined;
  /** The tags of these operations. Default: all. */
  readonly tags?: readonly string[] | undefined;
}

/**
 * Compares two documents.
 *
 * The differences go to standard output. Standard error gets errors, and warnings about schemas that are not
 * checked as written, about the filter, and about accepted breaks. Other warnings about the documents are only
 * shown by `generate`.
 *
 * @param options The arguments of the command.
 * @param io The parts of the process that the command uses.
 * @returns The exit code of the process: 1, if a change fails the command.
 */
export async function runDiff(options: DiffCommandOptions, io: CommandIo): Promise<ExitCode> {
  const progress = slowProgress(io);
  try {
    checkArguments(options);
    const loaded = await loadJob({ ...options, headers: [], spec: specOf(options) }, "diff", io);
    const documents = documentsOf(options, loaded);
    const config = { ...loaded, headers: [...loaded.headers, ...headersFor(options, documents)] };
    const accepted = await readAcceptedBreaks(options.accepted, io.cwd);
    const filter = filterOf(options);
    // Imported only after the settings were checked, because the pipeline takes a while to load.
    const { diff } = await import("../diff/diff.js");
    const { diff: found, diagnostics } = await diff({
      ...documents,
      config,
      filter,
      cwd: io.cwd,
      onStage: progress.show,
    });
    progress.clear();
    if (found === undefined) {
      // The warnings of two documents would hide the errors.
      reportDiagnostics(
        diagnostics.filter(({ severity }) => severity === "error"),
        io,
      );
      return 2;
    }
    reportDiagnostics([...warningsOfChecks(diagnostics), ...diagnostics.filter(isOfFilter)], io);
    // A filter leaves out changes, so that an entry may seem to have none.
    if (filter === undefined) reportDiagnostics(unusedAccepted(found.changes, accepted), io);
    return showDiff(found, accepted, options, io);
  } catch (error) {
    progress.clear();
    reportDiagnostics(await locatedErrors(error), io);
    return 2;
  }
}

/**
 * Prints the differences.
 *
 * @param found The differences.
 * @param breaks The accepted breaks.
 * @returns The exit code: 1, if a change fails the command.
 */
export function showDiff(
  found: Diff,
  breaks: AcceptedBreaks,
  { format, failOn }: DiffReportOptions,
  io: Pick<CommandIo, "colorOutput" | "stdout" | "now">,
): ExitCode {
  const today = io.now().toISOString().slice(0, 10);
  const report: DiffReport = { ...found, changes: markAccepted(found.changes, breaks, today) };
  io.stdout(printed(report, format, io.colorOutput));
  return report.changes.some((change) => fails(change, failOn)) ? 1 : 0;
}

function fails(change: ReportedChange, failOn: FailOn): boolean {
  if (isAccepted(change)) return false;
  const isBreaking = change.data === "breaking";
  switch (failOn) {
    case "breaking":
      return isBreaking;
    case "unknown":
      return isBreaking || change.data === "unknown";
    case "types":
      return isBreaking || change.types === "breaking";
    case "never":
      return false;
  }
}

function printed(report: DiffReport, format: DiffFormat, color: boolean): string {
  switch (format) {
    case "pretty":
      return prettyReport(report, color);
    case "markdown":
      return markdownReport(report);
    case "json":
      return jsonReport(report);
  }
}

function checkArguments({ old, new: now, base, spec }: DiffCommandOptions): void {
  if (base !== undefined) checkRef(base);
  if (base !== undefined && old !== undefined) throw inputError([baseAndOld]);
  if (base === undefined && old === undefined) throw inputError([missingOld]);
  if (now !== undefined && spec !== undefined) throw inputError([specAndNew]);
  if (old === "-" && (now ?? spec) === "-") throw inputError([standardInputTwice]);
  for (const each of [old, now, spec]) if (isGitSpec(each)) parseGitSpec(each);
}

const missingOld: Problem = {
  code: "missing-old-document",
  message: "no old document is named to compare with",
  help: "name both, as in `guardsmith diff old.yaml new.yaml`, or a commit, as in `guardsmith diff --base main`",
};

const baseAndOld: Problem = {
  code: "missing-old-document",
  message: "the old document is named twice: by --base, and as an argument",
  help: "name the new document with --spec: `guardsmith diff --base main --spec openapi.yaml`",
};

const specAndNew: Problem = {
  code: "ambiguous-spec",
  message: "the new document is named twice: as an argument, and by --spec",
  help: "leave out --spec",
};

/** Returns the document that the settings are loaded for. A file of a commit is none of theirs. */
function specOf({ new: now, spec }: DiffCommandOptions): string | undefined {
  const named = now ?? spec;
  return isGitSpec(named) ? "-" : named;
}

/** The documents to compare. */
interface Documents {
  readonly old: string;
  readonly new: string;
}

function documentsOf(
  { old, new: now, spec, base }: DiffCommandOptions,
  { spec: configured }: Config,
): Documents {
  const named = now ?? spec;
  const after = isGitSpec(named) ? named : configured;
  if (base === undefined) {
    if (old === "-" && after === "-") throw inputError([standardInputTwice]);
    return { old: old ?? after, new: after };
  }
  if (after === "-" || isGitSpec(after) || isUrl(after)) throw inputError([baseWithoutFile(after)]);
  return { old: `git:${base}:${after}`, new: after };
}

function isUrl(spec: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(spec);
}

function baseWithoutFile(spec: string): Problem {
  return {
    code: "missing-old-document",
    message: `--base compares a file with its version in a commit, and ${spec === "-" ? "standard input" : spec} is no file of the working tree`,
    help: "name both documents, as in `guardsmith diff git:main:openapi.yaml openapi.yaml`",
  };
}

/** Returns the headers of the command line, for each document with a URL. */
function headersFor(
  { headers = [] }: DiffCommandOptions,
  documents: Documents,
): readonly RemoteHeaders[] {
  if (headers.length === 0) return [];
  const urls = [documents.old, documents.new].filter(isUrl);
  const [first = documents.new, ...others] = new Set(urls);
  return [first, ...others].map((spec) => headersOfLines(headers, { spec }));
}

function filterOf({ paths, tags }: DiffCommandOptions): OperationFilter | undefined {
  if (paths === undefined && tags === undefined) return undefined;
  return { ...(paths !== undefined && { paths }), ...(tags !== undefined && { tags }) };
}

/** Returns whether a warning is about the filter of the command line: it has no place in a file. */
function isOfFilter({ code, file }: LocatedDiagnostic): boolean {
  return code === "unmatched-operation-filter" && file === undefined;
}
