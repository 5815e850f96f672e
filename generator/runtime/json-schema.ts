/**
 * A self-contained JSON Schema of version 2020-12: all schemas that it refers to are in its
 * `$defs`.
 *
 * https://json-schema.org/draft/2020-12/json-schema-core
 */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema | boolean>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema | boolean;
  readonly allOf?: readonly (JsonSchema | boolean)[];
  readonly anyOf?: readonly (JsonSchema | boolean)[];
  readonly oneOf?: readonly (JsonSchema | boolean)[];
  readonly [keyword: string]: unknown;
}

/** A schema, the name by which others refer to it, and the schemas that it refers to. */
interface Definition {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly uses: () => readonly JsonSchema[];
}

const definitions = /* @__PURE__ */ new WeakMap<JsonSchema, Definition>();

/**
 * Adds to a schema all that it refers to. The `$defs` are computed when they are first read:
 * modules of schemas may import each other, so that another one may not be loaded yet.
 *
 * @param name - The name by which others refer to it, below `#/$defs/`.
 * @param schema - The schema itself.
 * @param uses - The schemas that it refers to.
 */
export function jsonSchema(
  name: string,
  schema: JsonSchema,
  uses?: () => readonly JsonSchema[],
): JsonSchema {
  const whole = { $schema: "https://json-schema.org/draft/2020-12/schema", ...schema };
  if (uses !== undefined) {
    let found: JsonSchema["$defs"];
    const get = (): JsonSchema["$defs"] => (found ??= schemasByName(uses()));
    Object.defineProperty(whole, "$defs", { enumerable: true, get });
  }
  definitions.set(whole, { name, schema, uses: uses ?? ((): readonly JsonSchema[] => []) });
  return whole;
}

/** Some schemas and all that they refer to, as they were defined. */
function schemasByName(used: readonly JsonSchema[]): Readonly<Record<string, JsonSchema>> {
  const found = new Map<string, JsonSchema>();
  const pending = [...used].reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const definition = definitions.get(next);
    if (definition === undefined || found.has(definition.name)) continue;
    found.set(definition.name, definition.schema);
    pending.push(...[...definition.uses()].reverse());
  }
  return Object.fromEntries(found);
}
