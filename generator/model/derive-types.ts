import type { SchemaId } from "../core/schema-id.js";
import { type JsonType, jsonTypes } from "../core/json-type.js";
import type { TypeContext } from "../schema/keywords/keyword.js";
import { mapKeywords } from "../schema/keywords/keywords.js";
import type { Models } from "./model.js";
import { modelOf } from "./model-of.js";
import { type Schema } from "../schema/schema.js";
import { jsonTypesOf, meet, type ModelTypes } from "../types/algebra.js";
import { withInherited } from "./shape.js";
import { neverType, unknownType, type Type } from "../types/type.js";

/**
 * Derives the type of each model: the smallest that TypeScript can say and that has every value
 * which the guard accepts. A schema is the intersection of what its keywords say.
 */
export function deriveTypes(models: Models): ModelTypes {
  const modelTypes: ModelTypes = { get, jsonTypes: typesOf };
  const types = new Map<SchemaId, Type>();
  const narrowed = new Map<SchemaId, ReadonlySet<JsonType>>();

  function typesOf(model: SchemaId): ReadonlySet<JsonType> {
    const known = narrowed.get(model);
    if (known !== undefined) return known;
    // While a model that contains itself is looked at, nothing is known about it.
    narrowed.set(model, new Set(jsonTypes));
    const result = jsonTypesOf(get(model), modelTypes);
    narrowed.set(model, result);
    return result;
  }

  function get(id: SchemaId): Type {
    const known = types.get(id);
    if (known !== undefined) return known;
    const { schema } = modelOf(id, models);
    types.set(id, unknownType);
    const type = own(schema);
    types.set(id, type);
    return type;
  }

  function typeOf(schema: Schema): Type {
    const model = models.byId.get(schema.id);
    return model === undefined ? own(schema) : { kind: "reference", model: model.id };
  }

  function meetAll(all: readonly Type[]): Type {
    return withInherited(
      all.reduce((left, right) => meet(left, right, modelTypes), unknownType),
      modelTypes,
    );
  }

  function own(schema: Schema): Type {
    if (schema.kind === "boolean") return schema.value ? unknownType : neverType;
    const context: TypeContext = {
      keywords: schema.keywords,
      type: typeOf,
      reference: (id) => ({ kind: "reference", model: modelOf(id, models).id }),
      meet: meetAll,
    };
    return meetAll(
      mapKeywords(schema.keywords, ({ type }, value) => type?.(value, context) ?? unknownType),
    );
  }

  // What is known of models that contain one another depends on which is looked at first: so that does
  // not depend on who asks.
  for (const { id } of models.all) get(id);
  for (const { id } of models.all) typesOf(id);
  return modelTypes;
}
