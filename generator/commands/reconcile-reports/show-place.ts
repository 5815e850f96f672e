import { locate } from "../../text/locate.js";
import type { Document } from "../../openapi/document.js";
import { textsOf } from "../../openapi/texts.js";
import type { ShowPlace } from "./report.js";

/**
 * Finds where something of a document stands: in a file, or in the overlay that put it there.
 *
 * @param document The document.
 */
export function showPlaceIn(document: Document): ShowPlace {
  const texts = textsOf(document);
  return (place) => {
    const found = locate({ severity: "warning", code: "", message: "", place }, texts);
    const { uri, pointer } = found.place ?? place;
    return {
      file: found.file ?? uri,
      isLocal: uri.startsWith("file:"),
      ...found.position,
      pointer,
    };
  };
}
