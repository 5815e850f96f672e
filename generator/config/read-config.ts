import type { Json } from "../core/json.js";
import type { SourceText } from "../core/source-text.js";
import { DiagnosticLog } from "../core/diagnostic.js";
import { inputError } from "../core/failure.js";
import { originIn } from "../core/origin.js";
import { decodeUtf8 } from "../text/decode.js";
import { sourceText } from "../text/source-text.js";
import { basename, extname, readBytes, uriOfPath } from "./disk.js";
import { configExtensions } from "./find-config.js";
import { hideHeaders } from "./hide-headers.js";
import { isObject } from "./plain-object.js";
import { readFileBytes } from "./read-file.js";
import { moduleSource, readModule, type ModuleFile } from "./read-module.js";

/** A config file that was read, but not checked. */
export interface ConfigFile {
  readonly value: unknown;
  /** The source for the places of diagnostics: a text for JSON and YAML, only the file name for a module. */
  readonly source: SourceText;
}

/**
 * Reads a config file: parses JSON and YAML, imports a module, or reads `guardsmith` of a `package.json`.
 *
 * @returns Its value.
 * @throws {InputError} If the file does not exist, cannot be parsed, or is a module that fails.
 */
export async function readConfig(file: ModuleFile): Promise<ConfigFile> {
  const { path, name } = file;
  if (basename(path) === "package.json") return readManifest(file);
  switch (extname(path)) {
    case ".json":
    case ".jsonc":
    case ".yaml":
    case ".yml": {
      const source = await readText(file);
      const value = await parsed(source);
      return { value, source: hideHeaders(source, value) };
    }
    case ".js":
    case ".mjs":
    case ".cjs":
    case ".ts":
    case ".mts":
    case ".cts":
      return { value: await readModule(file), source: moduleSource(path, name, "") };
    default:
      throw inputError([
        {
          code: "unknown-config-format",
          message: `${name} is not a config file by its name`,
          help: `a config file is a package.json, or ends with one of ${configExtensions.join(", ")}`,
        },
      ]);
  }
}

/** Reads the config in a `package.json`. */
async function readManifest(file: ModuleFile): Promise<ConfigFile> {
  const source = await readText(file);
  const manifest = await parsed(source);
  if (isObject(manifest) && Object.hasOwn(manifest, "guardsmith")) {
    const value: unknown = Reflect.get(manifest, "guardsmith");
    const hidden = hideHeaders(source, value);
    return { value, source: { ...hidden, origin: originIn(hidden, "/guardsmith") } };
  }
  const message = `${file.name} has no \`guardsmith\``;
  const help = 'add the settings to it, as in `"guardsmith": { "spec": "openapi.yaml" }`';
  throw inputError([{ code: "invalid-config", message, help }]);
}

async function readText({ path, name, onFile }: ModuleFile): Promise<SourceText> {
  const bytes = await readFileBytes(path, name, readBytes, onFile);
  return sourceText({ uri: uriOfPath(path), name }, decodeUtf8(bytes, name));
}

/** Parses JSON or YAML. The parsers with error messages are only loaded if they are needed. */
async function parsed(source: SourceText): Promise<Json> {
  if (source.format === "json") {
    const { readJsonWithComments } = await import("./read-jsonc.js");
    return readJsonWithComments(source);
  }
  const { readUsualYaml } = await import("../text/usual-yaml.js");
  const usual = readUsualYaml(source.text);
  if (usual !== undefined) return usual.value;
  const { parseYaml } = await import("../text/parse-yaml.js");
  // Warnings about the form of the file are dropped, because they do not affect its value.
  return parseYaml(source, new DiagnosticLog()).value;
}
