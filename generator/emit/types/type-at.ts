import type { TypeNode } from "../../code/nodes.js";
import { unknownType } from "../../code/type-nodes.js";
import type { Direction } from "../../core/direction.js";
import type { Place } from "../../core/place.js";
import type { DerivedTypes } from "../../model/derive-types.js";
import { modelAt } from "../../model/model-at.js";
import { modelOf } from "../../model/model-of.js";
import type { Model, Models } from "../../model/model.js";
import { schemaAsSent } from "../../model/sent-schema.js";
import { referencesIn } from "../../schema/children.js";
import type { Schemas } from "../../schema/schemas.js";
import { idInDirection } from "../../schema/scope.js";
import { typeNode, type TypeContext } from "./type-node.js";

/** The input for the types of schemas that operations use. */
export interface TypeAtInput {
  readonly schemas: Schemas;
  readonly models: Models;
  readonly types: DerivedTypes;
  /** The context for printing types. */
  readonly context: Omit<TypeContext, "reference">;
  /** The type of a model. */
  readonly use: (model: Model) => TypeNode;
}

/**
 * Returns the type of the schema at a place, as its values are sent in a direction: its model, or the type written
 * out.
 */
export function typeAt(
  place: Place,
  direction: Direction | undefined,
  { schemas, models, types, context, use }: TypeAtInput,
): TypeNode {
  const model = modelAt(place, direction, schemas, models);
  if (model !== undefined) return use(model);
  const schema = schemas.at(place);
  // With `roots`, it may refer to a schema without a model.
  if (!referencesIn(schema).every((id) => models.byId.has(id))) return unknownType;
  return typeNode(types.of(schemaAsSent(schema, direction, schemas, models)), {
    ...context,
    reference: (id) =>
      use((direction && models.byId.get(idInDirection(id, direction))) ?? modelOf(id, models)),
  });
}
