import { isJsonObject, type JsonObject, ownMember } from "../core/json.js";
import { joinPointer } from "../core/pointer.js";
import type { Place } from "../core/place.js";
import type { Document } from "./document.js";

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
