import type { JsonObject } from "../../core/json.js";
import type { Schema } from "../schema.js";
import type { PrintContext } from "./keyword.js";

/** Writes a keyword whose value is a schema. */
export function printSchema(value: Schema, { keyword, schema }: PrintContext): JsonObject {
  return { [keyword]: schema(value) };
}

/** Writes a keyword whose value is an array of schemas. */
export function printSchemas(
  values: readonly Schema[],
  { keyword, schema }: PrintContext,
): JsonObject {
  return { [keyword]: values.map(schema) };
}

/** Writes a keyword whose value is an object of schemas. */
export function printSchemaMap(
  values: ReadonlyMap<string, Schema>,
  { keyword, schema }: PrintContext,
): JsonObject {
  const members = [...values].map(([name, value]) => [name, schema(value)] as const);
  return { [keyword]: Object.fromEntries(members) };
}

/** Writes an array without duplicates, as the meta-schema requires. */
export function printUnique(
  values: readonly string[],
  { keyword }: Pick<PrintContext, "keyword">,
): JsonObject {
  return { [keyword]: [...new Set(values)] };
}

/** Leaves out a keyword that JSON Schema does not have. */
export function printNothing(): JsonObject {
  return {};
}
