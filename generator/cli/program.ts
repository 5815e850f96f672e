import { Command } from "commander";
import type { GenerateCommandOptions } from "../commands/generate.js";

/** The options of `guardsmith generate`, as Commander reads them. */
interface GenerateFlags {
  readonly overlay?: readonly string[];
  readonly out?: string;
  readonly config?: string;
  readonly root?: readonly string[];
  readonly strict?: boolean;
  readonly check?: boolean;
  readonly color?: boolean;
}

/**
 * Runs `guardsmith generate`.
 *
 * @param options The arguments.
 * @param color Whether the user asked for colours; `undefined` when nothing was said.
 */
export type GenerateAction = (
  options: Omit<GenerateCommandOptions, "rerun">,
  color: boolean | undefined,
) => Promise<void>;

/**
 * The command line: commands, options and help.
 *
 * @param version What `--version` prints.
 * @param generate What to call with the arguments of `generate`.
 * @returns A command that throws a `CommanderError` where it would end the process.
 */
export function createProgram(version: string, generate: GenerateAction): Command {
  const program = new Command("guardsmith")
    .description("Generates TypeScript types and runtime guards from an OpenAPI document.")
    .version(version)
    .exitOverride()
    .showHelpAfterError("(run with --help to see what there is)");

  program
    .command("generate")
    .description("write the types and guards of a document into a folder")
    .argument("[spec]", "the document: a path, a URL, or - for standard input")
    .option("--overlay <file...>", "apply these OpenAPI overlays to the document, in this order")
    .option("-o, --out <dir>", "the output folder")
    .option("-c, --config <file>", "the config file (default: the nearest guardsmith.config.*)")
    .option("-r, --root <name...>", "emit only these component schemas, with all that they reach")
    .option("--strict", "make every warning an error")
    .option("--check", "write nothing; print what would change, and exit with 1 if anything does")
    .option("--color", "colour the diagnostics even when they do not go to a terminal")
    .option("--no-color", "never colour the diagnostics")
    .addHelpText("after", generateHelp)
    .action(async (spec: string | undefined, flags: GenerateFlags) => {
      const { overlay: overlays, root: roots, color, ...rest } = flags;
      await generate({ ...rest, spec, overlays, roots }, color);
    });

  return program;
}

const generateHelp = `
Options win over the config file, and all paths on the command line are relative to the working
directory.

Exit codes:
  0  all is well
  1  --check found that the output folder is not up to date
  2  the document, the config or the command line is wrong; nothing was written

Examples:
  guardsmith generate openapi.yaml --out generated
  guardsmith generate openapi.yaml --root Batch BatchList
  guardsmith generate openapi.yaml --overlay public.overlay.yaml --strict
  guardsmith generate --check`;
