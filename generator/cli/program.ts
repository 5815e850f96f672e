import { Command, Option } from "commander";
import type { CleanCommandOptions } from "../commands/clean.js";
import type { GenerateCommandOptions } from "../commands/generate.js";
import { generateFormats, type GenerateFormat } from "../commands/generate-formats.js";
import type { InitCommandOptions } from "../commands/init/init.js";
import { importExtensions, targets, type ImportExtension, type Target } from "../config/config.js";
import { reconcileFormats } from "../commands/reconcile-formats.js";
import type { ReconcileCommandOptions } from "../commands/reconcile.js";
import { isSampleArgument } from "../commands/samples/sample-argument.js";
import type { ValidateCommandOptions } from "../commands/validate.js";
import { validateFormats } from "../commands/validate-formats.js";
import {
  collect,
  noneEmpty,
  notEmpty,
  positiveInteger,
  seconds,
  wholeNumber,
} from "./arguments.js";

/** The options of `guardsmith generate`, as Commander reads them. */
interface GenerateFlags {
  readonly header?: readonly string[];
  readonly overlay?: readonly string[];
  readonly out?: string;
  readonly config?: string;
  readonly job?: readonly string[];
  readonly root?: readonly string[];
  readonly target?: Target;
  readonly importExtension?: ImportExtension;
  /** False for `--no-format`. */
  readonly formatter?: boolean;
  readonly format: GenerateFormat;
  readonly strict?: boolean;
  readonly maxWarnings?: number;
  readonly check?: boolean;
  readonly watch?: boolean;
  readonly interval?: number;
  readonly force?: boolean;
  readonly color?: boolean;
}

/** The arguments of `guardsmith generate`. */
interface GenerateArguments extends Omit<GenerateCommandOptions, "rerun" | "observer"> {
  /** Whether to generate again when a file changes. */
  readonly watch?: boolean | undefined;
  /** How often servers are asked for changes, in seconds. */
  readonly interval?: number | undefined;
}

/** The options of `guardsmith clean`, as Commander reads them. */
interface CleanFlags extends Omit<CleanCommandOptions, "jobs"> {
  readonly job?: readonly string[];
  readonly color?: boolean;
}

/** The options of `guardsmith validate`, as Commander reads them. */
interface ValidateFlags extends Omit<ValidateCommandOptions, "files" | "headers"> {
  readonly header?: readonly string[];
  readonly color?: boolean;
}

/** The options of `guardsmith reconcile`, as Commander reads them. */
interface ReconcileFlags extends Omit<
  ReconcileCommandOptions,
  "spec" | "samples" | "overlays" | "headers"
> {
  readonly header?: readonly string[];
  readonly overlay?: readonly string[];
  readonly color?: boolean;
}

/**
 * Runs a command.
 *
 * @param options The arguments.
 * @param color Whether the user asked for colours; `undefined` when nothing was said.
 */
type Action<Options> = (options: Options, color: boolean | undefined) => Promise<void>;

/** What the command line has to know of the process. */
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
  readonly reconcile: Action<ReconcileCommandOptions>;
}

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
    .showHelpAfterError("(run with --help to see what there is)");

  program
    .command("init")
    .description("write a config and a script for this project, and generate for the first time")
    .argument("[spec]", "the document: a path or a URL (default: it is looked for)", notEmpty)
    .option("--color", "colour the diagnostics even when they do not go to a terminal")
    .option("--no-color", "never colour the diagnostics")
    .addHelpText("after", initHelp)
    .action(async (spec: string | undefined, { color }: { readonly color?: boolean }) => {
      await actions.init({ spec }, color);
    });

  program
    .command("generate")
    .description("write the types and guards of a document into a folder")
    .argument("[spec]", "the document: a path, a URL, or - for standard input", notEmpty)
    .option("-H, --header <line>", "send this header with requests for the document", collect)
    .option(
      "--overlay <file...>",
      "apply these OpenAPI overlays to the document, in this order",
      noneEmpty,
    )
    .option("-o, --out <dir>", "the output folder", notEmpty)
    .option(
      "-c, --config <file>",
      "the config file (default: the nearest guardsmith.config.*)",
      notEmpty,
    )
    .option("--job <name...>", "do only these jobs of the config", noneEmpty)
    .option(
      "-r, --root <name...>",
      "emit only these component schemas, with all that they reach",
      noneEmpty,
    )
    .addOption(
      new Option(
        "--target <language>",
        "write TypeScript, or JavaScript with declarations",
      ).choices(targets),
    )
    .addOption(
      new Option("--import-extension <name>", "what ends the names of imported files").choices(
        importExtensions,
      ),
    )
    .addOption(
      formatOption("--format <name>", "how to print the result", generateFormats, isWorkflow),
    )
    .addOption(
      new FormatterOption(
        "--no-format",
        "write the files as they are printed, without a formatter",
      ),
    )
    .option("--strict", "make every warning an error")
    .option("--max-warnings <number>", "fail if there are more warnings; 0: if any", wholeNumber)
    .option("--check", "write nothing; print what would change, and exit with 1 if anything does")
    .option("--force", "generate even if nothing has changed, and replace what people have edited")
    .addOption(
      new Option("-w, --watch", "generate again whenever a file changes").conflicts([
        "check",
        "format",
      ]),
    )
    .option("--interval <seconds>", "with --watch: how often to ask servers for changes", seconds)
    .option("--color", "colour the diagnostics even when they do not go to a terminal")
    .option("--no-color", "never colour the diagnostics")
    .addHelpText("after", generateHelp)
    .action(async (spec: string | undefined, flags: GenerateFlags) => {
      const {
        overlay: overlays,
        job: jobs,
        root: roots,
        header: headers,
        color,
        ...others
      } = flags;
      const { formatter, format: reportAs, ...rest } = others;
      const format = formatter === false ? "none" : undefined;
      await actions.generate(
        { ...rest, spec, headers, overlays, jobs, roots, format, reportAs },
        color,
      );
    });

  program
    .command("clean")
    .description("remove the files that Guardsmith has generated")
    .option("-o, --out <dir>", "the output folder (default: those of the config)", notEmpty)
    .option(
      "-c, --config <file>",
      "the config file (default: the nearest guardsmith.config.*)",
      notEmpty,
    )
    .option("--job <name...>", "clean up after these jobs of the config alone", noneEmpty)
    .option("-n, --dry-run", "list what would be removed, and remove nothing")
    .option("--force", "remove generated files that were edited, too")
    .option("--color", "colour the diagnostics even when they do not go to a terminal")
    .option("--no-color", "never colour the diagnostics")
    .addHelpText("after", cleanHelp)
    .action(async ({ color, job: jobs, ...options }: CleanFlags) => {
      await actions.clean({ ...options, jobs }, color);
    });

  program
    .command("validate")
    .description("check JSON files against a model of a document, without generating a package")
    .argument(
      "[files...]",
      "the data: files, folders, 'patterns'; - or nothing for standard input",
      noneEmpty,
    )
    .addOption(
      new Option(
        "-m, --model <name>",
        "the model that every value has to be: Batch, or 'Batch[]'",
      ).conflicts(["operation", "status", "request", "mediaType"]),
    )
    .option("--operation <name>", "the operation that has it as a body, such as 'GET /batches'")
    .addOption(
      new Option(
        "--status <code>",
        "of the responses of the operation, that with this status",
      ).conflicts("request"),
    )
    .option("--request", "the request of the operation, and not a response")
    .option("--media-type <type>", "the media type of the body (default: the first that is JSON)")
    .option("--jsonl", "read every file as JSON Lines, whatever its name is")
    .option(
      "--max-issues <number>",
      "tell so many issues of a value (default: 100)",
      positiveInteger,
    )
    .option(
      "-s, --spec <file>",
      "the document: a path, a URL, or - (default: that of the config)",
      notEmpty,
    )
    .option("-H, --header <line>", "send this header with requests for the document", collect)
    .option(
      "-c, --config <file>",
      "the config file (default: the nearest guardsmith.config.*)",
      notEmpty,
    )
    .option("--job <name>", "the job of the config, where it has several", notEmpty)
    .addOption(
      formatOption("-f, --format <name>", "how to print the issues", validateFormats, isWorkflow),
    )
    .option("--hide-values", "print no more of the values than their types and sizes")
    .option("--color", "colour the output even when it does not go to a terminal")
    .option("--no-color", "never colour the output")
    .addHelpText("after", validateHelp)
    .action(async (files: readonly string[] = [], flags: ValidateFlags) => {
      const { header: headers, color, ...rest } = flags;
      await actions.validate({ ...rest, headers, files }, color);
    });

  program
    .command("reconcile")
    .description("hold what an API sends against its document, and write an overlay that mends it")
    .argument("[spec]", "the document: a path, a URL, or - for standard input", notEmpty)
    .argument(
      "[samples...]",
      "Model=files, .har files, or recorded pairs in .jsonl files",
      noneEmpty,
    )
    .addOption(
      new Option("-w, --write <overlay>", "write the changes into this overlay")
        .argParser(notEmpty)
        .conflicts("check"),
    )
    .option("--check", "write no overlay; exit with 1 if samples contradict the document")
    .option("-H, --header <line>", "send this header with requests for the document", collect)
    .option(
      "--overlay <file...>",
      "apply these OpenAPI overlays to the document, in this order",
      noneEmpty,
    )
    .option(
      "-c, --config <file>",
      "the config file (default: the nearest guardsmith.config.*)",
      notEmpty,
    )
    .option("--job <name>", "the job of the config, where it has several", notEmpty)
    .option(
      "--min-samples <number>",
      "change only what so many samples contradict",
      positiveInteger,
      1,
    )
    .option("--no-examples", "leave out the examples of the document itself")
    .addOption(
      formatOption("-f, --format <name>", "how to print the report", reconcileFormats, isWorkflow),
    )
    .option(
      "--report <file>",
      "also write the report as a page: a file that ends with .html",
      notEmpty,
    )
    .option("--color", "colour the output even when it does not go to a terminal")
    .option("--no-color", "never colour the output")
    .addHelpText("after", reconcileHelp)
    .action(
      async (first: string | undefined, rest: readonly string[] = [], flags: ReconcileFlags) => {
        const { overlay: overlays, header: headers, color, ...others } = flags;
        // With a config, there need not be a document before the samples.
        const isSample = first !== undefined && isSampleArgument(first);
        const spec = isSample ? undefined : first;
        const samples = isSample ? [first, ...rest] : rest;
        await actions.reconcile({ ...others, spec, headers, samples, overlays }, color);
      },
    );

  return program;
}

/** The formatter has an option of its own beside `--format`: both may be given. */
class FormatterOption extends Option {
  override attributeName(): string {
    return "formatter";
  }
}

/** How a command prints its result. */
function formatOption(
  flags: string,
  description: string,
  formats: readonly string[],
  isWorkflow: boolean,
): Option {
  return new Option(flags, description)
    .choices(formats)
    .default(isWorkflow ? "github" : "pretty", "github in GitHub Actions, pretty elsewhere");
}

const initHelp = `
Nothing is asked. A document is looked for by its name, such as openapi.yaml, in this folder and in the
usual ones below it. In a project in TypeScript that has guardsmith among its dependencies, the config
is guardsmith.config.ts; elsewhere guardsmith.config.json. A config, a script or a file that is there
stays as it is, so that the command can be run again.

Exit codes:
  0  all is set up
  2  no document was found, or several, or it is wrong

Examples:
  guardsmith init
  guardsmith init spec/shop.yaml`;

const generateHelp = `
Options win over the config file, and all paths on the command line are relative to the working
directory.

With --watch, the command goes on until it is interrupted, which ends it with 0. It follows the
document, the files that it refers to, the overlays, the config file, the licence, and the
tsconfig.json and package.json that hold for the output folder, also those that are not there yet;
what is wrong with them is shown, and they are followed still. Servers are asked every 5 seconds, or
at the --interval, whether a URL has changed. The modules that a config file in
JavaScript imports are not followed.
Where the file system tells of no changes, as over a network, set CHOKIDAR_USEPOLLING=1.

Formats (--no-format is another thing: it leaves out the formatter of the files):
  pretty  text for people: what was done; with --check, what has to be done, the command that does it,
          and the beginning of a diff
  json    one document on a line: { result, diagnostics, … }, with the whole diff
  github  what pretty prints, with annotations and a summary of the job in GitHub Actions

Exit codes:
  0  all is well
  1  --check found that the output folder is not up to date
  2  the document, the config or the command line is wrong, a formatter is missing, or there are more
     warnings than --max-warnings; nothing was written

Examples:
  guardsmith generate openapi.yaml --out generated
  guardsmith generate openapi.yaml --root Batch BatchList
  guardsmith generate openapi.yaml --overlay public.overlay.yaml --strict
  guardsmith generate --check
  guardsmith generate --watch`;

const cleanHelp = `
Files that people have written or edited are kept, and named. No document is read, and with --out no
config either.

Exit codes:
  0  nothing that was generated is left
  1  a generated file is kept, because it was edited
  2  the config or the command line is wrong, or the folder cannot be used; nothing was removed

Examples:
  guardsmith clean
  guardsmith clean --out src/api --dry-run`;

const validateHelp = `
A file that ends with .jsonl or .ndjson holds JSON Lines, a value on each line, and may be of any
size. Any other file holds one JSON value. With standard input, the content decides. In a folder, the
files that end with .json, .jsonl or .ndjson are checked. Patterns are those of shells, also **, [a-z]
and {a,b}; in quotes, they mean the same in every shell. Hidden files and node_modules are left out,
unless a pattern names them. The settings of the config hold as they do for generate; paths are
relative to the working directory.

Values can be a model, an array of one, or a body of an operation, which is an operationId, or a
method and a path. Without --status, it is the only successful response that has such a body; a
status stands for its range (2XX) or the default, too.

Formats:
  pretty  file:line:column: /pointer: message, and a line with the counts
  json    one document: { files: [{ file, issues, summary, error? }], summary }, where an issue has
          path, pointer, keyword, message, expected, received, schemaPath, line and column, and a
          summary has values, invalid and issues; of a text that is no JSON, keyword is a code such
          as json-syntax
  github  what pretty prints, and annotations beside the lines of the files

Exit codes:
  0  every value is valid
  1  a value is invalid, a text is no JSON, or there is no value in a file
  2  the document, the config or the command line is wrong, or a file cannot be read

Examples:
  guardsmith validate --model Batch batch.json
  guardsmith validate --spec openapi.yaml --model Batch requests.jsonl 'samples/**/*.json'
  guardsmith validate --model 'Batch[]' batches.json
  guardsmith validate --operation listBatches --status 200 page.json
  curl --silent https://api.example.com/batches/1 | guardsmith validate --model Batch -`;

const reconcileHelp = `
Samples are the examples of the document, and what the arguments name:
  Batch=samples/*.json  JSON files, each a Batch; put the argument in quotes, if your shell takes
                        the pattern for its own
  Batch=batches.jsonl   JSON Lines, each line a Batch; Batch=- reads standard input
  api.har               a recording of a browser or a proxy (HTTP Archive): its JSON bodies, found by
                        method, path and status
  pairs.jsonl           on each line { "operation": "createBatch", "status": 200, "body": … }, or
                        with a "request"; an operation is an operationId, or "POST /batches"

The overlay has the smallest widening that accepts every sample: it never narrows, and it changes
nothing that no sample contradicts. What no widening settles needs a decision. An overlay of an
earlier run is written anew; no other file is written over. The settings of the config hold as they
do for generate: with its overlays, the document is held against the samples as overlaid.

Formats:
  pretty    by cause and by place, with file:line:column
  json      one document: { document, summary, contradictions, unusable, slips }
  markdown  for a comment on a pull request
  github    what pretty prints, annotations beside the lines of the document, and markdown in the
            summary of the job

Exit codes:
  0  all is well, or --check was not asked for
  1  --check found contradictions that at least --min-samples samples show
  2  the document, the config, the samples or the command line is wrong; nothing was written

Examples:
  guardsmith reconcile openapi.yaml --write fixes.overlay.yaml
  guardsmith reconcile openapi.yaml 'Batch=samples/*.json' api.har --report report.html
  guardsmith reconcile --check --format github`;
