import type { SchemaId } from "../core/schema-id.js";
import { keywordsIn } from "../schema/keywords/keywords.js";
import type { Schema } from "../schema/schema.js";

/**
 * Returns the schema that a schema refers to, if nothing else in it restricts values; otherwise
 * undefined.
 */
export function onlyReference(schema: Schema): SchemaId | undefined {
  if (schema.kind === "boolean") return undefined;
  const restrictsMore = keywordsIn(schema.keywords).some(
    ({ name, definition: { checks, type } }) => name !== "$ref" && (checks ?? type) !== undefined,
  );
  return restrictsMore ? undefined : schema.keywords.$ref;
}
