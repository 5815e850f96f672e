import type { Direction } from "../core/direction.js";
import type { Place } from "../core/place.js";
import type { Schemas } from "../schema/schemas.js";
import { idInDirection } from "../schema/scope.js";
import type { Model, Models } from "./model.js";
import { onlyReference } from "./only-reference.js";

/**
 * Returns the model of the schema at a place, or of the schema that it only refers to.
 *
 * @param direction - The direction in which the value is sent; undefined for the model of both
 * directions.
 * @returns undefined, if there is none: the config may leave models out.
 */
export function modelAt(
  place: Place,
  direction: Direction | undefined,
  schemas: Schemas,
  { byId }: Models,
): Model | undefined {
  const schema = schemas.at(place);
  const referred = onlyReference(schema);
  for (const id of [schema.id, ...(referred === undefined ? [] : [referred])]) {
    const model = (direction && byId.get(idInDirection(id, direction))) ?? byId.get(id);
    if (model !== undefined) return model;
  }
  return undefined;
}
