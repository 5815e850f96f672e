import { jsonTypeOf, jsonTypes, type JsonType } from "../core/json-type.js";
import type { SchemaId } from "../core/schema-id.js";
import { caseOf } from "../checks/schema-types.js";
import type { Schema } from "./schema.js";
import type { Schemas } from "./schemas.js";

/** Returns the JSON types that the values of a schema may have, and perhaps some more. */
export function jsonTypesIn(schema: Schema, schemas: Schemas): ReadonlySet<JsonType> {
  const known = new Map<SchemaId, ReadonlySet<JsonType>>();
  const all: ReadonlySet<JsonType> = new Set(jsonTypes);

  // A schema that applies itself to the same value is an error, so this ends.
  function typesOf(each: Schema): ReadonlySet<JsonType> {
    const found = known.get(each.id);
    if (found !== undefined) return found;
    const types = findTypes(each);
    known.set(each.id, types);
    return types;
  }

  function findTypes(each: Schema): ReadonlySet<JsonType> {
    if (each.kind === "boolean") return each.value ? all : new Set();
    const { type, enum: listed, const: constant, $ref, $dynamicRef, ...others } = each.keywords;
    const { allOf = [], anyOf, oneOf } = others;
    const restrictions: ReadonlySet<JsonType>[] = allOf.map(typesOf);
    if (type !== undefined) restrictions.push(new Set(type.map(caseOf)));
    if (listed !== undefined) restrictions.push(new Set(listed.map(jsonTypeOf)));
    if (constant !== undefined) restrictions.push(new Set([jsonTypeOf(constant)]));
    for (const id of [$ref, $dynamicRef]) {
      if (id !== undefined) restrictions.push(typesOf(schemas.get(id)));
    }
    for (const options of [anyOf, oneOf]) {
      if (options === undefined) continue;
      restrictions.push(new Set(options.flatMap((option) => [...typesOf(option)])));
    }
    return new Set(
      jsonTypes.filter((each) => restrictions.every((restriction) => restriction.has(each))),
    );
  }

  return typesOf(schema);
}

/** Returns whether all values of a schema are listed texts that a URL shows as they are. */
export function isUnreserved(schema: Schema): boolean {
  if (schema.kind === "boolean") return false;
  const { enum: listed, const: constant } = schema.keywords;
  const values = listed ?? (constant === undefined ? [] : [constant]);
  const isPlain = (value: unknown): boolean =>
    typeof value === "string" && /^[\w.~-]*$/.test(value);
  return values.length > 0 && values.every(isPlain);
}
