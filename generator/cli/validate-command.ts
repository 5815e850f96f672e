import { Option, type Command } from "commander";
import { validateFormats } from "../commands/validate-formats.js";
import type { ValidateCommandOptions } from "../commands/validate.js";
import { noneEmpty, positiveInteger } from "./arguments.js";
import type { Action } from "./action.js";
import { helpText, type CommandHelp } from "./help.js";
import {
  colorOption,
  configOption,
  formatOption,
  headerOption,
  jobOption,
  noColorOption,
  specOption,
} from "./options.js";

/** The options of `guardsmith validate`, as Commander reads them. */
interface ValidateFlags extends Omit<ValidateCommandOptions, "files" | "headers"> {
  readonly header?: readonly string[];
  readonly color?: boolean;
}

/** Adds `guardsmith validate`. */
export function addValidateCommand(
  program: Command,
  run: Action<ValidateCommandOptions>,
  isWorkflow: boolean,
): void {
  program
    .command("validate")
    .description("check JSON files against a model of a document, without generating a package")
    .argument(
      "[files...]",
      "the data: files, folders, 'patterns', or - (default: standard input)",
      noneEmpty,
    )
    .addOption(
      new Option(
        "-m, --model <name>",
        "the model that every value has to match: Batch, or 'Batch[]'",
      ).conflicts(["operation", "status", "request", "mediaType"]),
    )
    .option("--operation <name>", "the operation whose body the values are, such as 'GET /batches'")
    .addOption(
      new Option("--status <code>", "the response of the operation with this status").conflicts(
        "request",
      ),
    )
    .option("--request", "the request of the operation, instead of a response")
    .option("--media-type <type>", "the media type of the body (default: the first that is JSON)")
    .option("--jsonl", "read every file as JSON Lines, regardless of its name")
    .option(
      "--max-issues <number>",
      "show at most this many issues of a value (default: 100)",
      positiveInteger,
    )
    .addOption(specOption())
    .addOption(headerOption())
    .addOption(configOption())
    .addOption(jobOption())
    .addOption(
      formatOption("-f, --format <name>", "how to print the issues", validateFormats, isWorkflow),
    )
    .option("--hide-values", "print only the types and sizes of values")
    .addOption(colorOption("output"))
    .addOption(noColorOption("output"))
    .addHelpText("after", helpText(validateHelp))
    .action(async (files: readonly string[] = [], flags: ValidateFlags) => {
      const { header: headers, color, ...rest } = flags;
      await run({ ...rest, headers, files }, color);
    });
}

/** The rest of the help of `guardsmith validate`. */
export const validateHelp: CommandHelp = {
  about: [
    "A file that ends with `.jsonl` or `.ndjson` holds JSON Lines, a value on each line, and may be of any size. Any other file holds one JSON value. For standard input, the content decides. In a folder, the files that end with `.json`, `.jsonl` or `.ndjson` are checked. Patterns are those of shells, including `**`, `[a-z]` and `{a,b}`; in quotes, they mean the same in every shell. Hidden files and `node_modules` are left out, unless a pattern names them. The settings of the config apply as they do for `generate`; paths are relative to the working directory.",
    "`--model` names a model, or an array of one. `--operation` names an operation by its `operationId`, or by its method and path. Without `--status`, the only successful response with such a body is used. If the document has no response with that status, its range (`2XX`) or the `default` response is used.",
    {
      title: "Formats:",
      rows: [
        ["`pretty`", "`file:line:column: /pointer: message`, and a line with the counts"],
        [
          "`json`",
          "one document: `{ files: [{ file, issues, summary, error? }], summary }`, where an issue has `path`, `pointer`, `keyword`, `message`, `expected`, `received`, `schemaPath`, `line` and `column`, and a summary has `values`, `invalid` and `issues`; if a text is not JSON, `keyword` is a code such as `json-syntax`",
        ],
        ["`github`", "the same as `pretty`, with annotations on the lines of the files"],
      ],
    },
  ],
  exitCodes: [
    ["0", "every value is valid"],
    ["1", "a value is invalid, a text is not JSON, or a file has no value"],
    ["2", "the document, the config or the command line is wrong, or a file cannot be read"],
  ],
  examples: [
    "guardsmith validate --model Batch batch.json",
    "guardsmith validate --spec openapi.yaml --model Batch requests.jsonl 'samples/**/*.json'",
    "guardsmith validate --model 'Batch[]' batches.json --max-issues 10 --hide-values",
    "guardsmith validate --model Batch --jsonl batches.log",
    "guardsmith validate --operation listBatches --status 200 page.json",
    "guardsmith validate --operation 'POST /batches' --request --media-type application/json new.json",
    "guardsmith validate --config guardsmith.config.json --job shop --model Order --format json orders.jsonl",
    "guardsmith validate --spec https://example.com/openapi.yaml --header 'X-Key: ${API_KEY}' --model Batch batch.json",
    "curl --silent https://api.example.com/batches/1 | guardsmith validate --model Batch -",
  ],
};
