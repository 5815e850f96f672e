import type { Document } from "./document.js";
import { parseSource } from "./parse.js";
import { readSource, type ReadOptions, type SpecInput } from "./read.js";
import { retrieveReferences, type ReferenceOptions } from "./retrieve-references.js";
import { openApiRoot, openApiVersion } from "./version.js";

/** What loading depends on besides the input: warnings go to its `log`, errors are thrown. */
export interface LoadOptions extends ReadOptions, ReferenceOptions {}

/**
 * Loads an OpenAPI document: reads the file, parses it, finds its version, and retrieves the files
 * that it refers to. A file that cannot be had is among the `failures` of the document: it may not be
 * needed.
 *
 * @param input Where the entry file is.
 * @param options What paths are relative to, what may be retrieved, and where warnings go.
 * @returns The document.
 * @throws InputError when the file cannot be read or parsed, is not an OpenAPI description of a version
 *   that Guardsmith reads, or refers to too many files.
 */
export async function loadDocument(input: SpecInput, options: LoadOptions): Promise<Document> {
  const entry = parseSource(await readSource(input, options), options.log);
  const root = openApiRoot(entry);
  const version = openApiVersion(entry, options.log);
  const files = await retrieveReferences(entry, options);
  return { version, uri: entry.uri, root, ...files };
}
