import type { Contradiction } from "../../checks/contradictions/contradiction.js";
import type { RelatedPlace } from "../../core/diagnostic.js";
import { isSamePlace, keyOfPlace, type Place } from "../../core/place.js";
import { joinPointer, parsePointer } from "../../core/pointer.js";
import type { Schema } from "../../schema/schema.js";

/**
 * Describes a contradiction for a warning: a clause that tells the places outside the schema, the
 * place of one side inside the schema, and the places of the others.
 */
export function describeContradiction(
  { sides, describe }: Contradiction,
  schema: Schema,
): { readonly clause: string; readonly place: Place; readonly related: readonly RelatedPlace[] } {
  const near = sides.find(({ at }) => isWithin(at, schema.place));
  const texts = sides.map(({ text, at }) =>
    at === undefined || isWithin(at, schema.place) ? text : `${text} in ${nameOf(at)}`,
  );
  const related = new Map(
    sides.flatMap(({ text, at }) =>
      at === undefined || (near?.at && isSamePlace(at, near.at))
        ? []
        : [[keyOfPlace(at), { message: text, place: at }] as const],
    ),
  );
  return {
    clause: describe(texts),
    place: near?.at ?? schema.place,
    related: [...related.values()],
  };
}

/** The name of the schema that has a keyword. */
function nameOf({ pointer, part }: Place): string {
  return `#${part === "key" ? joinPointer("", ...parsePointer(pointer).slice(0, -1)) : pointer}`;
}

/** Whether a place is inside another one. */
export function isWithin(place: Place | undefined, around: Place): boolean {
  return (
    place?.uri === around.uri &&
    (place.pointer === around.pointer || place.pointer.startsWith(`${around.pointer}/`))
  );
}
