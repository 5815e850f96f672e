import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../core/json.js";
import { below, type Place } from "../core/place.js";
import { childOf, parsePointer } from "../core/pointer.js";
import { fieldOf, isFieldOf, mayBeReference, type Held, type ObjectKind } from "./objects.js";

/** A value of a document, with what it is and where it stands. */
export interface Node extends Held {
  readonly place: Place;
  readonly value: Json;
}

/** The node of one object. */
export function nodeAt(kind: ObjectKind, value: Json, place: Place): Node {
  return { kind, form: "one", value, place };
}

/** Whether a value is an OpenAPI Object: it says what version it follows. */
export function isOpenApi(value: Json): value is JsonObject {
  return isJsonObject(value) && Object.hasOwn(value, "openapi");
}

/** The node of a whole file: an OpenAPI Object, or else a schema. */
export function rootNode(value: Json, uri: string): Node {
  return nodeAt(isOpenApi(value) ? "OpenAPI" : "Schema", value, { uri, pointer: "" });
}

/**
 * The reference that stands in place of a node: the string `$ref` of a Reference Object, a Path Item
 * Object or a Schema Object, or of what should be a list or a map and is only referred to.
 *
 * @see {@link https://spec.openapis.org/oas/v3.1.1.html#reference-object | OpenAPI 3.1, Reference Object}
 */
export function referenceOf({ value }: Pick<Node, "value">): string | undefined {
  if (!isJsonObject(value) || !Object.hasOwn(value, "$ref")) return undefined;
  return typeof value.$ref === "string" ? value.$ref : undefined;
}

/** Whether a Reference Object stands in place of an object: what is beside its `$ref` is no field. */
function isReferenceObject(node: Node): boolean {
  return referenceOf(node) !== undefined && mayBeReference(node) && !isFieldOf(node.kind, "$ref");
}

/**
 * Whether a reference stands in place of what cannot be one, such as a map. What it leads to is meant,
 * together with what is beside it.
 */
export function isMisplacedReference(node: Node): boolean {
  return referenceOf(node) !== undefined && !mayBeReference(node);
}

/** The nodes directly inside a node, in the order of the text. Data holds none. */
function nodesIn(node: Node): readonly Node[] {
  const nodes: Node[] = [];
  if (isReferenceObject(node)) return nodes;
  forEachMember(node, (name, held, value) => {
    if (isInhabited(value)) nodes.push(entryAt(node, name, held, value));
  });
  return nodes;
}

/** What an object, a list or a map holds, by name or index: also what is no object. */
export function entriesIn(node: Node): ReadonlyMap<string, Node> {
  const entries = new Map<string, Node>();
  forEachMember(node, (name, held, value) => {
    entries.set(String(name), entryAt(node, name, held, value));
  });
  return entries;
}

/** Calls a function with what an object, a list or a map holds, but for data, in the order of the text. */
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

/** The node that a member name or an index leads to; undefined, where there is none but data. */
export function nodeIn(node: Node, name: string): Node | undefined {
  const held = heldIn(node, name);
  const value = held === undefined ? undefined : childOf(node.value, name);
  if (held === undefined || value === undefined || !isInhabited(value)) return undefined;
  return entryAt(node, name, held, value);
}

/** A scalar holds nothing, but `true` and `false` are schemas. */
function isInhabited(value: Json): boolean {
  return (typeof value === "object" && value !== null) || typeof value === "boolean";
}

function entryAt({ place }: Node, name: string | number, held: Held, value: Json): Node {
  // Older JSON Schemas have a list in `items`, and names in `dependencies`.
  const form = held.form === "one" && isJsonArray(value) ? "list" : held.form;
  return { kind: held.kind, form, place: below(place, name), value };
}

/**
 * Visits a node and all inside it, outer ones first, in the order of the text. References are not
 * followed.
 *
 * @param visit Is called with each node that is there; what is in it is left out where it returns false.
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
 * The nodes on the way from a node to something in it, outer ones first; they end where data begins.
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

/** What a member of a node is. */
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
