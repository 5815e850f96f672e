import type { Model } from "../../model/model.js";
import type { ReadModels } from "../../model/read-models.js";
import type { Schema } from "../../schema/schema.js";
import type { Guard } from "../../validate/guard.js";
import { loadGuards } from "../../validate/load-guards.js";
import type { Sides } from "../subject.js";
import type { GuardsOf } from "./compare-data.js";
import type { Side } from "./components.js";
import type { Subject, SubjectSide } from "./subject.js";

/** Makes the guards of subjects callable. Schemas that are no models become models for this. */
export function guardsOf(subjects: Iterable<Subject>, sides: Sides): GuardsOf {
  const all = [...subjects];
  const load = (side: Side): ((subject: SubjectSide) => Guard) => {
    const models = new Map<Schema, Model>();
    for (const {
      [side]: { schema, model },
    } of all) {
      if (schema !== undefined && !models.has(schema)) {
        models.set(schema, model ?? modelFor(schema, models.size));
      }
    }
    const read = withModels(sides[side], [...models.values()]);
    const guards = loadGuards(read, [...new Set(models.values())]);
    return ({ schema }) => {
      if (schema === undefined) return () => [];
      const guard = guards.get(models.get(schema)?.name ?? "");
      if (guard === undefined) throw new Error(`${schema.id} has no guard`);
      return guard;
    };
  };
  const [old, next] = [load("old"), load("new")];
  return (subject) => ({ old: old(subject.old), new: next(subject.new) });
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

function withModels(read: ReadModels, added: readonly Model[]): ReadModels {
  const { models } = read;
  const missing = added.filter(({ id }) => !models.byId.has(id));
  if (missing.length === 0) return read;
  const byId = new Map([...models.byId, ...missing.map((model) => [model.id, model] as const)]);
  return { ...read, models: { all: [...models.all, ...missing], byId } };
}
