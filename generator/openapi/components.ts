import type { Place } from "../core/place.js";
import { parsePointer } from "../core/pointer.js";
import type { Document } from "./document.js";
import { memberOf, rootOf } from "./navigate.js";
import { nodeIn, nodesIn } from "./walk.js";

/** A component of the entry file. */
export interface Component {
  /** The field of the Components Object: `schemas`. */
  readonly section: string;
  readonly name: string;
}

/**
 * The component that stands at a place; undefined, if the place is another one, or in another file.
 *
 * @see {@link https://spec.openapis.org/oas/v3.1.1.html#components-object | OpenAPI 3.1, Components Object}
 */
export function componentAt({ uri, pointer }: Place, document: Document): Component | undefined {
  const [first, section, name, ...others] = parsePointer(pointer);
  if (uri !== document.uri || first !== "components" || others.length > 0) return undefined;
  return section === undefined || name === undefined ? undefined : { section, name };
}

/** The places of the component schemas of the entry file, by name. */
export function componentSchemas(document: Document): ReadonlyMap<string, Place> {
  const components = memberOf(document, rootOf(document), "components");
  const schemas = components && nodeIn(components, "schemas");
  return new Map(
    (schemas === undefined ? [] : nodesIn(schemas)).map(({ place }) => [
      parsePointer(place.pointer).at(-1) ?? "",
      place,
    ]),
  );
}
