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

/** The types of models, and of schemas that are not models. */
export interface DerivedTypes extends ShapedTypes {
  /** The type of a schema that is not a model, and refers only to models. */
  readonly of: (schema: Schema) => Type;
}

/**
 * Derives the type of each model: the smallest TypeScript type that contains every value that the
 * guard accepts. The type of a schema is the intersection of the types that its keywords imply.
 *
 * @param empty The schemas that accept nothing. Default: those whose checks prove it.
 */
export function deriveTypes(
  models: Models,
  empty: EmptySchemas = emptySchemas(models),
): DerivedTypes {
  const recursion = new DeepRecursion();
  const get = recursion.remember(deriveType, unknownType);
  const jsonTypesOfModel = recursion.remember(
    (model: SchemaId) => jsonTypesOf(get(model), modelTypes),
    // While a model that contains itself is being derived, its type is unknown.
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

  /** A reference to a model, or `never` for a model that accepts nothing, so that unions drop it. */
  function referenceTo(model: SchemaId): Type {
    return empty.hasModel(model) ? neverType : { kind: "reference", model };
  }

  /** Resolves the name of a model: a model may be just a name for another one. */
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

  // The types of models that contain one another depend on which is derived first: a fixed order
  // keeps the result independent of the caller.
  for (const { id } of models.all) get(id);
  for (const { id } of models.all) jsonTypesOfModel(id);
  return { ...modelTypes, of: own };
}
