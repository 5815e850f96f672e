import type { DiagnosticLog } from "../diagnostics/diagnostic.js";
import type { Document } from "./document.js";
import { parseSource } from "./parse.js";
import { readSource, type ReadOptions, type SpecInput } from "./read.js";
import { openApiRoot, openApiVersion } from "./version.js";

/** What loading depends on besides the input. */
export interface LoadOptions extends ReadOptions {
  /** Takes the warnings; errors are thrown. */
  readonly log: DiagnosticLog;
}

/**
 * Loads an OpenAPI document: reads the file, parses it and finds its version.
 *
 * @param input Where the entry file is.
 * @param options What paths are relative to, the limits, and where warnings go.
 * @returns The document.
 * @throws InputError when the file cannot be read or parsed, or is not an OpenAPI description of a
 *   version that Guardsmith reads.
 */
export async function loadDocument(input: SpecInput, options: LoadOptions): Promise<Document> {
  const entry = parseSource(await readSource(input, options), options.log);
  const root = openApiRoot(entry);
  const version = openApiVersion(entry, options.log);
  return {
    version,
    uri: entry.uri,
    root,
    sources: new Map([[entry.uri, entry]]),
  };
}
