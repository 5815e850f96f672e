import type { SchemaId } from "../core/schema-id.js";
import type { Child, KeywordDefinition } from "./keywords/keyword.js";
import { forEachKeyword, mapKeywords, type Keywords } from "./keywords/keywords.js";
import type { ObjectSchema, Schema } from "./schema.js";

/** The schemas directly inside a schema. */
export function childrenOf({ keywords }: ObjectSchema): readonly Child[] {
  const found: Child[] = [];
  forEachKeyword(keywords, ({ children }, value) => {
    if (children !== undefined) for (const child of children(value)) found.push(child);
  });
  return found;
}

/** The schemas that a schema refers to itself, not through those inside it. */
export function referencesOf({ keywords }: ObjectSchema): readonly SchemaId[] {
  const found: SchemaId[] = [];
  forEachKeyword(keywords, ({ references }, value) => {
    if (references !== undefined) found.push(...references(value));
  });
  return found;
}

const references = new WeakMap<Schema, readonly SchemaId[]>();

/** The schemas that a schema refers to, itself or somewhere inside. */
export function referencesIn(schema: Schema): readonly SchemaId[] {
  const known = references.get(schema);
  if (known !== undefined) return known;
  const found: SchemaId[] = [];
  addReferences(schema, found);
  // Several stages ask for those of every model.
  references.set(schema, found);
  return found;
}

function addReferences(schema: Schema, found: SchemaId[]): void {
  if (schema.kind === "boolean") return;
  for (const id of referencesOf(schema)) found.push(id);
  for (const { schema: child } of childrenOf(schema)) addReferences(child, found);
}

/**
 * The schemas that apply to the same value as a schema: those it refers to, and those directly
 * inside.
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

/**
 * Keywords with every schema inside them replaced.
 *
 * @returns The same keywords, if every schema stays.
 */
export function mapSchemas(keywords: Keywords, map: (schema: Schema) => Schema): Keywords {
  const changed = mapKeywords(
    keywords,
    ({ holds }, value, name): readonly (readonly [string, unknown])[] => {
      const mapped = mapHeld(holds, value, map);
      return mapped === value ? [] : [[name, mapped]];
    },
  ).flat();
  return changed.length === 0 ? keywords : { ...keywords, ...Object.fromEntries(changed) };
}

/** The value of a keyword with the schemas in it replaced; the same value, if they all stay. */
function mapHeld(
  holds: KeywordDefinition<unknown>["holds"],
  value: unknown,
  map: (schema: Schema) => Schema,
): unknown {
  // By `holds`, the table says what the parsed values are.
  switch (holds) {
    case undefined:
      return value;
    case "schema":
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
