import type { Place } from "../core/place.js";
import type { Document } from "../openapi/document.js";
import { textsOf } from "../openapi/texts.js";
import { locatePlace } from "../text/locate.js";

/** A place with its position, for people. */
export interface ShownPlace {
  /** The file as the user knows it. */
  readonly file: string;
  /** Whether it is a local file, on whose lines annotations can be shown. */
  readonly isLocal: boolean;
  /** From 1; undefined if it is not known. */
  readonly line?: number;
  readonly column?: number;
  /** A JSON pointer into the file. */
  readonly pointer: string;
}

/** Returns the position of a place, for people. */
export type ShowPlace = (place: Place) => ShownPlace;

/**
 * Returns a function that finds the position of a place: in a file, or in the overlay that put it there.
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
