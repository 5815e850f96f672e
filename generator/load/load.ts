import type { Selection } from "../config/selection.js";
import type { SourceText } from "../core/source-text.js";
import { InputError } from "../core/failure.js";
import { documentOf, type Document } from "../openapi/document.js";
import { applyOverlays } from "./overlay/apply-overlays.js";
import { readOverlaid, type OverlayOptions } from "./overlay/read-overlays.js";
import { credentialsFor } from "./read.js";
import type { SpecInput } from "./read-input.js";
import { retrieveReferences, type ReferenceOptions } from "./retrieve-references.js";
import { reportScan } from "../openapi/report-scan.js";
import { selectOperations } from "../openapi/selection/select-operations.js";
import { openApiRoot, openApiVersion } from "../openapi/version.js";

/** What loading depends on besides the input: warnings go to its `log`, errors are thrown. */
export interface LoadOptions extends OverlayOptions, ReferenceOptions {
  /** The selected operations. Default: all. */
  readonly selection?: Selection | undefined;
}

/**
 * Loads an OpenAPI document: reads the file, parses it, applies the overlays, determines its version, and
 * retrieves the files that it refers to. A file that cannot be retrieved is among the `failures` of the
 * document, because it may not be needed.
 *
 * @param input The entry file, or an overlay that extends it.
 * @param options The environment, the overlays, what may be retrieved, and where warnings go.
 * @returns The document.
 * @throws {InputError} If the file cannot be read or parsed, is not an OpenAPI description of a supported
 *   version, or refers to too many files; or if an overlay cannot be applied.
 */
export async function loadDocument(input: SpecInput, options: LoadOptions): Promise<Document> {
  // Files of the same origin are fetched with the headers of the document.
  const own = { ...options, credentials: credentialsFor(input, options) };
  const read = await readOverlaid(input, own);
  const overlays = read.overlays.map(({ source }) => source);
  try {
    // Checked first: if it is not a description, errors of the overlays do not matter.
    openApiRoot(read.entry);
    const entry = applyOverlays(read.entry, read.overlays, options.log);
    const root = openApiRoot(entry);
    const version = openApiVersion(entry, options.log);
    const { scan, ...files } = await retrieveReferences(entry, own);
    const { uri } = entry;
    const whole = documentOf({ version, uri, root, overlays, ...files }, scan);
    const selected = selectOperations(whole, scan, options.selection ?? {}, options.log);
    reportScan(selected.scan, selected.document, options.log);
    return selected.document;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw withSources(error, [...overlays, read.entry]);
  }
}

/** Adds files that warnings before the error may point into. */
function withSources(
  { diagnostics, sources }: InputError,
  read: readonly SourceText[],
): InputError {
  const all = new Map(read.map((source) => [source.uri, source]));
  for (const [uri, source] of sources) all.set(uri, source);
  return new InputError(diagnostics, all);
}
