import type { SchemaId } from "../../core/schema-id.js";
import { childrenOf, referencesOf } from "../children.js";
import { reach } from "../reach.js";
import type { Schema } from "../schema.js";

/** The text for a place that `keyOfPlace` makes. */
export type PlaceKey = string;

/** Some schemas with all inside them and all that they refer to. */
export function allSchemas(
  roots: readonly Schema[],
  get: (id: SchemaId) => Schema,
): readonly Schema[] {
  return reach(roots, (schema) =>
    schema.kind === "boolean"
      ? []
      : [
          ...childrenOf(schema).map(({ schema: child }) => child),
          ...referencesOf(schema).map((id) => get(id)),
        ],
  );
}
