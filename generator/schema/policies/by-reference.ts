import type { SchemaId } from "../../core/schema-id.js";
import { referencesInPlace } from "../children.js";
import type { Schema } from "../schema.js";

/** Whether something is true of the schema with an id. */
export type Verdict = (id: SchemaId) => boolean;

/**
 * Decides a question for each schema once. The schemas that it refers to for the same value come
 * first, so that chains of references may have any length. The references must not be circular.
 *
 * @param decide - Decides it for one schema, given the verdicts on those that it refers to.
 */
export function decideByReference(
  get: (id: SchemaId) => Schema,
  decide: (schema: Schema, verdict: Verdict) => boolean,
): Verdict {
  const known = new Map<SchemaId, boolean>();

  function verdict(id: SchemaId): boolean {
    const pending = [id];
    for (let next = pending.at(-1); next !== undefined; next = pending.at(-1)) {
      const schema = known.has(next) ? undefined : get(next);
      const before = pending.length;
      for (const referred of schema === undefined ? [] : referencesInPlace(schema)) {
        if (!known.has(referred)) pending.push(referred);
      }
      if (pending.length > before) continue;
      pending.pop();
      if (schema !== undefined) known.set(next, decide(schema, verdict));
    }
    return known.get(id) === true;
  }

  return verdict;
}

/**
 * Sorts schemas so that each follows those that it refers to for the same value.
 *
 * @param schemas - With all that they refer to.
 * @returns undefined, if references are circular.
 */
export function referredFirst(schemas: readonly Schema[]): readonly Schema[] | undefined {
  const open = new Map<SchemaId, number>();
  const referring = new Map<SchemaId, Schema[]>();
  for (const schema of schemas) {
    const references = new Set(referencesInPlace(schema));
    open.set(schema.id, references.size);
    for (const id of references) {
      const known = referring.get(id);
      if (known === undefined) referring.set(id, [schema]);
      else known.push(schema);
    }
  }
  const sorted = schemas.filter(({ id }) => open.get(id) === 0);
  // The loop also visits what is added while it runs.
  for (const { id } of sorted) {
    for (const schema of referring.get(id) ?? []) {
      const left = (open.get(schema.id) ?? 0) - 1;
      open.set(schema.id, left);
      if (left === 0) sorted.push(schema);
    }
  }
  return sorted.length === schemas.length ? sorted : undefined;
}
