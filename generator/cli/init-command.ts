import type { Command } from "commander";
import type { InitCommandOptions } from "../commands/init/init.js";
import { notEmpty } from "./arguments.js";
import type { Action } from "./action.js";
import { helpText, type CommandHelp } from "./help.js";
import { colorOption, noColorOption } from "./options.js";

/** Adds `guardsmith init`. */
export function addInitCommand(program: Command, run: Action<InitCommandOptions>): void {
  program
    .command("init")
    .description("write a config and a script for this project, and generate for the first time")
    .argument("[spec]", "the document: a path or a URL (default: it is looked for)", notEmpty)
    .addOption(colorOption("diagnostics"))
    .addOption(noColorOption("diagnostics"))
    .addHelpText("after", helpText(initHelp))
    .action(async (spec: string | undefined, { color }: { readonly color?: boolean }) => {
      await run({ spec }, color);
    });
}

/** The rest of the help of `guardsmith init`. */
export const initHelp: CommandHelp = {
  about: [
    "The command asks no questions. It looks for a document by its name, such as `openapi.yaml`, in this folder and in the usual folders below it. In a TypeScript project that has `guardsmith` among its dependencies, the config is `guardsmith.config.ts`; elsewhere it is `guardsmith.config.json`. Existing configs, scripts and files are kept, so the command can be run again.",
  ],
  exitCodes: [
    ["0", "the project is set up"],
    ["2", "no document was found, several were found, or the document is wrong"],
  ],
  examples: ["guardsmith init", "guardsmith init spec/shop.yaml"],
};
