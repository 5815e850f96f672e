import type { Contradiction } from "../../checks/contradictions/contradiction.js";
import type { RelatedPlace } from "../../core/diagnostic.js";
import { isSamePlace, keyOfPlace, type Place } from "../../core/place.js";
import { joinPointer, parsePointer } from "../../core/pointer.js";
import type { Schema } from "../../schema/schema.js";

/**
 * What a warning says of a contradiction: a clause, in which what stands outside of a schema has its
 * place, the place of a side inside of the schema, and those of the others.
 */
export function describeContradiction(
  { sides, say }: Contradiction,
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
  return { clause: say(texts), place: near?.at ?? schema.place, related: [...related.values()] };
}

/** The schema that a keyword stands in. */
function nameOf({ pointer, part }: Place): string {
  return `#${part === "key" ? joinPointer("", ...parsePointer(pointer).slice(0, -1)) : pointer}`;
}

/** Whether a place is inside of another one. */
export function isWithin(place: Place | undefined, around: Place): boolean {
  return (
    place?.uri === around.uri &&
    (place.pointer === around.pointer || place.pointer.startsWith(`${around.pointer}/`))
  );
}
