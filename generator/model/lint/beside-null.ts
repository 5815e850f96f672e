import type { Schema } from "../../schema/schema.js";

/**
 * Returns the schema from which the `null` of `nullable` was separated, or undefined. The `anyOf`
 * of that is not in the document.
 */
export function besideNull(schema: Schema): Schema | undefined {
  const options = schema.kind === "boolean" ? undefined : schema.keywords.anyOf;
  if (options === undefined) return undefined;
  const [value, other] = options;
  return other?.id === `${schema.id}?null` ? value : undefined;
}
