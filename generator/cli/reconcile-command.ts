import { Option, type Command } from "commander";
import { reconcileFormats } from "../commands/reconcile-formats.js";
import type { ReconcileCommandOptions } from "../commands/reconcile.js";
import { isSampleArgument } from "../commands/samples/sample-argument.js";
import { noneEmpty, notEmpty, positiveInteger } from "./arguments.js";
import type { Action } from "./action.js";
import { helpText, type CommandHelp } from "./help.js";
import {
  colorOption,
  configOption,
  formatOption,
  headerOption,
  jobOption,
  noColorOption,
  overlayOption,
} from "./options.js";

/** The options of `guardsmith reconcile`, as Commander reads them. */
interface ReconcileFlags extends Omit<
  ReconcileCommandOptions,
  "spec" | "samples" | "overlays" | "headers"
> {
  readonly header?: readonly string[];
  readonly overlay?: readonly string[];
  readonly color?: boolean;
}

/** Adds `guardsmith reconcile`. */
export function addReconcileCommand(
  program: Command,
  run: Action<ReconcileCommandOptions>,
  isWorkflow: boolean,
): void {
  program
    .command("reconcile")
    .description("compare what an API sends with its document, and write an overlay that fixes it")
    .argument(
      "[spec]",
      "the document: a path, a URL, or - for standard input (default: that of the config)",
      notEmpty,
    )
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
    .addOption(headerOption())
    .addOption(overlayOption())
    .addOption(configOption())
    .addOption(jobOption())
    .option(
      "--min-samples <number>",
      "change only what at least this many samples contradict",
      positiveInteger,
      1,
    )
    .option("--no-examples", "leave out the examples of the document itself")
    .addOption(
      formatOption("-f, --format <name>", "how to print the report", reconcileFormats, isWorkflow),
    )
    .option(
      "--report <file>",
      "also write the report as an HTML page, into a file that ends with .html",
      notEmpty,
    )
    .addOption(colorOption("output"))
    .addOption(noColorOption("output"))
    .addHelpText("after", helpText(reconcileHelp))
    .action(
      async (first: string | undefined, rest: readonly string[] = [], flags: ReconcileFlags) => {
        const { overlay: overlays, header: headers, color, ...others } = flags;
        // The document may come from the config: then the first argument is a sample.
        const isSample = first !== undefined && isSampleArgument(first);
        const spec = isSample ? undefined : first;
        const samples = isSample ? [first, ...rest] : rest;
        await run({ ...others, spec, headers, samples, overlays }, color);
      },
    );
}

/** The rest of the help of `guardsmith reconcile`. */
export const reconcileHelp: CommandHelp = {
  about: [
    {
      title: "Samples are the examples of the document, and what the arguments name:",
      rows: [
        [
          "`Batch=samples/*.json`",
          "JSON files, each a `Batch`; put the argument in quotes, if your shell expands the pattern",
        ],
        [
          "`Batch=batches.jsonl`",
          "JSON Lines, each line a `Batch`; `Batch=-` reads standard input",
        ],
        [
          "`api.har`",
          "a recording of a browser or a proxy (HTTP Archive): its JSON bodies, found by method, path and status",
        ],
        [
          "`pairs.jsonl`",
          'on each line `{ "operation": "createBatch", "status": 200, "body": … }`, or `{ "operation": …, "request": … }`; an operation is an `operationId`, or `POST /batches`',
        ],
      ],
    },
    "The overlay has the smallest change with which the document accepts every sample. It only widens schemas, and only those that a sample contradicts: it adds `null`, removes a name from `required`, adds a value to an `enum` or opens it, makes an integer a number, or loosens a bound. A contradiction that no widening settles needs a decision. An overlay of an earlier run is replaced; no other file is overwritten. The settings of the config apply as they do for `generate`: overlays are applied before samples are compared.",
    {
      title: "Formats:",
      rows: [
        ["`pretty`", "by cause and by place, with `file:line:column`"],
        ["`json`", "one document: `{ document, summary, contradictions, unusable, slips }`"],
        ["`markdown`", "for a comment on a pull request"],
        [
          "`github`",
          "the same as `pretty`, with annotations on the lines of the document, and `markdown` in the job summary",
        ],
      ],
    },
  ],
  exitCodes: [
    ["0", "`--check` found no contradictions, or was not given"],
    ["1", "`--check` found contradictions that at least `--min-samples` samples show"],
    [
      "2",
      "the document, the config, the samples or the command line is wrong; nothing was written",
    ],
  ],
  examples: [
    "guardsmith reconcile openapi.yaml --write fixes.overlay.yaml",
    "guardsmith reconcile openapi.yaml 'Batch=samples/*.json' api.har --report report.html",
    "guardsmith reconcile openapi.yaml --no-examples pairs.jsonl --min-samples 2",
    "guardsmith reconcile openapi.yaml --overlay public.overlay.yaml",
    "guardsmith reconcile https://example.com/openapi.yaml --header 'X-Key: ${API_KEY}' api.har",
    "guardsmith reconcile --config guardsmith.config.json --job shop api.har",
    "guardsmith reconcile --check --format github",
  ],
};
