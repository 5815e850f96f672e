import type { Schema } from "../../schema/schema.js";
import type { Model, Models } from "../model.js";

/** Turns schemas into models, so that checks can refer to each of them. */
export function asModels(all: readonly Schema[]): Models {
  const models = all.map((schema): Model => {
    const { id } = schema;
    const exports = {
      is: id,
      schema: id,
      values: id,
      jsonSchema: id,
      arbitrary: id,
      fixtures: id,
    };
    return { id, name: id, module: id, schema, exports };
  });
  return { all: models, byId: new Map(models.map((model) => [model.id, model])) };
}
