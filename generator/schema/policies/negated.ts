import type { SchemaId } from "../../core/schema-id.js";
import { keyOfPlace } from "../../core/place.js";
import type { ObjectSchema, Schema } from "../schema.js";
import { allSchemas, type PlaceKey } from "./all-schemas.js";

/**
 * The schemas that make a value invalid if they match, with all that they reach. If these accepted
 * more, the schemas that contain them would accept less.
 */
export function negatedPlaces(
  schemas: readonly ObjectSchema[],
  get: (id: SchemaId) => Schema,
): ReadonlySet<PlaceKey> {
  const roots = schemas.flatMap(({ keywords }) => [
    ...(keywords.not === undefined ? [] : [keywords.not]),
    ...(keywords.if === undefined ? [] : [keywords.if]),
    ...(keywords.contains === undefined || keywords.maxContains === undefined
      ? []
      : [keywords.contains]),
  ]);
  return new Set(allSchemas(roots, get).map(({ place }) => keyOfPlace(place)));
}
