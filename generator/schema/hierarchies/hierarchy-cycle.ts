import { childrenOf, referencesOf } from "../children.js";
import type { ObjectSchema, Schema } from "../schema.js";
import { appliesInPlace } from "./base-scopes.js";
import type { Cycle, Listing } from "./listings.js";
import type { Lookup } from "./structure.js";

/** A schema on the path from a base, and how it was reached. */
interface Stop {
  readonly schema: Schema;
  readonly before: Stop | undefined;
  /** Whether a listed schema is on the path to it. */
  readonly isExtension: boolean;
}

/**
 * Finds the shortest path from a base to a schema that it lists, and from there back.
 *
 * @returns The schemas on it, the base first; undefined, if no listed schema extends the base.
 */
export function findHierarchyCycle(
  { base, keyword, children }: Listing,
  { schemas }: Cycle,
  get: Lookup,
): readonly Schema[] | undefined {
  const seen = new Set<string>();
  const stops: Stop[] = [];
  const add = (all: readonly Schema[], before: Stop): void => {
    for (const schema of all) {
      const isExtension = before.isExtension || children.has(schema.id);
      const key = `${String(isExtension)} ${schema.id}`;
      if (seen.has(key) || !schemas.has(schema.id)) continue;
      seen.add(key);
      stops.push({ schema, before, isExtension });
    }
  };
  add(base.keywords[keyword] ?? [], { schema: base, before: undefined, isExtension: false });
  // The loop also visits what is added while it runs.
  for (const stop of stops) {
    const { schema, isExtension } = stop;
    if (schema.id === base.id && isExtension) return pathTo(stop.before);
    if (schema.kind === "object") add(stepsFrom(schema, get), stop);
  }
  return undefined;
}

function stepsFrom(schema: ObjectSchema, get: Lookup): readonly Schema[] {
  const inside = childrenOf(schema).filter(appliesInPlace);
  return [...referencesOf(schema).map(get), ...inside.map((child) => child.schema)];
}

function pathTo(last: Stop | undefined): readonly Schema[] {
  const way: Schema[] = [];
  for (let stop = last; stop !== undefined; stop = stop.before) way.push(stop.schema);
  return way.reverse();
}
