import type { SchemaId } from "../../core/schema-id.js";
import { isNullOnly } from "../keywords/in-place.js";
import type { Keywords } from "../keywords/keyword-values.js";
import { forEachKeyword } from "../keywords/keywords.js";
import type { ObjectSchema, Schema } from "../schema.js";

/** Finds the schema that a reference leads to. */
export type Lookup = (id: SchemaId) => Schema;

/** The keywords that list options. */
export const optionKeywords = ["oneOf", "anyOf"] as const;

export type OptionKeyword = (typeof optionKeywords)[number];

/** The keywords of a schema that restrict values. */
export function assertions(keywords: Keywords): readonly string[] {
  const found: string[] = [];
  forEachKeyword(keywords, ({ checks, children, references }, _value, name) => {
    if ((checks ?? children ?? references) !== undefined) found.push(name);
  });
  return found;
}

/**
 * The schema that a schema refers to, if nothing else in it restricts values; otherwise undefined.
 */
export function aliased(schema: Schema, get: Lookup): Schema | undefined {
  if (schema.kind === "boolean" || schema.keywords.$ref === undefined) return undefined;
  return assertions(schema.keywords).length === 1 ? get(schema.keywords.$ref) : undefined;
}

/** Returns `S` for a schema that is exactly `S` or null; otherwise undefined. */
export function nullable(schema: Schema): Schema | undefined {
  if (schema.kind === "boolean") return undefined;
  const { oneOf, anyOf } = schema.keywords;
  if ((oneOf ?? anyOf) === undefined) return undefined;
  const [keyword, ...others] = assertions(schema.keywords);
  if ((keyword !== "oneOf" && keyword !== "anyOf") || others.length > 0) return undefined;
  const options = schema.keywords[keyword] ?? [];
  const [inner, ...more] = options.filter((option) => !isNullOnly(option));
  return options.length > 1 && more.length === 0 ? inner : undefined;
}

/** A schema and those of its `allOf`, as they are written. */
export function writtenParts(schema: Schema): readonly ObjectSchema[] {
  if (schema.kind === "boolean") return [];
  const inner = nullable(schema);
  const inside = inner === undefined ? (schema.keywords.allOf ?? []) : [inner];
  return [schema, ...inside.flatMap(writtenParts)];
}

/**
 * Returns the schema that a schema only refers to, with or without adding `null`; otherwise itself.
 */
export function behind(schema: Schema, get: Lookup): Schema {
  const way = new Set<Schema>();
  for (let next: Schema | undefined = schema; next !== undefined && !way.has(next);) {
    way.add(next);
    next = aliased(next, get) ?? nullable(next);
  }
  return [...way].at(-1) ?? schema;
}
