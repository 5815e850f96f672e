import type { Place } from "../../../core/place.js";
import { nameOfPlace } from "../../../openapi/navigate.js";
import { insideInPlace } from "../../../schema/children.js";
import { isNullOnly } from "../../../schema/keywords/in-place.js";
import type { ObjectSchema, Schema } from "../../../schema/schema.js";
import type { Schemas } from "../../../schema/schemas.js";
import { partsOf } from "../../../schema/tags.js";

/** One of the schemas that a `discriminator` chooses from. */
export interface Option {
  readonly schema: Schema;
  /** The schema itself, and those that it only refers to. */
  readonly same: readonly Schema[];
  /** The name that stands for it if the mapping has none. */
  readonly name: string | undefined;
}

/** Returns the options of a union, or undefined for any other schema. */
export function optionsOf(schema: ObjectSchema, { get }: Schemas): readonly Schema[] | undefined {
  for (const { keywords } of partsOf(schema, get).toReversed()) {
    const options = keywords.oneOf ?? keywords.anyOf;
    if (options !== undefined) return options.filter((option) => !isNullOnly(option));
  }
  return undefined;
}

export function optionOf(schema: Schema, { get }: Schemas): Option {
  const same = [schema];
  for (const each of same) {
    const target = each.kind === "object" ? each.keywords.$ref : undefined;
    const next = target === undefined ? undefined : get(target);
    if (next !== undefined && !same.includes(next)) same.push(next);
  }
  const referred = same[1] ?? schema;
  const isNamed = same.length > 1 || /^\/components\/schemas\/[^/]+$/.test(schema.place.pointer);
  return { schema, same, name: isNamed ? nameOfPlace(referred.place) : undefined };
}

/**
 * The places of a schema and of all schemas that apply to its values, including options of options.
 */
export function placesIn(schema: Schema, { get }: Schemas): readonly Place[] {
  const found = new Set<Schema>([schema]);
  for (const each of found) {
    if (each.kind === "boolean") continue;
    for (const part of partsOf(each, get)) found.add(part);
    for (const inner of insideInPlace(each)) found.add(inner);
  }
  return [...found].map(({ place }) => place);
}

/** The place of the schema of an option. */
export function placeOfOption({ same, schema }: Option): Place {
  return (same[1] ?? schema).place;
}
