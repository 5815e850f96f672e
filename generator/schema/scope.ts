import type { SchemaId } from "../core/schema-id.js";
import type { Place } from "../core/place.js";
import type { Direction } from "../core/direction.js";
import type { Resource } from "../openapi/resource.js";

/**
 * The circumstances in which a schema is reached that change its meaning. Most documents have one
 * scope, which is empty.
 */
export interface Scope {
  /**
   * The targets of dynamic anchors: for each, the first place that was met.
   *
   * https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2
   */
  readonly anchors: ReadonlyMap<string, Place>;
  /** The direction, if only the properties sent in it are wanted. */
  readonly direction?: Direction;
  /** With a direction: the properties of the same object that other schemas declare as unsent. */
  readonly unsent?: readonly string[];
}

export const emptyScope: Scope = { anchors: new Map() };

/** The scope after a resource has been entered. */
export function enter(scope: Scope, resource: Resource | undefined): Scope {
  if (resource === undefined || resource.dynamicAnchors.size === 0) return scope;
  const added = [...resource.dynamicAnchors].filter(([name]) => !scope.anchors.has(name));
  return added.length === 0 ? scope : { ...scope, anchors: new Map([...scope.anchors, ...added]) };
}

/** A scope in which all properties are wanted. */
export function undirected({ anchors }: Scope): Scope {
  return { anchors };
}

/** Precedes a direction in an id: no URI, JSON pointer or anchor contains it. */
const mark = "~>";

/**
 * Precedes, in an id, a keyword that the schema is read without; no other part of an id contains
 * it.
 */
const baseMark = "~-";

/** The id of a schema that is read as a base, from its id as written. */
export function idInBases(id: SchemaId, listings: Iterable<string>): SchemaId {
  return [id, ...[...listings].sort()].join(baseMark);
}

/** The id of a schema as written, from its id as a base. */
export function writtenId(id: SchemaId): SchemaId {
  const [written = id] = id.split(baseMark);
  return written;
}

/** Whether a schema is read as a base, without what it lists. */
export function isBaseReading({ id }: { readonly id: SchemaId }): boolean {
  return id.includes(baseMark);
}

/** The id of the schema at a place, in a scope. */
export function schemaIdAt(
  { uri, pointer }: Place,
  { anchors, direction, unsent = [] }: Scope,
): SchemaId {
  const id = `${uri}#${pointer}${anchors.size === 0 ? "" : marksOf(anchors)}`;
  if (direction === undefined) return id;
  const names = unsent.length === 0 ? "" : JSON.stringify(unsent).replaceAll("~", "\\u007e");
  return idInDirection(id, direction) + names;
}

/** The targets of dynamic anchors, as a part of an id. */
function marksOf(anchors: Scope["anchors"]): string {
  return [...anchors]
    .map(([name, place]) => `@${name.replaceAll("~", "~0")}=${place.uri}#${place.pointer}`)
    .sort()
    .join("");
}

/** The id of a schema in a direction, from the id of the whole schema. */
export function idInDirection(id: SchemaId, direction: Direction): SchemaId {
  const written = writtenId(id);
  return `${written}${mark}${direction}${id.slice(written.length)}`;
}

/** The direction of the scope in which a schema was reached, from its id. */
export function directionOf(id: SchemaId): Direction | undefined {
  const at = id.indexOf(mark);
  if (at < 0) return undefined;
  return id.startsWith("request", at + mark.length) ? "request" : "response";
}

/** The id of the whole schema, from its id in a direction. */
export function wholeId(id: SchemaId): SchemaId {
  return id.includes(mark) ? id.replace(directed, "") : id;
}

/** The properties that containing schemas declare as unsent, from the id of a schema. */
export function unsentOf(id: SchemaId): readonly string[] {
  const [, unsent] = directed.exec(id) ?? [];
  // `schemaIdAt` has written this JSON.
  return unsent === undefined ? [] : (JSON.parse(unsent) as string[]);
}

/** A direction in an id, followed by the properties as JSON. */
const directed = /~>(?:request|response)(\["(?:[^"\\]|\\.)*"(?:,"(?:[^"\\]|\\.)*")*\])?/;
