import type { SourceDocument } from "../../core/source-text.js";
import type { DiagnosticLog } from "../../core/diagnostic.js";
import { InputError } from "../../core/failure.js";
import { applyOverlay, type Applied } from "./apply.js";
import { startQueries } from "./json-path.js";
import type { Overlay } from "./overlay.js";
import { traced } from "./traced.js";

/**
 * Applies overlays to a document, one after another.
 *
 * @param entry The document.
 * @param overlays The overlays, in their order.
 * @param log Receives the warnings.
 * @returns The changed document, with the origins of its values; without overlays, the given document.
 * @throws {InputError} With all errors of the actions of one overlay. Later overlays are not applied.
 */
export function applyOverlays(
  entry: SourceDocument,
  overlays: readonly Overlay[],
  log: DiagnosticLog,
): SourceDocument {
  if (overlays.length === 0) return entry;
  startQueries();
  let applied: Applied = { document: traced(entry.value, entry), placed: 0, diagnostics: [] };
  for (const overlay of overlays) {
    applied = applyOverlay({ ...applied, diagnostics: [] }, overlay, entry.name);
    const errors = applied.diagnostics.filter(({ severity }) => severity === "error");
    for (const found of applied.diagnostics) if (found.severity === "warning") log.add(found);
    if (errors.length > 0) throw new InputError(errors);
  }
  return { ...entry, ...applied.document };
}
