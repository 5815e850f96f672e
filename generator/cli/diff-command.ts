import { Option, type Command } from "commander";
import { diffFormats, failOnChoices } from "../commands/diff-formats.js";
import type { DiffCommandOptions } from "../commands/diff.js";
import type { Action } from "./action.js";
import { noneEmpty, notEmpty } from "./arguments.js";
import { helpText, type CommandHelp } from "./help.js";
import {
  colorOption,
  configOption,
  headerOption,
  jobOption,
  noColorOption,
  specOption,
} from "./options.js";

/** The options of `guardsmith diff`, as Commander reads them. */
interface DiffFlags extends Omit<DiffCommandOptions, "old" | "new" | "headers" | "paths" | "tags"> {
  readonly header?: readonly string[];
  readonly path?: readonly string[];
  readonly tag?: readonly string[];
  readonly color?: boolean;
}

/** Adds `guardsmith diff`. */
export function addDiffCommand(program: Command, run: Action<DiffCommandOptions>): void {
  program
    .command("diff")
    .description("compare two documents, and show what breaks somebody by a payload")
    .argument("[old]", "the old document: a path, a URL, - or git:REF:path", notEmpty)
    .argument("[new]", "the new document, likewise (default: that of the config)", notEmpty)
    .option(
      "--base <ref>",
      "compare the document of the config, or --spec, with its version in this commit",
      notEmpty,
    )
    .addOption(
      new Option("--fail-on <changes>", "the changes with which the command exits with 1")
        .choices(failOnChoices)
        .default("breaking"),
    )
    .option("--accepted <file>", "a list of changes that may break somebody", notEmpty)
    .option(
      "--path <pattern>",
      "only changes that reach an operation with such a path; may be given again",
      noneEmpty,
    )
    .option(
      "--tag <name>",
      "only changes that reach an operation with this tag; may be given again",
      noneEmpty,
    )
    .addOption(specOption())
    .addOption(headerOption())
    .addOption(configOption())
    .addOption(jobOption())
    .addOption(
      new Option("-f, --format <name>", "how to print the differences")
        .choices(diffFormats)
        .default("pretty"),
    )
    .addOption(colorOption("output"))
    .addOption(noColorOption("output"))
    .addHelpText("after", helpText(diffHelp))
    .action(async (old: string | undefined, now: string | undefined, flags: DiffFlags) => {
      const { header: headers, path: paths, tag: tags, color, ...rest } = flags;
      await run({ ...rest, old, new: now, headers, paths, tags }, color);
    });
}

/** The rest of the help of `guardsmith diff`. */
export const diffHelp: CommandHelp = {
  about: [
    "Each change is shown once, with the operations that it reaches. Clients that know the old document send requests, and servers of the new one send responses. Data is `breaking` if the sender may send what the other document rejects: such a payload is shown, with the issue, or the rule is named that decides what no payload can show. It is `compatible` if all that may be sent is accepted, and `unknown` if neither is proved. Types are `breaking` if code that compiled no longer does.",
    "`git:REF:path` is a file of a commit, with the files that it refers to from the same commit. The path is relative to the root of the repository, as for `git show`, and with `./` to the working directory. Standard input can be one of the two documents. The settings of the config apply to both, as in the working tree: overlays, policies, formats, `include` and `exclude`.",
    "The file of `--accepted` is a list of `{ id, reason, until }` in YAML or JSON. Such a change does not fail the command, up to and including the day `until`, if there is one. In patterns of `--path`, `*` is any part of a segment, and `**` any number of segments. With several of `--path` and `--tag`, one has to match.",
    {
      title: "Formats:",
      rows: [
        ["`pretty`", "the verdict, what breaks with payloads, and short lists of the rest"],
        ["`markdown`", "the same for a comment on a pull request"],
        [
          "`json`",
          "one document: `{ verdict, counts, changes, meaning, documentation }`, which `guardsmith/diff.schema.json` describes",
        ],
      ],
    },
    {
      title: "Changes that fail the command, if they are not accepted:",
      rows: [
        ["`breaking`", "data that was valid is rejected"],
        ["`unknown`", "the same, and changes that cannot be decided"],
        ["`types`", "data that was valid is rejected, or code that compiled no longer does"],
        ["`never`", "none"],
      ],
    },
  ],
  exitCodes: [
    ["0", "no change fails the command"],
    ["1", "a change fails it, as `--fail-on` says"],
    ["2", "a document, the config, the accepted breaks or the command line is wrong"],
  ],
  examples: [
    "guardsmith diff old.yaml new.yaml",
    "guardsmith diff --base main",
    "guardsmith diff git:v1.2.0:openapi.yaml openapi.yaml --fail-on types",
    "guardsmith diff --base origin/main --spec openapi.yaml --format markdown",
    "guardsmith diff --base main --accepted accepted-breaks.yaml",
    "guardsmith diff --base main --path '/batches/**' --tag Files",
    "guardsmith diff --config guardsmith.config.json --job shop --base HEAD~1",
    "guardsmith diff https://example.com/openapi.yaml openapi.yaml --header 'X-Key: ${API_KEY}'",
  ],
};
