import type { Model, Models } from "../model/model.js";
import { modelOf } from "../model/model-of.js";
import type { Schemas } from "../schema/schemas.js";
import { docsOf } from "./docs.js";
import { Imports } from "../code/imports.js";
import type { SourceFile } from "../code/source-file.js";
import { declareModel } from "./types/declare.js";
import type { ShapedTypes } from "../model/shape.js";

/** The name of a module, and its models. */
export type ModelModule = readonly [name: string, models: readonly Model[]];

/** The modules with the types: one for each component schema, with the models nested in it. */
export function emitModels(
  modules: readonly ModelModule[],
  models: Models,
  types: ShapedTypes,
  schemas: Schemas,
): readonly SourceFile[] {
  return modules.map(([module, members]) => {
    const imports = new Imports();
    const declarations = members.flatMap((model) =>
      declareModel(model, {
        types,
        nameOf: (id) => {
          const other = modelOf(id, models);
          return other.module === module
            ? other.name
            : imports.type(other.name, `./${other.module}.js`);
        },
        propertyDocs: (id) => docsOf(schemas.get(id), 2),
      }),
    );
    return { path: `src/models/${module}.ts`, imports: imports.all, declarations };
  });
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
