import type { SchemaId } from "../../core/schema-id.js";
import { childrenOf, referencesOf } from "../../schema/children.js";
import { reach } from "../../schema/reach.js";
import type { Schema } from "../../schema/schema.js";

/**
 * Some schemas, all schemas inside them and all that they refer to, and how these lead to each
 * other.
 */
export interface SchemaGraph {
  /** All of them, each once, depth first. */
  readonly all: readonly Schema[];
  /** Whether a schema neither contains nor refers to another one. */
  readonly isLeaf: (schema: Schema) => boolean;
  /** Returns the given schemas with all that lead to them. */
  readonly leadingTo: (targets: readonly Schema[]) => ReadonlySet<Schema>;
}

/** @param starts The schemas that no other schema contains. */
export function schemaGraph(starts: readonly Schema[], get: (id: SchemaId) => Schema): SchemaGraph {
  const leaves = new Set<SchemaId>();
  const around = new Map<SchemaId, Schema[]>();
  const all = reach(starts, (schema) => {
    if (schema.kind === "boolean") return [];
    const next = childrenOf(schema).map((child) => child.schema);
    for (const id of referencesOf(schema)) next.push(get(id));
    if (next.length === 0) leaves.add(schema.id);
    for (const { id } of next) {
      const known = around.get(id);
      if (known === undefined) around.set(id, [schema]);
      else known.push(schema);
    }
    return next;
  });
  return {
    all,
    isLeaf: ({ id }) => leaves.has(id),
    leadingTo: (targets) => new Set(reach(targets, ({ id }) => around.get(id) ?? [])),
  };
}
