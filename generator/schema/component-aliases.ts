import type { SchemaId } from "../core/schema-id.js";
import { keyOfPlace } from "../core/place.js";
import { componentSchemas } from "../openapi/components.js";
import type { Document } from "../openapi/document.js";
import type { Schema } from "./schema.js";

/** Components that only refer to another schema, and name it. */
export interface ComponentAliases {
  /** The component that names a schema, by the id of the schema. */
  readonly byTarget: ReadonlyMap<SchemaId, Schema>;
  /**
   * Components, and the references between them and the schema: from their ids to that of the
   * schema.
   */
  readonly targetIds: ReadonlyMap<Schema, SchemaId>;
}

/**
 * Finds the components that are only a reference to a schema that is not a component: such a
 * component names that schema. The reference may be indirect.
 *
 * @param schemas - The schemas to look at, components included.
 * @returns The first component to refer to a schema names it.
 */
export function findComponentAliases(
  document: Document,
  schemas: readonly Schema[],
  get: (id: SchemaId) => Schema,
): ComponentAliases {
  const order = componentOrder(document);
  const rankOf = ({ place }: Schema): number | undefined => order.get(keyOfPlace(place));
  const components = schemas
    .flatMap((schema) => {
      const rank = rankOf(schema);
      return rank === undefined ? [] : [{ schema, rank }];
    })
    .sort((left, right) => left.rank - right.rank);
  const byTarget = new Map<SchemaId, Schema>();
  const targetIds = new Map<Schema, SchemaId>();
  for (const { schema: component } of components) {
    // Most components are more than a reference.
    if (onlyReference(component) === undefined) continue;
    const way = new Set([component]);
    let last = component;
    for (let next = onlyReference(last); next !== undefined; next = onlyReference(last)) {
      last = get(next);
      if (way.has(last) || rankOf(last) !== undefined) break;
      way.add(last);
    }
    const isTarget = last !== component && onlyReference(last) === undefined;
    if (!isTarget || rankOf(last) !== undefined || byTarget.has(last.id)) continue;
    byTarget.set(last.id, component);
    for (const schema of way) if (schema !== last) targetIds.set(schema, last.id);
  }
  return { byTarget, targetIds };
}

/** The position of each component schema in the document, by its place. */
export function componentOrder(document: Document): ReadonlyMap<string, number> {
  const places = [...componentSchemas(document).values()];
  return new Map(places.map((place, index) => [keyOfPlace(place), index]));
}

/** The schema that a schema refers to, if the reference is its only keyword; otherwise undefined. */
function onlyReference(schema: Schema): SchemaId | undefined {
  if (schema.kind === "boolean" || schema.keywords.$ref === undefined) return undefined;
  return Object.keys(schema.keywords).length === 1 ? schema.keywords.$ref : undefined;
}
