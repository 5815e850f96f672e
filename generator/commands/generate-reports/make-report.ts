import type { CommandIo } from "../command-io.js";
import type { GenerateFormat } from "../generate-formats.js";
import { reportDiagnostics } from "../report.js";
import { annotateResult } from "./github.js";
import { jsonReport } from "./json.js";
import { prettyResult } from "./pretty.js";
import type { RunReport } from "./report.js";

/**
 * Returns the report of a run. It writes diagnostics to standard error, and the result to standard output.
 *
 * @param format How the result is printed.
 * @param io The parts of the process that the command uses.
 * @param job The name of the job, if the config has several.
 */
export function makeReport(format: GenerateFormat, io: CommandIo, job?: string): RunReport {
  if (format === "json") return jsonReport(io, job);
  return {
    diagnostics: (diagnostics) => reportDiagnostics(diagnostics, io),
    result: async (result) => {
      const { summary, differences, verdict } = prettyResult(result, io.colorOutput, job);
      io.stdout(summary + differences);
      if (io.workflow !== undefined) await annotateResult(result, io.workflow);
      // Readers see the last line of a log first.
      io.stdout(verdict);
    },
  };
}
