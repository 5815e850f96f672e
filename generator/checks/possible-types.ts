import { type JsonType, jsonTypeOf, jsonTypes } from "../core/json-type.js";
import type { Checks } from "./check.js";
import { caseOf } from "./schema-types.js";

/** The JSON types of the values that may pass optimised checks; calls are not followed. */
export function possibleTypes(checks: Checks): ReadonlySet<JsonType> {
  for (const check of checks) {
    if (check.kind === "cases" && check.types !== undefined) {
      return new Set(check.types.map(caseOf));
    }
    if (check.kind === "equals") return new Set(check.values.map(jsonTypeOf));
  }
  return new Set(jsonTypes);
}
