import type { SchemaId } from "../core/schema-id.js";
import type { Place } from "../core/place.js";
import type { Direction } from "../core/direction.js";
import type { Resource } from "../openapi/resource.js";

/**
 * In what a schema is reached, where that makes it another schema. Most documents have one scope,
 * which is empty.
 */
export interface Scope {
  /**
   * What the dynamic anchors stand for on the way: each for the first place that was met.
   *
   * https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2
   */
  readonly anchors: ReadonlyMap<string, Place>;
  /** The direction, if only the properties of one are wanted. */
  readonly direction?: Direction;
}

export const emptyScope: Scope = { anchors: new Map() };

/** The scope after a resource has been entered. */
export function enter(scope: Scope, resource: Resource | undefined): Scope {
  if (resource === undefined) return scope;
  const added = [...resource.dynamicAnchors].filter(([name]) => !scope.anchors.has(name));
  return added.length === 0 ? scope : { ...scope, anchors: new Map([...scope.anchors, ...added]) };
}

/** The direction of the scope that a schema was reached in, by its id. */
export function directionOf(id: SchemaId): Direction | undefined {
  return (["request", "response"] as const).find((direction) => id.includes(`>${direction}`));
}

/** The id of the schema at a place, in a scope. */
export function schemaIdAt({ uri, pointer }: Place, { anchors, direction }: Scope): SchemaId {
  const marks = [...anchors]
    .map(([name, place]) => `@${name}=${place.uri}#${place.pointer}`)
    .sort();
  return [
    `${uri}#${pointer}`,
    ...marks,
    ...(direction === undefined ? [] : [`>${direction}`]),
  ].join("");
}
