import type { SchemaId } from "../core/schema-id.js";
import { keyOfPlace } from "../core/place.js";
import { componentSchemas } from "../openapi/components.js";
import type { Document } from "../openapi/document.js";
import type { Schema } from "./schema.js";

/** The components that are the schemas to which they refer, and name them. */
export interface NameGivers {
  /** The component that names a schema, by the id of that. */
  readonly givers: ReadonlyMap<SchemaId, Schema>;
  /** Components, and schemas on the way from them, that stand for another schema: its id by theirs. */
  readonly standIns: ReadonlyMap<Schema, SchemaId>;
}

/**
 * Finds the components that are only a reference to a schema which is no component: such a component
 * is that very schema, and gives it its name. There may be other references on the way.
 *
 * @param schemas - Those that count, components among them.
 * @returns The first component to refer to a schema names it.
 */
export function findNameGivers(
  document: Document,
  schemas: readonly Schema[],
  get: (id: SchemaId) => Schema,
): NameGivers {
  const order = componentOrder(document);
  const rankOf = ({ place }: Schema): number | undefined => order.get(keyOfPlace(place));
  const components = schemas
    .flatMap((schema) => {
      const rank = rankOf(schema);
      return rank === undefined ? [] : [{ schema, rank }];
    })
    .sort((left, right) => left.rank - right.rank);
  const givers = new Map<SchemaId, Schema>();
  const standIns = new Map<Schema, SchemaId>();
  for (const { schema: component } of components) {
    // Most say something themselves.
    if (onlyReference(component) === undefined) continue;
    const way = new Set([component]);
    let last = component;
    for (let next = onlyReference(last); next !== undefined; next = onlyReference(last)) {
      last = get(next);
      if (way.has(last) || rankOf(last) !== undefined) break;
      way.add(last);
    }
    const isTarget = last !== component && onlyReference(last) === undefined;
    if (!isTarget || rankOf(last) !== undefined || givers.has(last.id)) continue;
    givers.set(last.id, component);
    for (const schema of way) if (schema !== last) standIns.set(schema, last.id);
  }
  return { givers, standIns };
}

/** The position of each component schema in the document, by its place. */
export function componentOrder(document: Document): ReadonlyMap<string, number> {
  const places = [...componentSchemas(document).values()];
  return new Map(places.map((place, index) => [keyOfPlace(place), index]));
}

/** The schema that another one refers to, if it says nothing else. */
function onlyReference(schema: Schema): SchemaId | undefined {
  if (schema.kind === "boolean" || schema.keywords.$ref === undefined) return undefined;
  return Object.keys(schema.keywords).length === 1 ? schema.keywords.$ref : undefined;
}
