import type { Direction } from "../core/direction.js";
import type { SchemaId } from "../core/schema-id.js";
import type { Document } from "../openapi/document.js";
import { referencesIn } from "../schema/children.js";
import type { Schema } from "../schema/schema.js";
import { findDirections } from "./operation-schemas.js";

/** A schema that a component or an operation uses, and the direction in which it is sent there. */
interface Use {
  readonly schema: Schema;
  readonly direction?: Direction | undefined;
}

/**
 * Finds the schemas that are used in one direction only: they are written inside a request, a
 * response, a parameter or a header, and every schema that refers to them is used in that direction
 * only.
 *
 * @param reached - All schemas that no other schema contains, or that are referred to.
 * @param uses - The schemas among them that components and operations use.
 * @param copies - The schemas among them that share the model of another one.
 */
export function onlyDirections(
  document: Document,
  reached: readonly Schema[],
  {
    uses,
    copies,
  }: { readonly uses: readonly Use[]; readonly copies: ReadonlyMap<Schema, SchemaId> },
): ReadonlyMap<SchemaId, Direction> {
  const directionAt = findDirections(document);
  const found = new Map<SchemaId, Direction>();
  for (const schema of reached) {
    const direction = copies.has(schema) ? undefined : directionAt(schema.place);
    if (direction !== undefined) found.set(schema.id, direction);
  }
  const originals = new Map([...copies].map(([{ id }, original]) => [id, original]));
  const originalOf = (id: SchemaId): SchemaId => originals.get(id) ?? id;
  for (const { schema, direction } of uses) {
    const id = originalOf(schema.id);
    if (found.get(id) !== direction) found.delete(id);
  }
  const byId = new Map(reached.map((schema) => [schema.id, schema]));
  const pending = found.size === 0 ? [] : [...reached];
  // The loop also visits what is added while it runs.
  for (const schema of pending) {
    const direction = found.get(originalOf(schema.id));
    for (const id of referencesIn(schema).map(originalOf)) {
      if (!found.has(id) || found.get(id) === direction) continue;
      found.delete(id);
      const referred = byId.get(id);
      if (referred !== undefined) pending.push(referred);
    }
  }
  return found;
}
