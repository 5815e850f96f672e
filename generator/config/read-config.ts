import type { Json } from "../core/json.js";
import type { SourceText } from "../core/source-text.js";
import { DiagnosticLog } from "../core/diagnostic.js";
import { inputError } from "../core/failure.js";
import { decodeUtf8 } from "../text/decode.js";
import { sourceText } from "../text/source-text.js";
import { extname, importModule, readBytes, uriOfPath } from "./disk.js";
import type { FileHook } from "./file-hook.js";
import { configExtensions } from "./find-config.js";
import { hideHeaders } from "./hide-headers.js";
import { readFileBytes } from "./read-file.js";

/** A config file, read but not checked. */
export interface ConfigFile {
  readonly value: unknown;
  /** Where diagnostics about the value are: in a text for JSON and YAML, only in a file for a module. */
  readonly source: SourceText;
}

/**
 * Reads a config file: parses JSON and YAML, imports a JavaScript module.
 *
 * A module that has changed since it was last read is imported anew; the modules that it imports are
 * not, since Node.js keeps them.
 *
 * @param file The absolute path of the file.
 * @param name The file as the user knows it.
 * @param onFile Is called with what was read, also if that is nothing.
 * @returns What the file says.
 * @throws InputError when there is no such file, when it cannot be parsed, or when the module throws.
 */
export async function readConfig(
  file: string,
  name: string,
  onFile?: FileHook,
): Promise<ConfigFile> {
  switch (extname(file)) {
    case ".json":
    case ".yaml":
    case ".yml": {
      const source = await readText(file, name, onFile);
      const value = await parsed(source);
      return { value, source: hideHeaders(source, value) };
    }
    case ".js":
    case ".mjs": {
      // Node.js words a missing file as a missing dependency.
      const bytes = await readFileBytes(file, name, readBytes, onFile);
      const source: SourceText = { uri: uriOfPath(file), name, text: "", format: "json" };
      return { value: await importDefault(source, file, bytes), source };
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

async function readText(file: string, name: string, onFile?: FileHook): Promise<SourceText> {
  const bytes = await readFileBytes(file, name, readBytes, onFile);
  return sourceText({ uri: uriOfPath(file), name }, decodeUtf8(bytes, name));
}

/** The value of JSON or YAML. The parsers that tell what is wrong are loaded where they are needed. */
async function parsed(source: SourceText): Promise<Json> {
  if (source.format === "json") {
    const { parseJson } = await import("../text/parse-json.js");
    return parseJson(source);
  }
  const { readUsualYaml } = await import("../text/usual-yaml.js");
  const usual = readUsualYaml(source.text);
  if (usual !== undefined) return usual.value;
  const { parseYaml } = await import("../text/parse-yaml.js");
  // A warning about the form of the file would not change what it says.
  return parseYaml(source, new DiagnosticLog()).value;
}

async function importDefault(
  source: SourceText,
  file: string,
  bytes: Uint8Array,
): Promise<unknown> {
  const place = { uri: source.uri, pointer: "" };
  let module: unknown;
  try {
    module = await importModule(file, bytes);
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
