import type { SchemaId } from "../../core/schema-id.js";
import { keyOfPlace } from "../../core/place.js";
import type { ObjectSchema, Schema } from "../schema.js";
import { findTag } from "../tags.js";
import type { PlaceKey } from "./all-schemas.js";

/** The schemas of the properties by which unions are told apart, and of what these refer to. */
export function tagPlaces(
  schemas: readonly ObjectSchema[],
  get: (id: SchemaId) => Schema,
): ReadonlySet<PlaceKey> {
  return new Set(
    schemas.flatMap(({ keywords: { anyOf, oneOf, discriminator } }) =>
      [anyOf, oneOf].flatMap((options = []) => {
        const tag = findTag(options, discriminator, get);
        if (tag === undefined) return [];
        return options.flatMap((option) => propertyPlaces(option, tag.name, get));
      }),
    ),
  );
}

/** Where a property of objects is described. */
function propertyPlaces(
  schema: Schema,
  name: string,
  get: (id: SchemaId) => Schema,
): readonly PlaceKey[] {
  if (schema.kind === "boolean") return [];
  const { $ref, allOf = [], properties } = schema.keywords;
  const property = properties?.get(name);
  return [
    ...(property === undefined ? [] : referredPlaces(property, get)),
    ...[...allOf, ...($ref === undefined ? [] : [get($ref)])].flatMap((part) =>
      propertyPlaces(part, name, get),
    ),
  ];
}

/** A schema, and those that it refers to instead of saying something itself. */
function referredPlaces(schema: Schema, get: (id: SchemaId) => Schema): readonly PlaceKey[] {
  const $ref = schema.kind === "boolean" ? undefined : schema.keywords.$ref;
  const referred = $ref === undefined ? [] : referredPlaces(get($ref), get);
  return [keyOfPlace(schema.place), ...referred];
}
