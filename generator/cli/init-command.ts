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
    "Nothing is asked. A document is looked for by its name, such as `openapi.yaml`, in this folder and in the usual ones below it. In a project in TypeScript that has `guardsmith` among its dependencies, the config is `guardsmith.config.ts`; elsewhere `guardsmith.config.json`. A config, a script or a file that is there stays as it is, so that the command can be run again.",
  ],
  exitCodes: [
    ["0", "all is set up"],
    ["2", "no document was found, or several, or it is wrong"],
  ],
  examples: ["guardsmith init", "guardsmith init spec/shop.yaml"],
};
