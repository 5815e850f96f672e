import type { SourceDocument, SourceText } from "../core/source-text.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import { parseJson } from "./parse-json.js";
import { parseYaml } from "./parse-yaml.js";

/**
 * Parses a file.
 *
 * @param source The text of the file, and whether it is JSON or YAML.
 * @param log Takes the warnings; errors are thrown.
 * @returns The same with its value. Its objects are ordinary ones whose every member is their own.
 * @throws InputError when the text cannot be parsed, or holds something that JSON cannot.
 */
export function parseSource(source: SourceText, log: DiagnosticLog): SourceDocument {
  if (source.format === "json") return { ...source, value: parseJson(source) };
  return { ...source, ...parseYaml(source, log) };
}
