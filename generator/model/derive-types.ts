import type { SchemaId } from "../core/schema-id.js";
import { DeepRecursion } from "../core/deep-recursion.js";
import { type JsonType, jsonTypes } from "../core/json-type.js";
import type { TypeContext } from "../schema/keywords/keyword.js";
import { mapKeywords } from "../schema/keywords/keywords.js";
import { emptySchemas, type EmptySchemas } from "./empty-schemas.js";
import type { Models } from "./model.js";
import { modelOf } from "./model-of.js";
import { type Schema } from "../schema/schema.js";
import { jsonTypesOf, meetAll, type ModelTypes } from "../types/algebra.js";
import { findShapes, withInherited } from "./shape.js";
import type { ShapedTypes } from "../types/shape.js";
import { neverType, unknownType, type Type } from "../types/type.js";
import { breadthOf } from "../types/written.js";

/** The types of models, and of schemas that are none. */
export interface DerivedTypes extends ShapedTypes {
  /** The type of a schema that is no model, and refers to nothing but models. */
  readonly of: (schema: Schema) => Type;
}

/**
 * Derives the type of each model: the smallest that TypeScript can say and that has every value
 * which the guard accepts. A schema is the intersection of what its keywords say.
 *
 * @param empty The schemas that accept nothing. Default: those of which their checks say so.
 */
export function deriveTypes(
  models: Models,
  empty: EmptySchemas = emptySchemas(models),
): DerivedTypes {
  const recursion = new DeepRecursion();
  const get = recursion.remember(deriveType, unknownType);
  const jsonTypesOfModel = recursion.remember(
    (model: SchemaId) => jsonTypesOf(get(model), modelTypes),
    // While a model that contains itself is looked at, nothing is known about it.
    new Set<JsonType>(jsonTypes),
  );
  const plainTypes: ModelTypes = { get, jsonTypes: jsonTypesOfModel };
  const shape = findShapes(plainTypes, () => recursion.provisional);
  const breadth: (model: SchemaId) => number = recursion.remember(
    (model) => breadthOf(get(model), breadth),
    1,
  );
  const modelTypes: ShapedTypes = { ...plainTypes, shape, breadth };

  function deriveType(id: SchemaId): Type {
    return own(modelOf(id, models).schema);
  }

  function typeOf(schema: Schema): Type {
    const model = models.byId.get(schema.id);
    return model === undefined ? recursion.nested(() => own(schema)) : referenceTo(model.id);
  }

  /** The name of a model; not of one that accepts nothing, so that no option is one of these. */
  function referenceTo(model: SchemaId): Type {
    return empty.hasModel(model) ? neverType : { kind: "reference", model };
  }

  /** What a model is, if it is named: a model may be just the name of another one. */
  function withoutName(type: Type): Type {
    const seen = new Set<Type>();
    let value = type;
    while (value.kind === "reference" && !seen.has(value)) {
      seen.add(value);
      value = get(value.model);
    }
    return value.kind === "reference" ? unknownType : value;
  }

  const meetTypes = (all: readonly Type[]): Type =>
    withInherited(meetAll(all, modelTypes), modelTypes);
  const reference = (id: SchemaId): Type => referenceTo(modelOf(id, models).id);

  function own(schema: Schema): Type {
    if (schema.kind === "boolean") return schema.value ? unknownType : neverType;
    if (empty.has(schema)) return neverType;
    const { keywords } = schema;
    const context: TypeContext = {
      keywords,
      type: typeOf,
      reference,
      valueOf: withoutName,
      meet: meetTypes,
    };
    return meetTypes(
      mapKeywords(keywords, ({ type }, value) =>
        type === undefined ? unknownType : type(value, context),
      ),
    );
  }

  // What is known of models that contain one another depends on which is looked at first: so that does
  // not depend on who asks.
  for (const { id } of models.all) get(id);
  for (const { id } of models.all) jsonTypesOfModel(id);
  return { ...modelTypes, of: own };
}
