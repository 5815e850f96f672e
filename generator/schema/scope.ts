import type { Place } from "../diagnostics/diagnostic.js";
import type { Resource } from "./resources.js";
import type { SchemaId } from "./schema.js";

/**
 * What the dynamic anchors stand for on the way to a schema: each for the first place that was
 * met. A schema that is reached in two scopes is two schemas; where a document has no dynamic
 * anchors, there is one scope, which is empty.
 *
 * https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2
 */
export type DynamicScope = ReadonlyMap<string, Place>;

export const emptyScope: DynamicScope = new Map();

/** The scope after a resource has been entered. */
export function enter(scope: DynamicScope, resource: Resource | undefined): DynamicScope {
  if (resource === undefined) return scope;
  const added = [...resource.dynamicAnchors].filter(([name]) => !scope.has(name));
  return added.length === 0 ? scope : new Map([...scope, ...added]);
}

/** The id of the schema at a place, in a scope. */
export function schemaIdAt({ uri, pointer }: Place, scope: DynamicScope): SchemaId {
  const anchors = [...scope]
    .map(([name, place]) => `${name}=${place.uri}#${place.pointer}`)
    .sort()
    .map((anchor) => `@${anchor}`);
  return `${uri}#${pointer}${anchors.join("")}`;
}
