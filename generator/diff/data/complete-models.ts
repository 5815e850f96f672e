import type { Place } from "../../core/place.js";
import { modelAt } from "../../model/model-at.js";
import type { Model } from "../../model/model.js";
import type { ReadModels } from "../../model/read-models.js";
import { referencesIn } from "../../schema/children.js";
import { componentSchemas } from "../../openapi/components.js";
import type { Schema } from "../../schema/schema.js";
import type { OperationPart, Sides } from "../subject.js";
import type { Side } from "./components.js";

/**
 * Makes models of the schemas that are written in operations, and of what they refer to, so that all of them can
 * be compared and guarded as models are.
 */
export function completeModels(sides: Sides, parts: readonly OperationPart[]): Sides {
  const complete = (side: Side): ReadModels => {
    const read = sides[side];
    const written = parts.flatMap((part) => (part.untyped === side ? [] : [part[side]]));
    return withModelsAt(read, [...componentSchemas(read.document).values(), ...written]);
  };
  return { old: complete("old"), new: complete("new") };
}

function withModelsAt(read: ReadModels, places: readonly Place[]): ReadModels {
  const { schemas, models } = read;
  const byId = new Map(models.byId);
  const added: Model[] = [];
  const pending: Schema[] = [];
  const add = (schema: Schema): void => {
    if (byId.has(schema.id)) return;
    const model = modelFor(schema, added.length);
    byId.set(schema.id, model);
    added.push(model);
    pending.push(schema);
  };
  for (const place of places) {
    if (modelAt(place, undefined, schemas, models) === undefined) add(schemas.at(place));
  }
  // The loop also visits what is added while it runs.
  for (const schema of pending) {
    for (const id of referencesIn(schema)) if (!byId.has(id)) add(schemas.get(id));
  }
  return added.length === 0 ? read : { ...read, models: { all: [...models.all, ...added], byId } };
}

function modelFor(schema: Schema, index: number): Model {
  const name = `OperationSchema${index}`;
  return {
    id: schema.id,
    name,
    module: `operation-schema-${index}`,
    schema,
    exports: {
      is: `is${name}`,
      schema: `${name}Schema`,
      values: `${name}Values`,
      jsonSchema: `${name}JsonSchema`,
      arbitrary: `${name}Arbitrary`,
      fixtures: `${name}Fixtures`,
    },
  };
}
