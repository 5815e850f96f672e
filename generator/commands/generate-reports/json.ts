import type { LocatedDiagnostic, LocatedPlace, Severity } from "../../core/diagnostic.js";
import type { DiagnosticCode } from "../../core/diagnostic-code.js";
import type { Change } from "../../output/compare.js";
import type { WriteSummary } from "../../output/write.js";
import type { CommandIo } from "../command-io.js";
import { reportDiagnostics } from "../report.js";
import type { RunReport, RunResult } from "./report.js";

/** The report, as one JSON document on a line. Members may be added to any object of it. */
export interface JsonReport {
  /** The name of the job, if the config has jobs: each has its own report. */
  readonly job?: string;
  readonly result: RunResult["kind"];
  readonly diagnostics: readonly JsonDiagnostic[];
  /** The output folder, relative to the working directory. */
  readonly out?: string;
  /** After writing: how many models there are. */
  readonly models?: number;
  readonly files?: WriteSummary;
  /** What a check found: all differences, as unified diffs for `patch -p1`. */
  readonly changes?: readonly Change[];
  /** The models that the changes concern. */
  readonly changedModels?: readonly string[];
  /** The command line that makes the changes. */
  readonly command?: string;
}

/** An error or a warning in the report. */
export interface JsonDiagnostic extends JsonPlace {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help?: string;
  readonly related?: readonly (JsonPlace & { readonly message: string })[];
}

/** A place in a file. */
export interface JsonPlace {
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  readonly column?: number;
  /** A JSON pointer into the file. */
  readonly pointer?: string;
}

/**
 * Returns a report for programs. Diagnostics are printed on standard error too.
 *
 * @param io The parts of the process that the command uses.
 * @param job The name of the job, if the config has several.
 */
export function jsonReport(io: CommandIo, job?: string): RunReport {
  const all: JsonDiagnostic[] = [];
  return {
    diagnostics: (diagnostics) => {
      reportDiagnostics(diagnostics, io);
      all.push(...diagnostics.map(jsonDiagnostic));
    },
    result: (result) => {
      const report: JsonReport = {
        ...(job !== undefined && { job }),
        result: result.kind,
        diagnostics: all,
        ...membersOf(result),
      };
      io.stdout(`${JSON.stringify(report)}\n`);
      return Promise.resolve();
    },
  };
}

function membersOf(result: RunResult): Partial<JsonReport> {
  switch (result.kind) {
    case "written":
      return { out: result.out, models: result.models, files: result.files };
    case "up-to-date":
      return { out: result.out };
    case "outdated": {
      const { out, changes, models, rerun } = result;
      return { out, changes, changedModels: models, command: rerun };
    }
    case "interrupted":
      return { out: result.out, command: result.rerun };
    case "failed":
      return {};
  }
}

function jsonDiagnostic(diagnostic: LocatedDiagnostic): JsonDiagnostic {
  const { severity, code, message, help, related } = diagnostic;
  return {
    severity,
    code,
    message,
    ...(help !== undefined && { help }),
    ...jsonPlace(diagnostic),
    ...(related !== undefined && {
      related: related.map((each) => ({ message: each.message, ...jsonPlace(each) })),
    }),
  };
}

function jsonPlace({
  file,
  position,
  place,
}: Partial<Pick<LocatedPlace, "file" | "position" | "place">>): JsonPlace {
  return {
    ...(file !== undefined && { file }),
    ...position,
    ...(place !== undefined && { pointer: place.pointer }),
  };
}
