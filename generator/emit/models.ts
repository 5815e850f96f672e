import type { Model, Models } from "../model/model.js";
import type { Schemas } from "../schema/schemas.js";
import { exported } from "../code/expressions.js";
import type { ExportedName, Module } from "../code/nodes.js";
import { declareContext } from "./types/context.js";
import { declareModel } from "./types/declare.js";
import type { ShapedTypes } from "../types/shape.js";

/** The name of a module, and its models. */
export type ModelModule = readonly [name: string, models: readonly Model[]];

/** Makes the modules with the types: one for each component schema, with the models nested in it. */
export function* emitModels(
  modules: readonly ModelModule[],
  models: Models,
  types: ShapedTypes,
  schemas: Schemas,
): Generator<Module> {
  const context = declareContext({ models, types, schemas }, typeName);
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
