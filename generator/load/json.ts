import type { Json, JsonObject } from "./document.js";

/**
 * Whether a JSON value is an object.
 *
 * @param value Any JSON value; `undefined`, a member that is not there, is none.
 */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Whether a JSON value is an array.
 *
 * @param value Any JSON value; `undefined`, a member that is not there, is none.
 */
export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
