import type { SchemaId } from "../core/schema-id.js";
import { referencesIn } from "./children.js";
import type { Schema } from "./schema.js";

/**
 * Returns some schemas and all that are reached from them step by step: each once, depth first.
 *
 * @param start - Where to begin.
 * @param step - The schemas that a schema leads to directly.
 */
export function reach(
  start: readonly Schema[],
  step: (schema: Schema) => readonly Schema[],
): readonly Schema[] {
  const reached = new Map<SchemaId, Schema>();
  const pending = [...start].reverse();
  for (let schema = pending.pop(); schema !== undefined; schema = pending.pop()) {
    if (reached.has(schema.id)) continue;
    reached.set(schema.id, schema);
    for (const next of step(schema).toReversed()) pending.push(next);
  }
  return [...reached.values()];
}

/** Returns some schemas and all that they refer to, directly or anywhere inside them. */
export function reachByReference(
  start: readonly Schema[],
  get: (id: SchemaId) => Schema,
): readonly Schema[] {
  return reach(start, (schema) => referencesIn(schema).map((id) => get(id)));
}
