import type { Place } from "../core/place.js";
import type { Document } from "../openapi/document.js";
import { textsOf } from "../openapi/texts.js";
import { locatePlace } from "../text/locate.js";

/** A place as it is shown to people. */
export interface ShownPlace {
  /** The file as the user knows it. */
  readonly file: string;
  /** Whether it is a file on the disk, beside whose lines something can be shown. */
  readonly isLocal: boolean;
  /** From 1; undefined, where it is not known. */
  readonly line?: number;
  readonly column?: number;
  /** A JSON pointer into the file. */
  readonly pointer: string;
}

/** Finds where something stands, for people. */
export type ShowPlace = (place: Place) => ShownPlace;

/**
 * Finds where something of a document stands: in a file, or in the overlay that put it there.
 *
 * @param document The document.
 */
export function showPlaceIn(document: Document): ShowPlace {
  const texts = textsOf(document);
  return (place) => {
    const found = locatePlace(place, texts);
    const { uri, pointer } = found.place;
    return {
      file: found.file ?? uri,
      isLocal: uri.startsWith("file:"),
      ...found.position,
      pointer,
    };
  };
}
