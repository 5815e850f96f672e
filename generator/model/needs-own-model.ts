import type { Schema } from "../schema/schema.js";

/**
 * Whether a schema inside another one becomes a model of its own: an object with properties, or
 * several literals.
 */
export function needsOwnModel(schema: Schema): boolean {
  if (schema.kind === "boolean") return false;
  const { properties, $ref, allOf = [] } = schema.keywords;
  const values = schema.keywords.enum ?? schema.keywords["x-open-enum"];
  if (values !== undefined && $ref === undefined) {
    return (
      values.length > 1 &&
      values.every((value) => typeof value === "string" || typeof value === "number")
    );
  }
  return (properties !== undefined && properties.size > 0) || allOf.some(needsOwnModel);
}
