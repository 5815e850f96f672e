import type { SchemaId } from "../../core/schema-id.js";
import { mapKeywords } from "../../schema/keywords/keywords.js";
import { isJsonArray, type Json, type JsonObject } from "../../core/json.js";
import type { Model, Models } from "../../model/model.js";
import { modelOf } from "../../model/model-of.js";
import { childrenOf, referencesOf } from "../../schema/children.js";
import type { ObjectSchema, Schema } from "../../schema/schema.js";

/** The schema of a model as JSON Schema 2020-12, in which other models are references. */
export function printSchemaOf({ schema }: Model, models: Models): JsonObject {
  if (schema.kind === "object") return printKeywords(schema, models);
  return schema.value ? {} : { not: {} };
}

function printKeywords({ keywords }: ObjectSchema, models: Models): JsonObject {
  const members = mapKeywords(keywords, ({ print }, value, keyword) => {
    const context = {
      keyword,
      schema: (inside: Schema) => printInside(inside, models),
      reference: (id: SchemaId) => referenceTo(modelOf(id, models)),
    };
    // Only keywords with JSON values have no `print`: the type of the keyword table guarantees it.
    return print === undefined ? { [keyword]: value as Json } : print(value, context);
  });
  return joined(members);
}

/** The models that the schema of a model refers to, those written inside it among them. */
export function modelsUsedBy({ schema }: Model, models: Models): ReadonlySet<Model> {
  const used = new Set<Model>();
  addUsed(schema, models, used);
  return used;
}

function addUsed(schema: Schema, models: Models, used: Set<Model>): void {
  if (schema.kind === "boolean") return;
  for (const { schema: child } of childrenOf(schema)) {
    const model = models.byId.get(child.id);
    if (model === undefined) addUsed(child, models, used);
    else used.add(model);
  }
  for (const id of referencesOf(schema)) used.add(modelOf(id, models));
}

function printInside(schema: Schema, models: Models): Json {
  const model = models.byId.get(schema.id);
  if (model !== undefined) return { $ref: referenceTo(model) };
  return schema.kind === "boolean" ? schema.value : printKeywords(schema, models);
}

/** https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.4 */
function referenceTo({ name }: Model): string {
  return `#/$defs/${encodeURI(name)}`;
}

/**
 * Joins the members that keywords become to one schema. If two have the same name, such as a `$ref`
 * and a `$dynamicRef` that became a `$ref`, the later one is put into `allOf`.
 */
function joined(members: readonly JsonObject[]): JsonObject {
  const taken = new Map<string, Json>();
  const others: JsonObject[] = [];
  for (const member of members) {
    for (const [name, value] of Object.entries(member)) {
      if (taken.has(name)) others.push({ [name]: value });
      else taken.set(name, value);
    }
  }
  const all = taken.get("allOf");
  if (others.length > 0) taken.set("allOf", [...(isJsonArray(all) ? all : []), ...others]);
  return Object.fromEntries(taken);
}
