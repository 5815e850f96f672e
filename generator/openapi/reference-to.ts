import type { Place } from "../core/place.js";
import { relativeUri } from "../core/uri.js";
import type { Document } from "./document.js";

/** Writes a place as the settings do: as a reference that is relative to the document. */
export function referenceTo({ uri, pointer }: Place, document: Document): string {
  return `${relativeUri(document.uri, uri)}#${pointer}`;
}
