import type { Place } from "../core/place.js";
import { isJsonObject, ownMember, type JsonObject } from "../core/json.js";
import { joinPointer, parsePointer } from "../core/pointer.js";
import type { Document } from "./document.js";

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
export function componentAt(
  { uri, pointer }: Place,
  document: Pick<Document, "uri">,
): Component | undefined {
  const [first, section, name, ...others] = parsePointer(pointer);
  if (uri !== document.uri || first !== "components" || others.length > 0) return undefined;
  return section === undefined || name === undefined ? undefined : { section, name };
}

/**
 * The places of the component schemas of a document by their names, in its order.
 *
 * https://spec.openapis.org/oas/v3.1.1.html#components-object
 */
export function componentSchemas({ uri, root }: Document): ReadonlyMap<string, Place> {
  const components = memberOf(root, "components");
  const schemas = components && memberOf(components, "schemas");
  return new Map(
    Object.keys(schemas ?? {}).map((name) => [
      name,
      { uri, pointer: joinPointer("/components/schemas", name) },
    ]),
  );
}

function memberOf(object: JsonObject, name: string): JsonObject | undefined {
  const member = ownMember(object, name);
  return isJsonObject(member) ? member : undefined;
}
