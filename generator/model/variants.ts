import type { Direction } from "../core/direction.js";
import type { SchemaId } from "../core/schema-id.js";
import { referencesIn } from "../schema/children.js";
import type { Schema } from "../schema/schema.js";
import type { Differences, Schemas } from "../schema/schemas.js";
import { directionOf, unsentOf, wholeId } from "../schema/scope.js";
import { prepareUnsent } from "../schema/unsent.js";
import type { Targets } from "./roots.js";

/** A schema with the properties of one direction. */
export interface DirectionalVariant {
  readonly schema: Schema;
  readonly direction: Direction;
  /** Whether properties are left out, in it or in the schemas that it refers to. */
  readonly isPartial: boolean;
  /** The properties that only schemas that refer to it for the same object leave out. */
  readonly unsent: readonly string[];
}

/** The schemas that differ in requests or in responses. */
export interface Variants {
  /** The variants of a schema, by its id. */
  readonly of: (id: SchemaId) => readonly DirectionalVariant[];
  /** The variant of a schema that is used in one direction only, by the id of the whole schema. */
  readonly only: ReadonlyMap<SchemaId, Schema>;
  /** Whether a schema inside a variant differs from the one in the whole model. */
  readonly differs: (inside: Schema, whole: Schema) => boolean;
}

const directions: readonly Direction[] = ["request", "response"];

/**
 * Finds the directional variants of schemas. They differ from the whole schema because it, or a
 * schema that it refers to, has `readOnly` or `writeOnly` properties, or because a policy differs
 * by direction.
 *
 * https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-for-schema-object
 *
 * @param targets - The schemas that no other schema contains.
 */
export function findVariants(targets: Targets, schemas: Schemas): Variants {
  const all = [...targets.schemas, ...targets.aliases.targetIds.keys()];
  const unsentIn = prepareUnsent(all, schemas.get);
  const variants = new VariantList();
  const only = new Map<SchemaId, Schema>();
  const differences = new Map<Direction, Differences>();
  for (const direction of directions) {
    const unsent = unsentIn(direction);
    const partial = withReferring(all, all.filter(unsent.isIn));
    const others = all.filter(({ id }) => schemas.differs(id, direction));
    const differing = withReferring(all, [...partial, ...others]);
    const ids = new Set(differing.map(({ id }) => id));
    const known: Differences = { differs: (id) => ids.has(id), unsent };
    differences.set(direction, known);
    const lacking = new Set(partial);
    for (const target of differing) {
      const { id } = target;
      const used = targets.directions.get(id);
      if (used !== undefined && used !== direction) continue;
      const schema = schemas.inDirection(target, direction, known);
      const isPartial = lacking.has(target);
      if (used === direction) only.set(id, schema);
      else variants.add(id, { schema, direction, isPartial, unsent: [] });
    }
  }
  addReferred([...variants.all.map(({ schema }) => schema), ...only.values()], schemas, variants);
  return {
    of: (id) => variants.of(id),
    only,
    differs: (inside, whole) => {
      const direction = directionOf(inside.id);
      const known = direction && differences.get(direction);
      if (direction === undefined || known === undefined) return false;
      return (
        known.unsent.isIn(whole) ||
        known.unsent.mentioned(whole.place, unsentOf(inside.id)).length > 0 ||
        schemas.differs(whole.id, direction) ||
        referencesIn(inside).some((id) => directionOf(id) === direction)
      );
    },
  };
}

/** Variants by the ids of whole schemas. */
class VariantList {
  readonly all: DirectionalVariant[] = [];
  readonly #byId = new Map<SchemaId, DirectionalVariant[]>();

  of(id: SchemaId): readonly DirectionalVariant[] {
    return this.#byId.get(id) ?? [];
  }

  add(id: SchemaId, variant: DirectionalVariant): void {
    this.all.push(variant);
    this.#byId.set(id, [...this.of(id), variant]);
  }
}

/** Adds the schemas that variants refer to, without the properties that the variants leave out. */
function addReferred(
  start: readonly Schema[],
  { get }: Pick<Schemas, "get">,
  variants: VariantList,
): void {
  const seen = new Set<SchemaId>();
  const pending = [...start];
  // The loop also visits what is added while it runs.
  for (const referring of pending) {
    for (const id of referencesIn(referring)) {
      const direction = directionOf(id);
      const unsent = unsentOf(id);
      if (direction === undefined || unsent.length === 0 || seen.has(id)) continue;
      seen.add(id);
      const schema = get(id);
      variants.add(wholeId(id), { schema, direction, isPartial: true, unsent });
      pending.push(schema);
    }
  }
}

/** Returns some of the targets, and those that refer to them. */
function withReferring(targets: readonly Schema[], some: readonly Schema[]): readonly Schema[] {
  const found = new Set<SchemaId>();
  if (some.length === 0) return [];
  const referring = new Map<SchemaId, SchemaId[]>();
  for (const target of targets) {
    for (const id of referencesIn(target)) {
      const known = referring.get(id) ?? [];
      referring.set(id, known);
      known.push(target.id);
    }
  }
  const pending = some.map(({ id }) => id);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const other of referring.get(id) ?? []) pending.push(other);
  }
  return targets.filter(({ id }) => found.has(id));
}
