import { ownMember } from "../core/json.js";
import { childOf } from "../core/pointer.js";
import { below, placesAround, type Place } from "../core/place.js";
import { valueAt, type Document } from "./document.js";
import { memberOf, membersOf, type Found } from "./navigate.js";

/** An object of a document, and where it is used. */
export interface Entry extends Found {
  /** Where it is written, or the reference to it: it is added or removed there. */
  readonly entry: Place;
}

/** Returns the objects in a field with a list or a map of objects, or in an object that is like a map. */
export function entriesOf(
  document: Document,
  around: Found,
  name: string,
): readonly (readonly [string, Entry])[] {
  const field = ownMember(around.value, name);
  // Entries of a map that is itself a reference are only at their target.
  return membersOf(document, around, name).map(([key, found]) => [
    key,
    {
      ...found,
      entry:
        field === undefined || childOf(field, key) === undefined
          ? found.place
          : below(around.place, name, key),
    },
  ]);
}

/** Returns the object in a field. */
export function entryOf(document: Document, around: Found, name: string): Entry | undefined {
  const found = memberOf(document, around, name);
  return found && { ...found, entry: below(around.place, name) };
}

/** Returns a place, or the innermost one around it that the document has. */
export function nearest(document: Document, place: Place): Place {
  const around = placesAround(place).find((each) => valueAt(each, document) !== undefined);
  return around ?? { uri: document.uri, pointer: "" };
}
