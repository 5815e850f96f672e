import type { SourceText } from "../core/source-text.js";
import type { Document } from "./document.js";

/**
 * Returns the text of every file that was read, for the places of diagnostics.
 *
 * @param document A document.
 * @returns The files by URI: its overlays, its sources, and files that could not be parsed.
 */
export function textsOf({
  overlays,
  sources,
  failures,
}: Document): ReadonlyMap<string, SourceText> {
  const texts = new Map<string, SourceText>(overlays.map((overlay) => [overlay.uri, overlay]));
  for (const [uri, source] of sources) texts.set(uri, source);
  for (const { source } of failures.values()) {
    if (source !== undefined) texts.set(source.uri, source);
  }
  return texts;
}
