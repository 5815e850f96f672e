import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../core/json.js";
import { below, type Place } from "../core/place.js";
import { childOf, parsePointer } from "../core/pointer.js";
import { fieldOf, isFieldOf, mayBeReference, type Held, type ObjectKind } from "./objects.js";

/** A value of a document, with its kind and its place. */
export interface Node extends Held {
  readonly place: Place;
  readonly value: Json;
}

/** Returns the node of one object. */
export function nodeAt(kind: ObjectKind, value: Json, place: Place): Node {
  return { kind, form: "one", value, place };
}

/** Returns whether a value is an OpenAPI Object: it has a version. */
export function isOpenApi(value: Json): value is JsonObject {
  return isJsonObject(value) && Object.hasOwn(value, "openapi");
}

/** Returns the node of a whole file: an OpenAPI Object, or otherwise a schema. */
export function rootNode(value: Json, uri: string): Node {
  return nodeAt(isOpenApi(value) ? "OpenAPI" : "Schema", value, { uri, pointer: "" });
}

/**
 * Returns the reference that a node is: the string `$ref` of a Reference Object, a Path Item Object or a
 * Schema Object, or of an object at the place of a list or a map.
 *
 * @see {@link https://spec.openapis.org/oas/v3.1.1.html#reference-object | OpenAPI 3.1, Reference Object}
 */
export function referenceOf({ value }: Pick<Node, "value">): string | undefined {
  if (!isJsonObject(value) || !Object.hasOwn(value, "$ref")) return undefined;
  return typeof value.$ref === "string" ? value.$ref : undefined;
}

/** Returns whether a node is a Reference Object, whose other members are not fields. */
function isReferenceObject(node: Node): boolean {
  return referenceOf(node) !== undefined && mayBeReference(node) && !isFieldOf(node.kind, "$ref");
}

/**
 * Returns whether a node is a reference at a place that cannot have one, such as a map. It is read as its
 * target together with the members beside it.
 */
export function isMisplacedReference(node: Node): boolean {
  return referenceOf(node) !== undefined && !mayBeReference(node);
}

/** Returns the nodes directly inside a node, in the order of the text. Data has none. */
function nodesIn(node: Node): readonly Node[] {
  const nodes: Node[] = [];
  if (isReferenceObject(node)) return nodes;
  forEachMember(node, (name, held, value) => {
    if (isInhabited(value)) nodes.push(entryAt(node, name, held, value));
  });
  return nodes;
}

/** Returns the entries of an object, a list or a map by name or index, including those that are not objects. */
export function entriesIn(node: Node): ReadonlyMap<string, Node> {
  const entries = new Map<string, Node>();
  forEachMember(node, (name, held, value) => {
    entries.set(String(name), entryAt(node, name, held, value));
  });
  return entries;
}

/** Calls a function with the entries of an object, a list or a map, except data, in the order of the text. */
function forEachMember(
  node: Node,
  call: (name: string | number, held: Held, value: Json) => void,
): void {
  const { value } = node;
  if (isJsonObject(value)) {
    const isReference = isMisplacedReference(node);
    for (const name of Object.keys(value)) {
      const held = isReference && name === "$ref" ? undefined : heldIn(node, name);
      const member = held === undefined ? undefined : value[name];
      if (held !== undefined && member !== undefined) call(name, held, member);
    }
  } else if (isJsonArray(value)) {
    for (const [index, item] of value.entries()) {
      const held = heldIn(node, String(index));
      if (held !== undefined) call(index, held, item);
    }
  }
}

/** Returns the node at a member name or an index, or undefined if there is none, or only data. */
export function nodeIn(node: Node, name: string): Node | undefined {
  const held = heldIn(node, name);
  const value = held === undefined ? undefined : childOf(node.value, name);
  if (held === undefined || value === undefined || !isInhabited(value)) return undefined;
  return entryAt(node, name, held, value);
}

/** Returns whether a value can be a node: an object, an array, or `true` and `false`, which are schemas. */
function isInhabited(value: Json): boolean {
  return (typeof value === "object" && value !== null) || typeof value === "boolean";
}

function entryAt({ place }: Node, name: string | number, held: Held, value: Json): Node {
  // Older JSON Schemas have a list in `items`, and names in `dependencies`.
  const form = held.form === "one" && isJsonArray(value) ? "list" : held.form;
  return { kind: held.kind, form, place: below(place, name), value };
}

/**
 * Visits a node and the nodes inside it, outer ones first, in the order of the text. References are not
 * followed.
 *
 * @param visit Is called with each node. If it returns false, the nodes inside are skipped.
 */
export function walk(start: Node, visit: (node: Node) => boolean): void {
  const pending: Node[] = [start];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!visit(node)) continue;
    const inside = nodesIn(node);
    for (let index = inside.length - 1; index >= 0; index -= 1) {
      const next = inside[index];
      if (next !== undefined) pending.push(next);
    }
  }
}

/**
 * Returns the nodes on the way from a node to a place in it, outer ones first, up to the first data.
 *
 * @param pointer A JSON pointer from the node on.
 */
export function nodesAlong(start: Node, pointer: string): readonly Node[] {
  const nodes: Node[] = [start];
  let node: Node | undefined = start;
  for (const token of parsePointer(pointer)) {
    node = nodeIn(node, token);
    if (node === undefined) break;
    nodes.push(node);
  }
  return nodes;
}

/** Returns the kind of a member of a node. */
function heldIn({ kind, form, value }: Node, name: string): Held | undefined {
  switch (form) {
    case "one": {
      const field = isJsonObject(value) ? fieldOf(kind, name) : undefined;
      return field?.is === "held" ? field : undefined;
    }
    case "list":
      return isJsonArray(value) ? { kind, form: "one" } : undefined;
    case "map":
      return isJsonObject(value) ? { kind, form: "one" } : undefined;
  }
}
