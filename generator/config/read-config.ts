import type { SourceText } from "../core/source-text.js";
import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { createRequire } from "node:module";
import { extname } from "node:path";
import { pathToFileURL } from "node:url";
import { DiagnosticLog } from "../core/diagnostic.js";
import { inputError } from "../core/failure.js";
import type { FileHook } from "./file-hook.js";
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
 * A module that has changed since it was last read is imported anew; the modules that it imports are
 * not, since Node.js keeps them.
 *
 * @param file The absolute path of the file.
 * @param name The file as the user knows it.
 * @param cwd The working directory, absolute.
 * @param onFile Is told what was read, or that nothing could be.
 * @returns What the file says.
 * @throws InputError when there is no such file, when it cannot be parsed, or when the module throws.
 */
export async function readConfig(
  file: string,
  name: string,
  cwd: string,
  onFile?: FileHook,
): Promise<ConfigFile> {
  switch (extname(file)) {
    case ".json": {
      const source = await readSource(file, { cwd, onFile });
      const { parseJson } = await import("../text/parse-json.js");
      return { value: parseJson(source), source };
    }
    case ".yaml":
    case ".yml": {
      const source = await readSource(file, { cwd, onFile });
      const { parseSource } = await import("../text/parse.js");
      // A warning about the form of the file would not change what it says.
      return { value: parseSource(source, new DiagnosticLog()).value, source };
    }
    case ".js":
    case ".mjs": {
      // Node.js words a missing file as a missing dependency.
      const bytes = await readFileBytes(file, name, onFile);
      const source: SourceText = {
        uri: pathToFileURL(file).href,
        name,
        text: "",
        format: "json",
      };
      return { value: await importDefault(source, await freshUrl(file, bytes)), source };
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

/** A URL under which Node.js does not know a module with another content. */
async function freshUrl(file: string, bytes: Uint8Array): Promise<string> {
  // A CommonJS module is kept by its path, whatever the query of the URL.
  const { cache } = createRequire(file);
  Reflect.deleteProperty(cache, await realpath(file));
  const url = pathToFileURL(file);
  url.search = createHash("sha256").update(bytes).digest("hex");
  return url.href;
}

async function importDefault(source: SourceText, url: string): Promise<unknown> {
  const place = { uri: source.uri, pointer: "" };
  let module: unknown;
  try {
    module = await import(url);
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
