import { DiagnosticLog } from "../core/diagnostic.js";
import { openDocument, type Document } from "../openapi/document.js";
import { isJsonObject } from "../core/json.js";
import { applyOverlays } from "../load/overlay/apply-overlays.js";
import { parseOverlay } from "../load/overlay/parse-overlay.js";
import { parseSource } from "../text/parse.js";

/**
 * Applies an overlay to a loaded document, with the same result as loading it with the overlay.
 *
 * @param document The document.
 * @param text The overlay, as YAML text.
 * @returns The changed document; the given one does not change.
 * @throws {Error} If an action changes nothing, which is a fault of Guardsmith.
 * @throws {InputError} If an action cannot be applied.
 */
export function applyOverlayText(document: Document, text: string): Document {
  const entry = document.sources.get(document.uri);
  if (entry === undefined) throw new Error(`${document.uri} is not among its sources`);
  const log = new DiagnosticLog();
  const file = { uri: "memory:overlay", name: "<overlay>", text, format: "yaml" } as const;
  const overlay = parseOverlay(parseSource(file, log));
  const applied = applyOverlays(entry, [overlay], log);
  const [problem] = log.all;
  if (problem !== undefined) {
    const action = overlay.actions.find(({ pointer }) =>
      problem.place?.pointer.startsWith(`${pointer}/`),
    );
    throw new Error(`${action?.target.text}: ${problem.message}`);
  }
  if (!isJsonObject(applied.value)) throw new Error("An overlay has replaced the whole document");
  const sources = new Map(document.sources).set(document.uri, applied);
  return openDocument({ ...document, root: applied.value, sources });
}
