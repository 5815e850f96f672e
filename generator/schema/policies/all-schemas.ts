import type { SchemaId } from "../../core/schema-id.js";
import { childrenOf, referencesOf } from "../children.js";
import type { Schema } from "../schema.js";

/** The text for a place that `keyOfPlace` makes. */
export type PlaceKey = string;

/** Some schemas with all inside them and all that they refer to. */
export function allSchemas(
  roots: readonly Schema[],
  get: (id: SchemaId) => Schema,
): readonly Schema[] {
  const seen = new Map<SchemaId, Schema>();
  const pending = [...roots];
  for (let schema = pending.pop(); schema !== undefined; schema = pending.pop()) {
    if (seen.has(schema.id)) continue;
    seen.set(schema.id, schema);
    if (schema.kind === "boolean") continue;
    pending.push(...childrenOf(schema).map(({ schema: child }) => child));
    pending.push(...referencesOf(schema).map(get));
  }
  return [...seen.values()];
}
