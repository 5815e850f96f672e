import type { Direction } from "../core/direction.js";
import type { SchemaId } from "../core/schema-id.js";
import type { Schema } from "../schema/schema.js";
import type { Schemas } from "../schema/schemas.js";
import { idInDirection } from "../schema/scope.js";
import { prepareUnsent } from "../schema/unsent.js";
import type { Model, Models } from "./model.js";

/**
 * Returns a schema that is not a model as it is sent in a direction: without the properties that are not sent in
 * it.
 */
export function schemaAsSent(
  schema: Schema,
  direction: Direction | undefined,
  schemas: Schemas,
  { byId }: Models,
): Schema {
  if (direction === undefined) return schema;
  const unsent = prepareUnsent([schema], schemas.get)(direction);
  if (!unsent.isIn(schema)) return schema;
  const differs = (id: SchemaId): boolean => byId.has(idInDirection(id, direction));
  return schemas.inDirection(schema, direction, { differs, unsent });
}

/** Returns the models as a schema in a direction refers to them: the variants of those that have one. */
export function modelsAsSent(models: Models, direction: Direction | undefined): Models {
  if (direction === undefined) return models;
  const byId = new Map<SchemaId, Model>();
  for (const [id, model] of models.byId) {
    byId.set(id, models.byId.get(idInDirection(id, direction)) ?? model);
  }
  return { ...models, byId };
}
