import type { SchemaId } from "../core/schema-id.js";
import type { Keywords } from "./keywords/keywords.js";
import type { Schema } from "./schema.js";

/** Finds the schema that a reference resolved to; undefined, where it is none of those at hand. */
export type SchemaLookup = (id: SchemaId) => Schema | undefined;

/** What all values of a schema have in common that could tell them from those of others. */
interface Tagging {
  /** Whether they are all objects. */
  readonly isObject: boolean;
  /** The properties that they all have. */
  readonly required: ReadonlySet<string>;
  /** The strings that a property can be, where only some are allowed. */
  readonly literals: ReadonlyMap<string, readonly string[]>;
}

/** A property by whose value the options of a union can be told apart. */
export interface Tag {
  readonly name: string;
  /** The values that the property has in each option; no two options share one. */
  readonly values: readonly (readonly string[])[];
}

/**
 * Finds a property that tells which of several schemas can accept a value: in each it is required,
 * and one of some strings that no other allows. That is what decides, whatever a `discriminator`
 * says; it only makes its property the first to be tried.
 */
export function findTag(
  options: readonly Schema[],
  preferred: string | undefined,
  get: SchemaLookup,
): Tag | undefined {
  const all: Tagging[] = [];
  for (const option of options) {
    const tagging = taggingOf(option, get);
    if (!tagging.isObject) return undefined;
    all.push(tagging);
  }
  const [first] = all;
  if (first === undefined || all.length === 1) return undefined;
  const names = [...first.literals.keys()].sort(
    (left, right) => Number(right === preferred) - Number(left === preferred),
  );
  for (const name of names) {
    const values = valuesOfTag(name, all);
    if (values !== undefined) return { name, values };
  }
  return undefined;
}

/** The values of a property in each of several schemas, if they tell these apart. */
function valuesOfTag(name: string, all: readonly Tagging[]): Tag["values"] | undefined {
  const known = new Set<string>();
  const values: (readonly string[])[] = [];
  for (const { required, literals } of all) {
    const own = required.has(name) ? (literals.get(name) ?? []) : [];
    if (own.length === 0) return undefined;
    for (const value of own) {
      if (known.has(value)) return undefined;
      known.add(value);
    }
    values.push(own);
  }
  return values;
}

function taggingOf(schema: Schema, get: SchemaLookup): Tagging {
  const required = new Set<string>();
  const literals = new Map<string, readonly string[]>();
  let isObject = false;
  for (const { type, required: names = [], properties } of partsOf(schema, get)) {
    isObject ||= type?.every((name) => name === "object") ?? false;
    for (const name of names) required.add(name);
    for (const [name, property] of properties ?? []) {
      const strings = stringsOf(property, get);
      if (strings !== undefined) literals.set(name, strings);
    }
  }
  return { isObject, required, literals };
}

/**
 * The keywords of a schema and of all that apply to the same value in any case, each after those that
 * it refers to.
 */
function partsOf(schema: Schema, get: SchemaLookup): readonly Keywords[] {
  const parts: Keywords[] = [];
  const entered = new Set<Schema>();
  const pending: (Schema | { readonly finished: Keywords })[] = [schema];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if ("finished" in next) {
      parts.push(next.finished);
      continue;
    }
    if (next.kind === "boolean" || entered.has(next)) continue;
    entered.add(next);
    const { $ref, allOf = [] } = next.keywords;
    const referred = $ref === undefined ? undefined : get($ref);
    pending.push({ finished: next.keywords }, ...[...allOf].reverse());
    if (referred !== undefined) pending.push(referred);
  }
  return parts;
}

/** The strings that a schema allows, if it allows nothing else. */
function stringsOf(schema: Schema, get: SchemaLookup): readonly string[] | undefined {
  const followed = new Set<Schema>();
  let next: Schema | undefined = schema;
  while (next?.kind === "object" && !followed.has(next)) {
    followed.add(next);
    const { const: value, enum: values, $ref }: Keywords = next.keywords;
    const allowed = value !== undefined ? [value] : values;
    if (allowed !== undefined) {
      return allowed.every((item) => typeof item === "string") ? allowed : undefined;
    }
    next = $ref === undefined ? undefined : get($ref);
  }
  return undefined;
}
