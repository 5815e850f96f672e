import type { SchemaId } from "../../core/schema-id.js";
import { keyOfPlace } from "../../core/place.js";
import { childrenOf, referencesOf } from "../children.js";
import type { ObjectSchema, Schema } from "../schema.js";
import type { PlaceKey } from "./all-schemas.js";

/**
 * The properties that values of each schema must have: those that it requires, by itself or by what
 * it combines, and those that is required around it where it is written inside a combination. What
 * others require who refer to a schema says nothing of its other uses.
 */
export function requiredNames(
  schemas: readonly ObjectSchema[],
  get: (id: SchemaId) => Schema,
): ReadonlyMap<PlaceKey, ReadonlySet<string>> {
  const found = new Map<PlaceKey, ReadonlySet<string>>();

  function visit(schema: Schema, around: Iterable<string>): void {
    if (schema.kind === "boolean") return;
    const key = keyOfPlace(schema.place);
    const names = new Set([...(found.get(key) ?? []), ...around, ...requiredBy(schema, get)]);
    found.set(key, names);
    for (const { schema: child, role } of childrenOf(schema)) {
      if (role.kind === "part" || role.kind === "option") visit(child, names);
    }
  }

  for (const schema of schemas) visit(schema, []);
  return found;
}

/** What a schema requires of every value. */
function requiredBy(schema: Schema, get: (id: SchemaId) => Schema): readonly string[] {
  if (schema.kind === "boolean") return [];
  const { required = [], allOf = [] } = schema.keywords;
  const parts = [...allOf, ...referencesOf(schema).map(get)];
  return [...required, ...parts.flatMap((part) => requiredBy(part, get))];
}
