import type { SchemaId } from "../core/schema-id.js";
import type { Model, Models } from "../model/model.js";
import { modelOf } from "../model/model-of.js";
import type { Schemas } from "../schema/schemas.js";
import { docsOfProperty } from "./docs.js";
import { exported } from "../code/expressions.js";
import type { Docs, ExportedName, Module } from "../code/nodes.js";
import { findListing } from "./types/listed.js";
import { declareModel } from "./types/declare.js";
import type { ShapedTypes } from "../model/shape.js";

/** The name of a module, and its models. */
export type ModelModule = readonly [name: string, models: readonly Model[]];

/** Makes the modules with the types: one for each component schema, with the models nested in it. */
export function* emitModels(
  modules: readonly ModelModule[],
  models: Models,
  types: ShapedTypes,
  schemas: Schemas,
): Generator<Module> {
  const context = {
    types,
    nameOf: (id: SchemaId): ExportedName => typeName(modelOf(id, models)),
    propertyDocs: (ids: readonly SchemaId[]): Docs | undefined =>
      docsOfProperty(
        ids.map((id) => schemas.get(id)),
        ({ id }) => models.byId.has(id),
      ),
    lists: findListing(
      models.all.map(({ id }) => id),
      types,
    ),
  };
  for (const [module, members] of modules) {
    const declarations = members.flatMap((model) => declareModel(model, context));
    yield { path: `models/${module}`, declarations };
  }
}

/** The type of a model. */
export function typeName({ name, module }: Model): ExportedName {
  return exported(name, `models/${module}`);
}

/** The models of each module, in order. */
export function modulesOf({ all }: Models): readonly ModelModule[] {
  const modules = new Map<string, Model[]>();
  for (const model of all) {
    const members = modules.get(model.module) ?? [];
    modules.set(model.module, members);
    members.push(model);
  }
  return [...modules];
}
