import type { Command } from "commander";
import type { CleanCommandOptions } from "../commands/clean.js";
import { noneEmpty, notEmpty } from "./arguments.js";
import type { Action } from "./action.js";
import { helpText, type CommandHelp } from "./help.js";
import { colorOption, configOption, noColorOption } from "./options.js";

/** The options of `guardsmith clean`, as Commander reads them. */
interface CleanFlags extends Omit<CleanCommandOptions, "jobs"> {
  readonly job?: readonly string[];
  readonly color?: boolean;
}

/** Adds `guardsmith clean`. */
export function addCleanCommand(program: Command, run: Action<CleanCommandOptions>): void {
  program
    .command("clean")
    .description("remove the files that Guardsmith has generated")
    .option("-o, --out <dir>", "the output folder (default: those of the config)", notEmpty)
    .addOption(configOption())
    .option(
      "--job <name...>",
      "clean only the folders of these jobs of the config (default: all)",
      noneEmpty,
    )
    .option("-n, --dry-run", "list what would be removed, and remove nothing")
    .option("--force", "also remove generated files that were edited")
    .addOption(colorOption("diagnostics"))
    .addOption(noColorOption("diagnostics"))
    .addHelpText("after", helpText(cleanHelp))
    .action(async ({ color, job: jobs, ...options }: CleanFlags) => {
      await run({ ...options, jobs }, color);
    });
}

/** The rest of the help of `guardsmith clean`. */
export const cleanHelp: CommandHelp = {
  about: [
    "Files that people wrote or edited are kept and listed. The command reads no document, and with `--out` no config.",
  ],
  exitCodes: [
    ["0", "all generated files are removed"],
    ["1", "a generated file is kept, because it was edited"],
    [
      "2",
      "the config or the command line is wrong, or the folder cannot be used; nothing was removed",
    ],
  ],
  examples: [
    "guardsmith clean",
    "guardsmith clean --out src/api --dry-run",
    "guardsmith clean --config tools/guardsmith.config.json --job shop admin",
  ],
};
