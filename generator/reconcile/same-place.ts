import { isSamePlace } from "../core/place.js";
import { childrenOf } from "../schema/children.js";
import type { Child } from "../schema/keywords/keyword.js";
import type { ObjectSchema, Schema } from "../schema/schema.js";

/**
 * Returns a schema, and those inside it that have the same place: a nullable schema is parsed as a union
 * with `null`.
 */
export function atSamePlace(schema: Schema): readonly ObjectSchema[] {
  if (schema.kind === "boolean") return [];
  const inside = childrenOf(schema).filter((child) =>
    isSamePlace(child.schema.place, schema.place),
  );
  return [schema, ...inside.flatMap((child) => atSamePlace(child.schema))];
}

/** Returns the schemas directly inside a schema of the document, each with its own place. */
export function childrenBelow(schema: Schema): readonly Child[] {
  return atSamePlace(schema)
    .flatMap(childrenOf)
    .filter((child) => !isSamePlace(child.schema.place, schema.place));
}
