import type { Schema } from "../schema/schema.js";

/** Whether a schema that is written inside another one is named: an object, or several literals. */
export function deservesName(schema: Schema): boolean {
  if (schema.kind === "boolean") return false;
  const { properties, $ref, allOf = [] } = schema.keywords;
  const values = schema.keywords.enum ?? schema.keywords["x-open-enum"];
  if (values !== undefined && $ref === undefined) {
    return (
      values.length > 1 &&
      values.every((value) => typeof value === "string" || typeof value === "number")
    );
  }
  return (properties !== undefined && properties.size > 0) || allOf.some(deservesName);
}
