import { isJsonObject, type JsonObject } from "../core/json.js";
import { keyOfPlace, type Place } from "../core/place.js";
import { parsePointer } from "../core/pointer.js";
import { valueAt, type Document } from "./document.js";
import { nodeIn, nodesIn, referenceOf, rootNode, type Node } from "./walk.js";

/** An object of the document, with its place after references were followed. */
export interface Found extends Node {
  readonly value: JsonObject;
  /** What the reference that led here says of its name, if there was one. */
  readonly referredName?: string;
}

/** The OpenAPI Object of a document. */
export function rootOf({ uri, root }: Document): Found {
  return { ...rootNode(root, uri), value: root };
}

/**
 * The objects in a field that holds a list or a map of some, or in an object that is itself like a
 * map, such as the Responses Object: by index or by name, with references followed.
 */
export function membersOf(
  document: Document,
  around: Found,
  name?: string,
): readonly (readonly [string, Found])[] {
  const inside = name === undefined ? around : nodeIn(around, name);
  const field = inside && follow(document, inside);
  return (field === undefined ? [] : nodesIn(field.node)).flatMap((node) => {
    const found = objectAt(document, node);
    const key = parsePointer(node.place.pointer).at(-1);
    return found === undefined || key === undefined ? [] : [[key, found]];
  });
}

/** The object in a field, with references followed. */
export function memberOf(document: Document, around: Found, name: string): Found | undefined {
  const node = nodeIn(around, name);
  return node && objectAt(document, node);
}

function objectAt(document: Document, start: Node): Found | undefined {
  const followed = follow(document, start);
  if (followed === undefined) return undefined;
  const { node, referredName } = followed;
  const { value } = node;
  if (!isJsonObject(value)) return undefined;
  return { ...node, value, ...(referredName !== undefined && { referredName }) };
}

interface Followed {
  readonly node: Node;
  readonly referredName?: string;
}

/** A node, or the one that references lead to from there; undefined, where they lead nowhere. */
function follow(document: Document, start: Node): Followed | undefined {
  const seen = new Set<string>();
  let followed: Followed = { node: start };
  for (;;) {
    const { node } = followed;
    const reference = referenceOf(node);
    if (reference === undefined) return followed;
    const resolved = document.resolve(reference, node.place);
    if (resolved.kind === "missing" || seen.has(keyOfPlace(resolved.place))) return undefined;
    const { place } = resolved;
    seen.add(keyOfPlace(place));
    const value = valueAt(place, document);
    if (value === undefined) return undefined;
    followed = { node: { ...node, place, value }, referredName: nameOfPlace(place) };
  }
}

/** What a place that is referred to is called: by its pointer, or by its file. */
export function nameOfPlace({ uri, pointer }: Place): string {
  const last = parsePointer(pointer).at(-1);
  if (last !== undefined) return last;
  const [file = ""] = uri.split("/").slice(-1);
  return decodeURIComponent(file).replace(/\.(ya?ml|json)$/i, "");
}
