import { Option } from "commander";
import { collect, noneEmpty, notEmpty } from "./arguments.js";

// Options that several commands have.

/** The config file. */
export function configOption(): Option {
  return new Option(
    "-c, --config <file>",
    "the config file (default: the nearest guardsmith.config.*)",
  ).argParser(notEmpty);
}

/** The one job of the config that a command works on. */
export function jobOption(): Option {
  return new Option("--job <name>", "the job of the config, where it has several").argParser(
    notEmpty,
  );
}

/** A header of requests; it may be given several times. */
export function headerOption(): Option {
  return new Option(
    "-H, --header <line>",
    "send this header with requests for the document; may be given again",
  ).argParser(collect);
}

/** The overlays of the document. */
export function overlayOption(): Option {
  return new Option(
    "--overlay <file...>",
    "apply these OpenAPI overlays to the document, in this order (default: those of the config)",
  ).argParser(noneEmpty);
}

/** How a command prints its result. */
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

/** What a command writes that can have colours. */
type Coloured = "diagnostics" | "output";

/** Colours, wherever what is written goes. */
export function colorOption(coloured: Coloured): Option {
  const theyDo = coloured === "diagnostics" ? "they do" : "it does";
  return new Option("--color", `colour the ${coloured} even when ${theyDo} not go to a terminal`);
}

/** No colours: an option of its own beside {@link colorOption}, for without both a terminal decides. */
export function noColorOption(coloured: Coloured): Option {
  return new Option("--no-color", `never colour the ${coloured}`);
}
