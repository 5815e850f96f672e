import type { Json } from "./json.js";

/** The types that a JSON value can have. */
export type JsonType = "null" | "boolean" | "number" | "string" | "array" | "object";

/** The values of the `type` keyword. */
export type SchemaType = JsonType | "integer";

/** The JSON types in the order of unions: `null` is last. */
export const jsonTypes: readonly JsonType[] = [
  "string",
  "number",
  "boolean",
  "array",
  "object",
  "null",
];

/** Returns the JSON type of a value. */
export function jsonTypeOf(value: Json): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  switch (typeof value) {
    case "boolean":
      return "boolean";
    case "number":
      return "number";
    case "string":
      return "string";
    default:
      return "object";
  }
}

/** Returns whether a value has a type of the `type` keyword; 1.0 is an integer. */
export function isOfType(value: Json, type: SchemaType): boolean {
  return type === "integer" ? Number.isInteger(value) : jsonTypeOf(value) === type;
}
