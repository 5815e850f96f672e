import type { SchemaId } from "../core/schema-id.js";
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
    const values = all.map(({ required, literals }) =>
      required.has(name) ? (literals.get(name) ?? []) : [],
    );
    const flat = values.flat();
    const tells = values.every(({ length }) => length > 0) && new Set(flat).size === flat.length;
    if (tells) return { name, values };
  }
  return undefined;
}

function taggingOf(schema: Schema, get: SchemaLookup): Tagging {
  if (schema.kind === "boolean")
    return { isObject: false, required: new Set(), literals: new Map() };
  const { type, required = [], properties = new Map<string, Schema>() } = schema.keywords;
  const { $ref, allOf = [] } = schema.keywords;
  const referred = $ref === undefined ? undefined : get($ref);
  const parts = [...(referred === undefined ? [] : [referred]), ...allOf].map((part) =>
    taggingOf(part, get),
  );
  const own = [...properties].flatMap(
    ([name, property]): readonly [string, readonly string[]][] => {
      const strings = stringsOf(property, get);
      return strings === undefined ? [] : [[name, strings]];
    },
  );
  return {
    isObject:
      (type?.every((name) => name === "object") ?? false) || parts.some(({ isObject }) => isObject),
    required: new Set([...required, ...parts.flatMap((part) => [...part.required])]),
    literals: new Map([...parts.flatMap((part) => [...part.literals]), ...own]),
  };
}

/** The strings that a schema allows, if it allows nothing else. */
function stringsOf(schema: Schema, get: SchemaLookup): readonly string[] | undefined {
  if (schema.kind === "boolean") return undefined;
  const { const: value, enum: values, $ref } = schema.keywords;
  const allowed = value !== undefined ? [value] : values;
  if (allowed !== undefined) {
    return allowed.every((item) => typeof item === "string") ? allowed : undefined;
  }
  const referred = $ref === undefined ? undefined : get($ref);
  return referred === undefined ? undefined : stringsOf(referred, get);
}
