import type { Schema } from "../../schema/schema.js";

/** The schema that `null` is set apart from, by an `anyOf` that no document has: that of `nullable`. */
export function besideNull({ id, ...schema }: Schema): Schema | undefined {
  if (schema.kind === "boolean") return undefined;
  const [value, other] = schema.keywords.anyOf ?? [];
  return other?.id === `${id}?null` ? value : undefined;
}
