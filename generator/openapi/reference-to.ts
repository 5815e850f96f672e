import type { Place } from "../core/place.js";
import { relativeUri } from "../core/uri.js";
import type { Document } from "./document.js";

/** Returns a place in the form of the settings: as a reference relative to the document. */
export function referenceTo({ uri, pointer }: Place, document: Document): string {
  return `${relativeUri(document.uri, uri)}#${pointer}`;
}
