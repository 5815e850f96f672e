import { keyOfPlace, type Place } from "../core/place.js";
import { referencesOf } from "../schema/children.js";
import type { Schema } from "../schema/schema.js";
import type { Schemas } from "../schema/schemas.js";

/**
 * Counts the references to each place of a document.
 *
 * @param all The schemas of the document.
 * @returns How many references lead to a place.
 */
export function countUses(
  all: readonly Schema[],
  { get }: Pick<Schemas, "get">,
): (place: Place) => number {
  const users = new Map<string, Set<string>>();
  for (const schema of all) {
    if (schema.kind === "boolean") continue;
    for (const id of referencesOf(schema)) {
      const key = keyOfPlace(get(id).place);
      // A schema that is read in several scopes counts once.
      users.set(key, (users.get(key) ?? new Set()).add(keyOfPlace(schema.place)));
    }
  }
  return (place) => users.get(keyOfPlace(place))?.size ?? 0;
}
