import { isJsonObject, type JsonObject } from "../core/json.js";
import { keyOfPlace, type Place } from "../core/place.js";
import { parsePointer } from "../core/pointer.js";
import { valueAt, type Document } from "./document.js";
import {
  entriesIn,
  isMisplacedReference,
  nodeIn,
  referenceOf,
  rootNode,
  type Node,
} from "./walk.js";

/** An object of the document, after references were followed. */
export interface Found extends Node {
  readonly value: JsonObject;
  /** The name by the reference that led here, if there was one. */
  readonly referredName?: string;
}

/** Returns the OpenAPI Object of a document. */
export function rootOf({ uri, root }: Document): Found {
  return { ...rootNode(root, uri), value: root };
}

/**
 * Returns the objects in a field with a list or a map of objects, or in an object that is like a map, such as
 * the Responses Object: by index or by name, with references followed.
 */
export function membersOf(
  document: Document,
  around: Found,
  name?: string,
): readonly (readonly [string, Found])[] {
  const inside = name === undefined ? around : nodeIn(around, name);
  const entries = inside === undefined ? [] : entriesAt(document, inside);
  return [...entries].flatMap(([key, node]) => {
    const found = objectAt(document, node);
    return found === undefined ? [] : [[key, found]];
  });
}

/**
 * Returns the entries of an object, a list or a map by name or index. If it is a reference, these are the
 * entries of the target, and those beside the reference.
 */
export function entriesAt(document: Document, start: Node): ReadonlyMap<string, Node> {
  const entries = new Map<string, Node>();
  for (const node of wayFrom(document, start).toReversed()) {
    if (referenceOf(node) !== undefined && !isMisplacedReference(node)) continue;
    for (const [name, entry] of entriesIn(node)) entries.set(name, entry);
  }
  return entries;
}

/** Returns the object in a field, with references followed. */
export function memberOf(document: Document, around: Found, name: string): Found | undefined {
  const node = nodeIn(around, name);
  return node && objectAt(document, node);
}

function objectAt(document: Document, start: Node): Found | undefined {
  const node = endFrom(document, start);
  if (node === undefined || !isJsonObject(node.value)) return undefined;
  return {
    ...node,
    value: node.value,
    ...(node !== start && { referredName: nameOfPlace(node.place) }),
  };
}

/** The final targets of references, by document; undefined for references that cannot be resolved. */
const knownEnds = new WeakMap<Document, Map<string, Node | undefined>>();

/** Returns the node at the end of a chain of references. Known ends are cached. */
function endFrom(document: Document, start: Node): Node | undefined {
  const ends = knownEnds.get(document) ?? new Map<string, Node | undefined>();
  knownEnds.set(document, ends);
  const way: string[] = [];
  let node: Node | undefined = start;
  while (node !== undefined) {
    const reference = referenceOf(node);
    if (reference === undefined) break;
    const key = `${node.kind} ${node.form} ${keyOfPlace(node.place)}`;
    if (ends.has(key)) {
      node = ends.get(key);
      break;
    }
    // A reference that leads back to here has no target.
    ends.set(key, undefined);
    way.push(key);
    const resolved = document.resolve(reference, node.place);
    const place = resolved.kind === "found" ? resolved.place : undefined;
    const value = place && valueAt(place, document);
    node = place === undefined || value === undefined ? undefined : { ...node, place, value };
  }
  for (const key of way) ends.set(key, node);
  return node;
}

/**
 * Returns the nodes of a chain of references, including the first one. If the last node is a reference too,
 * it cannot be resolved.
 */
function wayFrom(document: Document, start: Node): readonly Node[] {
  const way: Node[] = [start];
  const seen = new Set<string>();
  for (let node = start; ;) {
    const reference = referenceOf(node);
    const resolved = reference === undefined ? undefined : document.resolve(reference, node.place);
    if (resolved?.kind !== "found" || seen.has(keyOfPlace(resolved.place))) return way;
    const { place } = resolved;
    seen.add(keyOfPlace(place));
    const value = valueAt(place, document);
    if (value === undefined) return way;
    node = { ...node, place, value };
    way.push(node);
  }
}

/** Returns the name of a referenced place: by its pointer, or by its file. */
export function nameOfPlace({ uri, pointer }: Place): string {
  const last = parsePointer(pointer).at(-1);
  if (last !== undefined) return last;
  const [file = ""] = uri.split("/").slice(-1);
  return decodeURIComponent(file).replace(/\.(ya?ml|json)$/i, "");
}
