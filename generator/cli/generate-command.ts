import { Option, type Command } from "commander";
import { generateFormats, type GenerateFormat } from "../commands/generate-formats.js";
import type { GenerateCommandOptions } from "../commands/generate-options.js";
import { importExtensions, targets, type ImportExtension, type Target } from "../config/config.js";
import { noneEmpty, notEmpty, seconds, wholeNumber } from "./arguments.js";
import type { Action } from "./action.js";
import { helpText, type CommandHelp } from "./help.js";
import {
  colorOption,
  configOption,
  formatOption,
  headerOption,
  noColorOption,
  overlayOption,
} from "./options.js";

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
export interface GenerateArguments extends Omit<GenerateCommandOptions, "rerun" | "observer"> {
  /** Whether to generate again when a file changes. */
  readonly watch?: boolean | undefined;
  /** How often servers are asked for changes, in seconds. */
  readonly interval?: number | undefined;
}

/** Adds `guardsmith generate`. */
export function addGenerateCommand(
  program: Command,
  run: Action<GenerateArguments>,
  isWorkflow: boolean,
): void {
  program
    .command("generate")
    .description("write the types and guards of a document into a folder")
    .argument(
      "[spec]",
      "the document: a path, a URL, or - for standard input (default: that of the config)",
      notEmpty,
    )
    .addOption(headerOption())
    .addOption(overlayOption())
    .option(
      "-o, --out <dir>",
      "the output folder (default: that of the config, or generated)",
      notEmpty,
    )
    .addOption(configOption())
    .option("--job <name...>", "run only these jobs of the config (default: all)", noneEmpty)
    .option(
      "-r, --root <name...>",
      "emit only these component schemas, and the schemas that they refer to (default: those of the config, or all)",
      noneEmpty,
    )
    .addOption(
      new Option(
        "--target <language>",
        "write TypeScript, or JavaScript with declarations (default: that of the config, or ts)",
      ).choices(targets),
    )
    .addOption(
      new Option(
        "--import-extension <name>",
        "the file extension in import paths (default: that of the config, or what the tsconfig.json requires)",
      ).choices(importExtensions),
    )
    .addOption(
      formatOption("--format <name>", "how to print the result", generateFormats, isWorkflow),
    )
    .addOption(new FormatterOption("--no-format", "write the files without running a formatter"))
    .option("--strict", "treat every warning as an error")
    .option(
      "--max-warnings <number>",
      "fail if there are more warnings than this (default: that of the config, or no limit)",
      wholeNumber,
    )
    .option("--check", "write nothing; print what would change, and exit with 1 if anything would")
    .option("--force", "generate even if nothing has changed, and replace edited files")
    .addOption(
      new Option("-w, --watch", "generate again whenever a file changes").conflicts([
        "check",
        "format",
      ]),
    )
    .option(
      "--interval <seconds>",
      "with --watch: how often to ask servers for changes (default: 5)",
      seconds,
    )
    .addOption(colorOption("diagnostics"))
    .addOption(noColorOption("diagnostics"))
    .addHelpText("after", helpText(generateHelp))
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
      await run({ ...rest, spec, headers, overlays, jobs, roots, format, reportAs }, color);
    });
}

/** Stores `--no-format` under a name of its own, so that it can be combined with `--format`. */
class FormatterOption extends Option {
  override attributeName(): string {
    return "formatter";
  }
}

/** The rest of the help of `guardsmith generate`. */
export const generateHelp: CommandHelp = {
  about: [
    "Options override the config file. All paths on the command line are relative to the working directory.",
    "If nothing has changed since the last run, the command compares the files and stops. With `--force`, it generates anyway.",
    "With `--watch`, the command runs until it is interrupted, and then exits with 0. It watches the document, the files that the document refers to, the overlays, the config file, the licence, and the `tsconfig.json` and `package.json` that apply to the output folder, even if they do not exist yet. After an error, it shows the error, leaves the output as it was, and keeps watching. Servers are asked every 5 seconds, or at the `--interval`, whether a URL has changed. Modules that a config file in JavaScript imports are not watched. If the file system reports no changes, as over a network, set `CHOKIDAR_USEPOLLING=1`.",
    {
      title: "Formats of the result (`--no-format` is about the formatter of the files):",
      rows: [
        [
          "`pretty`",
          "text for people: what was done; with `--check`, what has to be done, the command that does it, and the beginning of a diff",
        ],
        ["`json`", "one document on a line: `{ result, diagnostics, … }`, with the whole diff"],
        ["`github`", "the same as `pretty`, with annotations and a job summary in GitHub Actions"],
      ],
    },
  ],
  exitCodes: [
    ["0", "all is well"],
    ["1", "`--check` found that the output folder is not up to date"],
    [
      "2",
      "the document, the config or the command line is wrong, a formatter is missing, or there are more warnings than `--max-warnings`; nothing was written",
    ],
  ],
  examples: [
    "guardsmith generate openapi.yaml --out src/api",
    "guardsmith generate openapi.yaml --root Batch BatchList",
    "guardsmith generate openapi.yaml --overlay public.overlay.yaml --strict",
    "guardsmith generate openapi.yaml --out src/api --target js --no-format",
    "guardsmith generate openapi.yaml --out src/api --import-extension ts",
    "guardsmith generate https://example.com/openapi.yaml --header 'Authorization: Bearer ${API_TOKEN}'",
    "guardsmith generate --config tools/guardsmith.config.json --job shop admin",
    "guardsmith generate --check --max-warnings 0",
    "guardsmith generate --check --format json",
    "guardsmith generate --watch --interval 30",
  ],
};
