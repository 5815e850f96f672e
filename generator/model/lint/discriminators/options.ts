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
  /** The schemas that it is: itself, and those that it only refers to. */
  readonly same: readonly Schema[];
  /** The name that stands for it where no mapping does. */
  readonly name: string | undefined;
}

/** The schemas of a union; undefined, if a schema is none. */
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

/** The places of a schema and of all that applies to its values: options of options among them. */
export function placesIn(schema: Schema, { get }: Schemas): readonly Place[] {
  const found = new Set<Schema>([schema]);
  for (const each of found) {
    if (each.kind === "boolean") continue;
    for (const part of partsOf(each, get)) found.add(part);
    for (const inner of insideInPlace(each)) found.add(inner);
  }
  return [...found].map(({ place }) => place);
}

/** Where the schema of an option is written. */
export function placeOfOption({ same, schema }: Option): Place {
  return (same[1] ?? schema).place;
}
