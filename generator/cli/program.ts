import { Command, Option } from "commander";
import type { GenerateCommandOptions } from "../commands/generate.js";
import type { ValidateCommandOptions } from "../commands/validate.js";
import { validateFormats } from "../commands/validate-formats.js";

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

/** The options of `guardsmith validate`, as Commander reads them. */
interface ValidateFlags extends Omit<ValidateCommandOptions, "files"> {
  readonly color?: boolean;
}

/**
 * Runs a command.
 *
 * @param options The arguments.
 * @param color Whether the user asked for colours; `undefined` when nothing was said.
 */
type Action<Options> = (options: Options, color: boolean | undefined) => Promise<void>;

/** What to call with the arguments of each command. */
export interface Actions {
  readonly generate: Action<Omit<GenerateCommandOptions, "rerun">>;
  readonly validate: Action<ValidateCommandOptions>;
}

/**
 * The command line: commands, options and help.
 *
 * @param version What `--version` prints.
 * @param actions What to call with the arguments of the commands.
 * @returns A command that throws a `CommanderError` where it would end the process.
 */
export function createProgram(version: string, actions: Actions): Command {
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
      await actions.generate({ ...rest, spec, overlays, roots }, color);
    });

  program
    .command("validate")
    .description("check JSON files against a model of a document, without generating a package")
    .argument("[files...]", "the data: JSON or JSON Lines; - or nothing for standard input")
    .requiredOption("-m, --model <name>", "the model that every value has to be, such as Batch")
    .option("-s, --spec <file>", "the document: a path, a URL, or - (default: that of the config)")
    .option("-c, --config <file>", "the config file (default: the nearest guardsmith.config.*)")
    .addOption(
      new Option("-f, --format <name>", "how to print the issues")
        .choices(validateFormats)
        .default("pretty"),
    )
    .option("--hide-values", "print no more of the values than their types and sizes")
    .option("--color", "colour the output even when it does not go to a terminal")
    .option("--no-color", "never colour the output")
    .addHelpText("after", validateHelp)
    .action(async (files: readonly string[], flags: ValidateFlags) => {
      const { color, ...rest } = flags;
      await actions.validate({ ...rest, files }, color);
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

const validateHelp = `
A file that ends with .jsonl or .ndjson holds JSON Lines, a value on each line, and may be of any
size. Any other file holds one JSON value. With standard input, the content decides. The settings of
the config hold as they do for generate; paths are relative to the working directory.

Formats:
  pretty  file:line:column: /pointer: message, and a line with the counts
  json    one document: { files: [{ file, issues, summary, error? }], summary }, where an issue has
          path, pointer, keyword, message, expected, received, schemaPath, line and column, and a
          summary has values, invalid and issues; of a text that is no JSON, keyword is a code such
          as json-syntax
  github  annotations of GitHub Actions, beside the lines of the files

Exit codes:
  0  every value is valid
  1  a value is invalid, a text is no JSON, or there is no value in a file
  2  the document, the config or the command line is wrong, or a file cannot be read

Examples:
  guardsmith validate --model Batch batch.json
  guardsmith validate --spec openapi.yaml --model Batch requests.jsonl samples/*.json
  curl --silent https://api.example.com/batches/1 | guardsmith validate --model Batch -`;
