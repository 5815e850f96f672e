import { Option } from "commander";
import { collect, noneEmpty, notEmpty } from "./arguments.js";

// Options that several commands share.

/** `--config`: the config file. */
export function configOption(): Option {
  return new Option(
    "-c, --config <file>",
    "the config file (default: the nearest guardsmith.config.*)",
  ).argParser(notEmpty);
}

/** `--job`: the one job of the config that a command works on. */
export function jobOption(): Option {
  return new Option("--job <name>", "the job of the config, if it has several").argParser(notEmpty);
}

/** `--spec`: the document. */
export function specOption(): Option {
  return new Option(
    "-s, --spec <file>",
    "the document: a path, a URL, or - (default: that of the config)",
  ).argParser(notEmpty);
}

/** `--header`: a header of requests; it may be given several times. */
export function headerOption(): Option {
  return new Option(
    "-H, --header <line>",
    "send this header with requests for the document; may be given again",
  ).argParser(collect);
}

/** `--overlay`: the overlays of the document. */
export function overlayOption(): Option {
  return new Option(
    "--overlay <file...>",
    "apply these OpenAPI overlays to the document, in this order (default: those of the config)",
  ).argParser(noneEmpty);
}

/** `--format`: how a command prints its result. */
export function formatOption(
  flags: string,
  description: string,
  formats: readonly string[],
  isWorkflow: boolean,
): Option {
  return new Option(flags, description)
    .choices(formats)
    .default(isWorkflow ? "github" : "pretty", "github in GitHub Actions, pretty elsewhere");
}

/** The output of a command that can have colours. */
type Coloured = "diagnostics" | "output";

/** `--color`: colours, even if the output does not go to a terminal. */
export function colorOption(coloured: Coloured): Option {
  const theyDo = coloured === "diagnostics" ? "they do" : "it does";
  return new Option("--color", `colour the ${coloured} even when ${theyDo} not go to a terminal`);
}

/** `--no-color`: no colours. Without this option and {@link colorOption}, only a terminal gets colours. */
export function noColorOption(coloured: Coloured): Option {
  return new Option("--no-color", `never colour the ${coloured}`);
}
