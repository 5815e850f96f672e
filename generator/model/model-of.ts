import type { SchemaId } from "../core/schema-id.js";
import type { Model, Models } from "./model.js";

/**
 * Returns the model of the schema with an id. A component that only names a model shares that
 * model, whose own id is the one to compare.
 *
 * @throws Error if there is none.
 */
export function modelOf(id: SchemaId, { byId }: Models): Model {
  const model = byId.get(id);
  if (model === undefined) throw new Error(`No model has the id ${id}`);
  return model;
}
