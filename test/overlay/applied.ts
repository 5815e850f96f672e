import type { SourceDocument } from "../../generator/core/source-text.js";
import type { Json } from "../../generator/core/json.js";
import { DiagnosticLog, type LocatedDiagnostic } from "../../generator/core/diagnostic.js";
import { InputError } from "../../generator/core/failure.js";
import { locate } from "../../generator/text/locate.js";
import { applyOverlays } from "../../generator/load/overlay/apply-overlays.js";
import { parseOverlay } from "../../generator/load/overlay/parse-overlay.js";
import { parseSource } from "../../generator/text/parse.js";

/** What overlays make of a document. */
export interface Outcome {
  /** The document after the overlays; undefined when there was an error. */
  readonly document: SourceDocument | undefined;
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** A file of YAML, or of JSON. */
export function fileOf(name: string, text: string): SourceDocument {
  const format = name.endsWith(".json") ? "json" : "yaml";
  return parseSource({ uri: `file:///${name}`, name, text, format }, new DiagnosticLog());
}

/** The text of an overlay; the first action begins in line 4. */
export function overlayOf(actions: string, version = "1.1.0"): string {
  return `overlay: ${version}\ninfo: { title: Test, version: 1.0.0 }\nactions:\n${actions}`;
}

/** Applies overlays to a document; all are texts of YAML. */
export function apply(text: string, ...overlays: readonly string[]): Outcome {
  const entry = fileOf("openapi.yaml", text);
  const files = overlays.map((overlay, index) => fileOf(`overlay${index || ""}.yaml`, overlay));
  const sources = new Map([entry, ...files].map((file) => [file.uri, file]));
  const log = new DiagnosticLog();
  try {
    const document = applyOverlays(entry, files.map(parseOverlay), log);
    return { document, diagnostics: log.all.map((found) => locate(found, sources)) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const all = [...log.all, ...error.diagnostics];
    return { document: undefined, diagnostics: all.map((found) => locate(found, sources)) };
  }
}

/** The value of a document after overlays that say nothing. */
export function valueAfter(text: string, ...overlays: readonly string[]): Json {
  const { document, diagnostics } = apply(text, ...overlays);
  if (document === undefined || diagnostics.length > 0) {
    throw new Error(diagnostics.map(shown).join("\n"));
  }
  return document.value;
}

/** A diagnostic as `file:line:column: severity: message (code)`. */
export function shown(found: LocatedDiagnostic): string {
  const { file = "", position, severity, message, code } = found;
  const where = `${file}:${position?.line ?? "?"}:${position?.column ?? "?"}`;
  return `${where}: ${severity}: ${message} (${code})`;
}
