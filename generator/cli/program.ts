import { Command } from "commander";
import type { CleanCommandOptions } from "../commands/clean.js";
import type { DiffCommandOptions } from "../commands/diff.js";
import type { InitCommandOptions } from "../commands/init/init.js";
import type { ReconcileCommandOptions } from "../commands/reconcile.js";
import type { SampleCommandOptions } from "../commands/sample.js";
import type { ValidateCommandOptions } from "../commands/validate.js";
import type { Action } from "./action.js";
import { addCleanCommand, cleanHelp } from "./clean-command.js";
import { addDiffCommand, diffHelp } from "./diff-command.js";
import { addGenerateCommand, generateHelp, type GenerateArguments } from "./generate-command.js";
import type { CommandHelp } from "./help.js";
import { addInitCommand, initHelp } from "./init-command.js";
import { addReconcileCommand, reconcileHelp } from "./reconcile-command.js";
import { addSampleCommand, sampleHelp } from "./sample-command.js";
import { addValidateCommand, validateHelp } from "./validate-command.js";

/** What the command line has to know about the process. */
interface Surroundings {
  /** Whether it runs in GitHub Actions. */
  readonly isWorkflow?: boolean;
  /** Writes to standard output. */
  readonly stdout?: (text: string) => void;
  /** Writes to standard error. */
  readonly stderr?: (text: string) => void;
}

/** What to call with the arguments of each command. */
export interface Actions {
  readonly init: Action<InitCommandOptions>;
  readonly generate: Action<GenerateArguments>;
  readonly clean: Action<CleanCommandOptions>;
  readonly validate: Action<ValidateCommandOptions>;
  readonly sample: Action<SampleCommandOptions>;
  readonly diff: Action<DiffCommandOptions>;
  readonly reconcile: Action<ReconcileCommandOptions>;
}

/** What the help of each command says besides its arguments and options. */
export const commandHelp: Readonly<Record<keyof Actions, CommandHelp>> = {
  init: initHelp,
  generate: generateHelp,
  clean: cleanHelp,
  validate: validateHelp,
  sample: sampleHelp,
  diff: diffHelp,
  reconcile: reconcileHelp,
};

/**
 * The command line: commands, options and help.
 *
 * @param version What `--version` prints.
 * @param actions What to call with the arguments of the commands.
 * @param surroundings Where it runs, and where help and usage errors go.
 * @returns A command that throws a `CommanderError` where it would end the process.
 */
export function createProgram(
  version: string,
  actions: Actions,
  { isWorkflow = false, stdout, stderr }: Surroundings = {},
): Command {
  const program = new Command("guardsmith")
    .description("Generates TypeScript types and runtime guards from an OpenAPI document.")
    .version(version)
    .configureOutput({
      ...(stdout !== undefined && { writeOut: stdout }),
      ...(stderr !== undefined && { writeErr: stderr }),
    })
    .exitOverride()
    .showHelpAfterError("(run with --help to see commands and options)");

  addInitCommand(program, actions.init);
  addGenerateCommand(program, actions.generate, isWorkflow);
  addCleanCommand(program, actions.clean);
  addValidateCommand(program, actions.validate, isWorkflow);
  addSampleCommand(program, actions.sample);
  addDiffCommand(program, actions.diff);
  addReconcileCommand(program, actions.reconcile, isWorkflow);
  return program;
}
