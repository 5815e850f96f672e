import type { Command } from "commander";
import type { SampleCommandOptions } from "../commands/sample.js";
import type { Action } from "./action.js";
import { notEmpty, positiveInteger, seed } from "./arguments.js";
import { helpText, type CommandHelp } from "./help.js";
import {
  colorOption,
  configOption,
  headerOption,
  jobOption,
  noColorOption,
  specOption,
} from "./options.js";

/** The options of `guardsmith sample`, as Commander reads them. */
interface SampleFlags extends Omit<SampleCommandOptions, "headers"> {
  readonly header?: readonly string[];
  readonly color?: boolean;
}

/** Adds `guardsmith sample`. */
export function addSampleCommand(program: Command, run: Action<SampleCommandOptions>): void {
  program
    .command("sample")
    .description("print values of a model: valid ones, or ones that break one keyword each")
    .option("-m, --model <name>", "the model of the values", notEmpty)
    .option("-n, --count <number>", "print at most this many values (default: 10)", positiveInteger)
    .option("--seed <number>", "print random values; the same seed gives the same values", seed)
    .option("--invalid", "print values with exactly one issue, each with that issue")
    .addOption(specOption())
    .addOption(headerOption())
    .addOption(configOption())
    .addOption(jobOption())
    .addOption(colorOption("diagnostics"))
    .addOption(noColorOption("diagnostics"))
    .addHelpText("after", helpText(sampleHelp))
    .action(async (flags: SampleFlags) => {
      const { header: headers, color, ...rest } = flags;
      await run({ ...rest, headers }, color);
    });
}

/** The rest of the help of `guardsmith sample`. */
export const sampleHelp: CommandHelp = {
  about: [
    "Standard output gets JSON Lines. The first value is the simplest one that is found; the others differ from it in one respect, such as a property that is present, another literal, another option of a union, or a bound that is met exactly. With `--invalid`, each line is `{ value, issue }`: the value breaks one keyword, which the issue names. With `--seed`, the values are random, made by the arbitrary that the output `arbitraries` writes. The guard of the model has checked every value. The same document, and the same seed, give the same values.",
    "If no value is found, standard error says why: the keywords of the model exclude each other, or the search has reached its end, for instance at a pattern with lookaround.",
  ],
  exitCodes: [
    ["0", "at least one value was printed"],
    ["1", "no such value exists, or none was found"],
    ["2", "the document, the config or the command line is wrong"],
  ],
  examples: [
    "guardsmith sample --model Batch",
    "guardsmith sample --spec openapi.yaml --model Batch --count 5 --invalid",
    "guardsmith sample --model Batch -n 100 --seed 1",
    "guardsmith sample --config guardsmith.config.json --job shop --model Order",
    "guardsmith sample --spec https://example.com/openapi.yaml --header 'X-Key: ${API_KEY}' --model Batch",
  ],
};
