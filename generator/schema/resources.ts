import { keywordStructure } from "./keywords/structure.js";
import type { Document } from "../openapi/document.js";
import { isJsonArray, isJsonObject, type Json, type JsonObject, ownMember } from "../core/json.js";
import { below, type Place } from "../core/place.js";
import { resolveUri } from "../core/uri.js";

/**
 * A schema resource: a schema with a URI of its own, and what can be addressed in it.
 *
 * https://json-schema.org/draft/2020-12/json-schema-core#section-4.3.5
 */
export interface Resource {
  /** Its absolute URI, without a fragment. */
  readonly uri: string;
  /** Where its root stands. */
  readonly root: Place;
  /** The places of `$anchor` and `$dynamicAnchor`, by name. */
  readonly anchors: ReadonlyMap<string, Place>;
  /** The same for those of `$dynamicAnchor` only. */
  readonly dynamicAnchors: ReadonlyMap<string, Place>;
  /** The URI of its meta-schema, if it names one. */
  readonly dialect?: string;
}

/** The schema resources of a document. */
export interface Resources {
  /** The resource with a URI. */
  readonly get: (uri: string) => Resource | undefined;
  /** The innermost resource that a place belongs to. */
  readonly around: (place: Place) => Resource | undefined;
}

/** Finds the schema resources of a document: each file is one, and each schema with an `$id`. */
export function findResources(document: Document): Resources {
  const byUri = new Map<string, Resource>();
  /** The resources of each file, by the pointers of their roots. */
  const bySource = new Map<string, Map<string, Resource>>();

  function add(resource: MutableResource): void {
    // The first one with a URI has it.
    if (!byUri.has(resource.uri)) byUri.set(resource.uri, resource);
    const { uri, pointer } = resource.root;
    const inSource = bySource.get(uri) ?? new Map<string, Resource>();
    bySource.set(uri, inSource);
    // Here the first one counts as well.
    if (!inSource.has(pointer)) inSource.set(pointer, resource);
  }

  for (const { uri, value } of document.sources.values()) {
    const id = isJsonObject(value) && uri !== document.uri ? ownString(value, "$id") : undefined;
    const canonical = id === undefined ? uri : resolveUri(id, uri).uri;
    const file = newResource(canonical, { uri, pointer: "" }, value);
    add(file);
    // A file is known by where it was found, whatever it calls itself.
    if (!byUri.has(uri)) byUri.set(uri, file);
    if (uri === document.uri) walkOpenApi(value, file.root, file, add);
    else walkSchema(value, file.root, file, add);
  }
  return {
    get: (uri) => byUri.get(uri) ?? byUri.get(document.aliases.get(uri) ?? uri),
    around: ({ uri, pointer }) => innermost(bySource.get(uri), pointer),
  };
}

/** The resource with the longest pointer that leads to a place or to something around it. */
function innermost(
  resources: ReadonlyMap<string, Resource> | undefined,
  pointer: string,
): Resource | undefined {
  // Most files are one resource.
  if (resources === undefined || resources.size === 1) return resources?.get("");
  for (let around = pointer; around !== ""; around = around.slice(0, around.lastIndexOf("/"))) {
    const resource = resources.get(around);
    if (resource !== undefined) return resource;
  }
  return resources.get("");
}

interface MutableResource extends Resource {
  readonly anchors: Map<string, Place>;
  readonly dynamicAnchors: Map<string, Place>;
}

function newResource(uri: string, root: Place, schema: Json): MutableResource {
  const dialect = isJsonObject(schema) ? ownString(schema, "$schema") : undefined;
  return {
    uri,
    root,
    anchors: new Map(),
    dynamicAnchors: new Map(),
    ...(dialect !== undefined && { dialect }),
  };
}

type Add = (resource: MutableResource) => void;

/** Goes down to the schemas of an OpenAPI document. */
function walkOpenApi(value: Json, at: Place, around: MutableResource, add: Add): void {
  for (const [name, member] of membersOf(value)) {
    // Most of a document is no schema: what holds nothing needs no place.
    if (!isJsonObject(member) && !isJsonArray(member)) continue;
    if (name === "schema" || name === "itemSchema") {
      walkSchema(member, below(at, name), around, add);
    } else if (name === "schemas") {
      for (const [key, schema] of membersOf(member)) {
        walkSchema(schema, below(at, name, key), around, add);
      }
    } else if (!isData(name)) {
      walkOpenApi(member, below(at, name), around, add);
    }
  }
}

/** Takes note of the resources and anchors of a schema and of the schemas inside it. */
function walkSchema(value: Json, at: Place, around: MutableResource, add: Add): void {
  if (!isJsonObject(value)) return;
  const id = ownString(value, "$id");
  const isRoot = at.uri === around.root.uri && at.pointer === around.root.pointer;
  const uri = id === undefined || isRoot ? undefined : resolveUri(id, around.uri).uri;
  const resource = uri === undefined ? around : newResource(uri, at, value);
  if (resource !== around) add(resource);
  const anchor = ownString(value, "$anchor");
  if (anchor !== undefined) resource.anchors.set(anchor, at);
  const dynamicAnchor = ownString(value, "$dynamicAnchor");
  if (dynamicAnchor !== undefined) {
    resource.anchors.set(dynamicAnchor, at);
    resource.dynamicAnchors.set(dynamicAnchor, at);
  }
  for (const [keyword, member] of Object.entries(value)) {
    switch (keywordStructure(keyword)) {
      case "schema":
        walkSchema(member, below(at, keyword), resource, add);
        break;
      case "list":
      case "map":
        for (const [key, schema] of membersOf(member)) {
          walkSchema(schema, below(at, keyword, key), resource, add);
        }
        break;
      case undefined:
        break;
    }
  }
}

function membersOf(value: Json): readonly (readonly [string, Json])[] {
  return isJsonObject(value) || isJsonArray(value) ? Object.entries(value) : [];
}

/** Whether a member of an OpenAPI document holds data, in which nothing is a schema. */
function isData(name: string): boolean {
  return (
    name.startsWith("x-") || ["example", "examples", "default", "enum", "const"].includes(name)
  );
}

function ownString(object: JsonObject, name: string): string | undefined {
  const value = ownMember(object, name);
  return typeof value === "string" ? value : undefined;
}
