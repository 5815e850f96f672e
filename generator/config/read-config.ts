import { extname } from "node:path";
import { pathToFileURL } from "node:url";
import { DiagnosticLog } from "../diagnostics/diagnostic.js";
import { inputError } from "../diagnostics/failure.js";
import type { SourceText } from "../load/document.js";
import { parseSource } from "../load/parse.js";
import { readFileBytes } from "../load/read-file.js";
import { readSource } from "../load/read.js";
import { configExtensions } from "./find-config.js";

/** A config file, read but not checked. */
export interface ConfigFile {
  readonly value: unknown;
  /** Where diagnostics about the value are: in a text for JSON and YAML, only in a file for a module. */
  readonly source: SourceText;
}

/**
 * Reads a config file: parses JSON and YAML, imports a JavaScript module.
 *
 * @param file The absolute path of the file.
 * @param name The file as the user knows it.
 * @param cwd The working directory, absolute.
 * @returns What the file says.
 * @throws InputError when there is no such file, when it cannot be parsed, or when the module throws.
 */
export async function readConfig(file: string, name: string, cwd: string): Promise<ConfigFile> {
  switch (extname(file)) {
    case ".json":
    case ".yaml":
    case ".yml": {
      const source = await readSource(file, { cwd });
      // A warning about the form of the file would not change what it says.
      return { value: parseSource(source, new DiagnosticLog()).value, source };
    }
    case ".js":
    case ".mjs": {
      // Node.js words a missing file as a missing dependency.
      await readFileBytes(file, name);
      const source: SourceText = {
        uri: pathToFileURL(file).href,
        name,
        text: "",
        format: "json",
      };
      return { value: await importDefault(source), source };
    }
    default:
      throw inputError([
        {
          code: "unknown-config-format",
          message: `${name} is not a config file by its name`,
          help: `a config file ends with one of ${configExtensions.join(", ")}`,
        },
      ]);
  }
}

async function importDefault(source: SourceText): Promise<unknown> {
  const place = { uri: source.uri, pointer: "" };
  let module: unknown;
  try {
    module = await import(source.uri);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `the module could not be loaded: ${reason}`;
    const help = `run \`node ${source.name}\` to see where it fails`;
    throw inputError([{ code: "config-failed", message, help, place }], source);
  }
  if (typeof module === "object" && module !== null && "default" in module) return module.default;
  const message = "the module has no default export";
  const help = "write `export default { … }`";
  throw inputError([{ code: "invalid-config", message, help, place }], source);
}
