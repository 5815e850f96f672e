import type { SchemaId } from "../core/schema-id.js";
import { keyOfPlace } from "../core/place.js";
import { componentSchemas } from "../openapi/components.js";
import type { Document } from "../openapi/document.js";
import type { Schema } from "./schema.js";

/**
 * Finds the components that are only a reference to a schema in another file: such a component is
 * that very schema, and gives it its name.
 *
 * @param schemas - Those that count, components among them.
 * @returns The components by the ids of the schemas that they name. The first to refer to a schema
 *   names it.
 */
export function findNameGivers(
  document: Document,
  schemas: readonly Schema[],
  get: (id: SchemaId) => Schema,
): ReadonlyMap<SchemaId, Schema> {
  const order = componentOrder(document);
  const components = schemas
    .filter(({ place }) => order.has(keyOfPlace(place)))
    .sort(
      (left, right) =>
        (order.get(keyOfPlace(left.place)) ?? 0) - (order.get(keyOfPlace(right.place)) ?? 0),
    );
  const givers = new Map<SchemaId, Schema>();
  for (const component of components) {
    const target = onlyReference(component);
    if (target === undefined || givers.has(target)) continue;
    if (get(target).place.uri !== document.uri) givers.set(target, component);
  }
  return givers;
}

/** The position of each component schema in the document, by its place. */
export function componentOrder(document: Document): ReadonlyMap<string, number> {
  const places = [...componentSchemas(document).values()];
  return new Map(places.map((place, index) => [keyOfPlace(place), index]));
}

/** The schema that another one refers to, if it says nothing else. */
export function onlyReference(schema: Schema): SchemaId | undefined {
  if (schema.kind === "boolean") return undefined;
  const { $ref, ...others } = schema.keywords;
  return Object.keys(others).length === 0 ? $ref : undefined;
}
