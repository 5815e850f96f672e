import type { SchemaId } from "../core/schema-id.js";
import { fieldOf } from "../openapi/objects.js";
import type { Child } from "./keywords/keyword.js";
import type { KeywordName, Keywords } from "./keywords/keyword-values.js";
import { keywordsIn, mapKeywords } from "./keywords/keywords.js";
import type { ObjectSchema, Schema } from "./schema.js";

/** The schemas directly inside a schema. */
export function childrenOf({ keywords }: ObjectSchema): readonly Child[] {
  const found: Child[] = [];
  for (const { name, definition } of keywordsIn(keywords)) {
    const { children } = definition;
    const value: unknown = keywords[name];
    if (children === undefined || value === undefined) continue;
    for (const child of children(value)) found.push(child);
  }
  return found;
}

/** The schemas that a schema refers to directly, not through schemas inside it. */
export function referencesOf({ keywords }: ObjectSchema): readonly SchemaId[] {
  const found: SchemaId[] = [];
  for (const { name, definition } of keywordsIn(keywords)) {
    const { references } = definition;
    const value: unknown = keywords[name];
    if (references === undefined || value === undefined) continue;
    for (const id of references(value)) found.push(id);
  }
  return found;
}

const references = new WeakMap<Schema, readonly SchemaId[]>();

/** The schemas that a schema refers to, directly or anywhere inside it. */
export function referencesIn(schema: Schema): readonly SchemaId[] {
  const known = references.get(schema);
  if (known !== undefined) return known;
  const found: SchemaId[] = [];
  addReferences(schema, found);
  // Several stages ask for the references of every model.
  references.set(schema, found);
  return found;
}

function addReferences(schema: Schema, found: SchemaId[]): void {
  if (schema.kind === "boolean") return;
  for (const id of referencesOf(schema)) found.push(id);
  for (const { schema: child } of childrenOf(schema)) addReferences(child, found);
}

/**
 * The schemas that apply to the same value as a schema: those that it refers to, and those directly
 * inside it.
 */
export function appliedInPlace(schema: Schema, get: (id: SchemaId) => Schema): readonly Schema[] {
  if (schema.kind === "boolean") return [];
  return [...referencesOf(schema).map((id) => get(id)), ...insideInPlace(schema)];
}

/** The schemas directly inside a schema that apply to the same value. */
export function insideInPlace(schema: ObjectSchema): readonly Schema[] {
  return childrenOf(schema).flatMap(({ schema: child, role }) =>
    role.kind === "part" || role.kind === "option" || (role.kind === "condition" && role.inPlace)
      ? [child]
      : [],
  );
}

/** The schemas that a schema refers to for the same value, directly or through schemas inside it. */
export function referencesInPlace(schema: Schema): readonly SchemaId[] {
  if (schema.kind === "boolean") return [];
  return [...referencesOf(schema), ...insideInPlace(schema).flatMap(referencesInPlace)];
}

/**
 * Replaces every schema inside keywords.
 *
 * @returns The same object, if no schema changes.
 */
export function mapSchemas(keywords: Keywords, map: (schema: Schema) => Schema): Keywords {
  const changed = mapKeywords(
    keywords,
    (_definition, value, name): readonly (readonly [string, unknown])[] => {
      const mapped = mapHeld(name, value, map);
      return mapped === value ? [] : [[name, mapped]];
    },
  ).flat();
  return changed.length === 0 ? keywords : { ...keywords, ...Object.fromEntries(changed) };
}

/** Replaces the schemas in the value of a keyword; returns the same value if none changes. */
function mapHeld(name: KeywordName, value: unknown, map: (schema: Schema) => Schema): unknown {
  const field = fieldOf("Schema", name);
  if (field?.is !== "held" || field.kind !== "Schema") return value;
  // The entries of keywords are typed against the field, which says what the parsed values are.
  switch (field.form) {
    case "one":
      return map(value as Schema);
    case "list": {
      const schemas = value as readonly Schema[];
      const mapped = schemas.map(map);
      return mapped.every((schema, index) => schema === schemas[index]) ? schemas : mapped;
    }
    case "map": {
      const schemas = value as ReadonlyMap<string, Schema>;
      const mapped = new Map([...schemas].map(([name, schema]) => [name, map(schema)]));
      return [...mapped].every(([name, schema]) => schema === schemas.get(name)) ? schemas : mapped;
    }
  }
}
