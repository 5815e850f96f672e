import { emitGuards } from "../emit/guards/emit.js";
import { emitModels, modulesOf } from "../emit/models.js";
import { deriveTypes, type DerivedTypes } from "../model/derive-types.js";
import type { Document } from "../openapi/document.js";
import type { Model, Models } from "../model/model.js";
import type { Issue } from "../runtime/issue.js";
import type { ModelSchema } from "../runtime/schema.js";
import type { Schemas } from "../schema/schemas.js";
import { evaluateModules, type ModuleExports } from "./evaluate-modules.js";
import type { Guard } from "./guard.js";
import { reachableModels } from "./reachable-models.js";
import { loadedRuntime } from "./runtime-modules.js";

/** What guards are made from. */
export interface GuardInput {
  readonly document: Document;
  readonly schemas: Schemas;
  readonly models: Models;
  /** The types of all models, if they are known. */
  readonly types?: DerivedTypes;
}

/**
 * Makes the guards of models callable in this process: the same code as in a package, without types.
 * Nothing is written to the disk.
 *
 * @param input The schemas and models of a document.
 * @param wanted The models to make guards of. Only these and the models that they need are compiled.
 *   Default: all models.
 * @returns The guard of each wanted model, by its name.
 */
export function loadGuards(
  input: GuardInput,
  wanted: readonly Model[] = input.models.all,
): ReadonlyMap<string, Guard> {
  const schemas = loadSchemas(input, wanted);
  return new Map([...schemas].map(([name, schema]) => [name, guardOf(schema)]));
}

/** Makes the schemas of models callable in this process, as {@link loadGuards} does their guards. */
export function loadSchemas(
  { document, schemas, models, types: known }: GuardInput,
  wanted: readonly Model[],
): ReadonlyMap<string, ModelSchema<unknown>> {
  const needed = reachableModels(models, wanted);
  const types = known ?? deriveTypes(needed);
  const modules = modulesOf(needed);
  const load = evaluateModules(
    [
      ...emitModels(modules, needed, types, schemas),
      ...emitGuards(modules, document, needed, types),
    ],
    loadedRuntime,
  );
  return new Map(
    wanted.map((model) => [model.name, schemaOf(model, load(`guards/${model.module}`))]),
  );
}

function schemaOf({ exports }: Model, module: ModuleExports): ModelSchema<unknown> {
  // Every module of guards exports a schema for each of its models.
  return module[exports.schema] as ModelSchema<unknown>;
}

/** Returns the guard of a schema. */
export function guardOf(schema: ModelSchema<unknown>): Guard {
  const none: readonly Issue[] = [];
  return (value, options) => schema.validate(value, options).issues ?? none;
}
