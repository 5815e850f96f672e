import type { Json } from "../core/json.js";
import type { SchemaId } from "../core/schema-id.js";
import type { Keywords } from "./keywords/keyword-values.js";
import type { ObjectSchema, Schema } from "./schema.js";

/** Returns the schema that a reference resolved to, or undefined if it is not available. */
export type SchemaLookup = (id: SchemaId) => Schema | undefined;

/** A property whose value tells the options of a union apart. */
export interface Tag {
  readonly name: string;
  /** The values that the property has in each option; no two options share one. */
  readonly values: readonly (readonly string[])[];
}

/**
 * Finds a property that tells which of several schemas can accept a value: each schema requires it,
 * with strings that no other schema allows. A `discriminator` has no influence on this, except that
 * its property is tried first.
 */
export function findTag(
  options: readonly Schema[],
  preferred: string | undefined,
  get: SchemaLookup,
): Tag | undefined {
  const all: Keywords[][] = [];
  for (const option of options) {
    const parts = partsOf(option, get).map(({ keywords }) => keywords);
    if (!parts.some(isObject)) return undefined;
    all.push(parts);
  }
  const [first, ...others] = all;
  if (first === undefined || others.length === 0) return undefined;
  const names = new Set(first.flatMap(({ properties }) => [...(properties?.keys() ?? [])]));
  const inOrder =
    preferred !== undefined && names.has(preferred) ? new Set([preferred, ...names]) : names;
  for (const name of inOrder) {
    const values: (readonly string[])[] = [];
    for (const parts of all) {
      const found = literalsIn(parts, name, get);
      if (found === undefined) break;
      values.push(found);
    }
    if (values.length === all.length && areApart(values)) return { name, values };
  }
  return undefined;
}

/** Whether all values of a schema with some keywords are objects. */
function isObject({ type }: Keywords): boolean {
  return type?.every((name) => name === "object") ?? false;
}

/**
 * The strings that a property can have, if all values have it; undefined, if other values are
 * allowed.
 */
function literalsIn(
  parts: readonly Keywords[],
  name: string,
  get: SchemaLookup,
): readonly string[] | undefined {
  if (!parts.some(({ required }) => required?.includes(name))) return undefined;
  for (const { properties } of parts.toReversed()) {
    const property = properties?.get(name);
    const values = property === undefined ? undefined : literalsOf(property, get);
    if (values?.every((value) => typeof value === "string") === true) return values;
  }
  return undefined;
}

/**
 * Whether the values of a property decide which option of a union an object is.
 *
 * @param values The values that the property can have in each option.
 */
export function areApart(values: readonly (readonly Json[])[]): boolean {
  const flat = values.flat();
  return values.every(({ length }) => length > 0) && new Set(flat).size === flat.length;
}

/**
 * Returns the schemas that hold for every value of a schema: those that it refers to, those of its
 * `allOf`, and last the schema itself.
 */
export function partsOf(schema: Schema, get: SchemaLookup): readonly ObjectSchema[] {
  const found = new Map<SchemaId, ObjectSchema>();
  const pending = [schema];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (part.kind === "boolean" || found.has(part.id)) continue;
    found.set(part.id, part);
    const { $ref, allOf = [] } = part.keywords;
    const referred = $ref === undefined ? undefined : get($ref);
    if (referred !== undefined) pending.push(referred);
    for (const inner of allOf) pending.push(inner);
  }
  return [...found.values()].reverse();
}

/** Returns the values that a schema lists, or undefined if it lists none. */
export function literalsOf(schema: Schema, get: SchemaLookup): readonly Json[] | undefined {
  const last = referencesFrom(schema, get).at(-1);
  if (last === undefined) return undefined;
  const { const: value, enum: values } = last.keywords;
  return value !== undefined ? [value] : values;
}

/**
 * Returns a schema, the schema that it refers to instead of listing values, and so on, up to the
 * one that lists them or refers to nothing.
 */
export function referencesFrom(schema: Schema, get: SchemaLookup): readonly ObjectSchema[] {
  const found = new Map<SchemaId, ObjectSchema>();
  let next: Schema | undefined = schema;
  while (next?.kind === "object" && !found.has(next.id)) {
    found.set(next.id, next);
    const { $ref, const: value, enum: values }: ObjectSchema["keywords"] = next.keywords;
    next =
      $ref === undefined || value !== undefined || values !== undefined ? undefined : get($ref);
  }
  return [...found.values()];
}
