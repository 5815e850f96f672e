import type { SourceDocument, SourceText } from "../core/source-text.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import { parseJson } from "./parse-json.js";
import { parseYaml } from "./parse-yaml.js";

/**
 * Parses a file.
 *
 * @param source The text of the file, and whether it is JSON or YAML.
 * @param log Receives the warnings; errors are thrown.
 * @returns The file with its value. Every member of its objects is an own property.
 * @throws {InputError} If the text cannot be parsed, or has values that JSON does not have.
 */
export function parseSource(source: SourceText, log: DiagnosticLog): SourceDocument {
  if (source.format === "json") return { ...source, value: parseJson(source) };
  return { ...source, ...parseYaml(source, log) };
}
