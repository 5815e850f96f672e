import type { Schema } from "../../schema/schema.js";

/** The schema that `null` is set apart from, by an `anyOf` that no document has: that of `nullable`. */
export function besideNull(schema: Schema): Schema | undefined {
  const options = schema.kind === "boolean" ? undefined : schema.keywords.anyOf;
  if (options === undefined) return undefined;
  const [value, other] = options;
  return other?.id === `${schema.id}?null` ? value : undefined;
}
