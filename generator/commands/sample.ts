import { inputError, type Problem } from "../core/failure.js";
import type { CommandIo, ExitCode } from "./command-io.js";
import { loadJob, type DocumentArguments } from "./document-arguments.js";
import { locatedErrors } from "./located-errors.js";
import { reportDiagnostics, warningsOfChecks } from "./report.js";
import { slowProgress } from "./slow-progress.js";

/** The arguments of `guardsmith sample`. */
export interface SampleCommandOptions extends DocumentArguments {
  /** The model of the values. */
  readonly model?: string | undefined;
  /** How many values to print at most. Default: 10. */
  readonly count?: number | undefined;
  /** The seed of random values. Default: values are found by a search. */
  readonly seed?: number | undefined;
  /** Whether to print values that break one keyword each, instead of valid ones. */
  readonly invalid?: boolean | undefined;
}

/**
 * Prints values of a model as JSON Lines. An invalid value is printed with its issue, as
 * `{ value, issue }`.
 *
 * @param options The arguments of the command.
 * @param io The parts of the process that the command uses.
 * @returns The exit code of the process: 1, if there is no such value.
 */
export async function runSample(options: SampleCommandOptions, io: CommandIo): Promise<ExitCode> {
  const { model, count, seed, invalid = false } = options;
  const progress = slowProgress(io);
  try {
    if (model === undefined) throw inputError([missingModel]);
    const config = await loadJob(options, "sample", io);
    // Imported only after the settings were checked, because the pipeline takes a while to load.
    const { sample } = await import("../sample/sample.js");
    const result = await sample({
      spec: config.spec,
      config,
      cwd: io.cwd,
      onStage: progress.show,
      model,
      count,
      seed,
      invalid,
    });
    progress.clear();
    const { diagnostics } = result;
    const isWrong = diagnostics.some(({ severity }) => severity === "error");
    reportDiagnostics(isWrong ? diagnostics : warningsOfChecks(diagnostics), io);
    if (isWrong) return 2;
    const values = invalid ? result.invalid : result.valid;
    for (const value of values) io.stdout(`${JSON.stringify(value)}\n`);
    if (values.length > 0) return 0;
    io.stderr(`${whyNone(model, invalid, result.none)}\n`);
    return 1;
  } catch (error) {
    reportDiagnostics(await locatedErrors(error), io);
    return 2;
  }
}

const missingModel: Problem = {
  code: "missing-model",
  message: "no model is named to make values of",
  help: "name a model, as in `guardsmith sample --model Batch`",
};

/** Says why there is no value to print. */
function whyNone(
  model: string,
  isInvalid: boolean,
  none: "nothing-valid" | "not-found" | undefined,
): string {
  switch (none) {
    case "nothing-valid":
      return `no value is valid for ${model}: its keywords exclude each other`;
    case "not-found":
      return `no valid value was found for ${model}, but one may exist`;
    case undefined:
      return isInvalid
        ? `no value with exactly one issue was found for ${model}`
        : `no value was asked for`;
  }
}
