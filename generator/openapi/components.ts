import { keyOfPlace, type Place } from "../core/place.js";
import type { Document } from "./document.js";
import { entriesAt, rootOf } from "./navigate.js";
import { nodeIn, type Node } from "./walk.js";

/** A component of the document. */
export interface Component {
  /** The field of the Components Object: `schemas`. */
  readonly section: string;
  readonly name: string;
}

/** The components of a document, by section and by place. */
interface Components {
  readonly sections: ReadonlyMap<string, ReadonlyMap<string, Place>>;
  readonly byPlace: ReadonlyMap<string, Component>;
  readonly nodes: ReadonlyMap<string, Node>;
}

const known = new WeakMap<Document, Components>();

/**
 * Returns the component at a place, or undefined if the place is not a component. Components are in the
 * entry file, unless their map is a reference.
 *
 * @see {@link https://spec.openapis.org/oas/v3.1.1.html#components-object | OpenAPI 3.1, Components Object}
 */
export function componentAt(place: Place, document: Document): Component | undefined {
  return componentsOf(document).byPlace.get(keyOfPlace(place));
}

/**
 * Returns the places of the component schemas of a document by name, in the order of the document.
 *
 * https://spec.openapis.org/oas/v3.1.1.html#components-object
 */
export function componentSchemas(document: Document): ReadonlyMap<string, Place> {
  return componentsOf(document).sections.get("schemas") ?? new Map<string, Place>();
}

/** Returns the components of a document that references can lead to, by the keys of their places. */
export function componentNodes(document: Document): ReadonlyMap<string, Node> {
  return componentsOf(document).nodes;
}

function componentsOf(document: Document): Components {
  const found = known.get(document) ?? findComponents(document);
  known.set(document, found);
  return found;
}

function findComponents(document: Document): Components {
  const sections = new Map<string, ReadonlyMap<string, Place>>();
  const byPlace = new Map<string, Component>();
  const nodes = new Map<string, Node>();
  const components = nodeIn(rootOf(document), "components");
  for (const [section, map] of components === undefined ? [] : entriesAt(document, components)) {
    const places = new Map<string, Place>();
    for (const [name, node] of entriesAt(document, map)) {
      const { place } = node;
      places.set(name, place);
      const key = keyOfPlace(place);
      // Two sections may lead to the same object: the first one counts.
      if (!byPlace.has(key)) byPlace.set(key, { section, name });
      // Security schemes are referred to by name.
      if (section !== "securitySchemes") nodes.set(key, node);
    }
    sections.set(section, places);
  }
  return { sections, byPlace, nodes };
}
