import { emitJsonSchemas } from "../../generator/emit/json-schema/emit.js";
import { modulesOf } from "../../generator/emit/models.js";
import { formatDiagnostic, type GenerateOptions } from "../../generator/index.js";
import type { Model } from "../../generator/model/model.js";
import type { ReadModels } from "../../generator/model/read-models.js";
import * as jsonSchema from "../../generator/runtime/json-schema.js";
import { diagnoseModels } from "../../generator/validate/diagnose-models.js";
import { evaluateModules } from "../../generator/validate/evaluate-modules.js";
import { loadSchemas } from "../../generator/validate/load-guards.js";
import type { JsonObject } from "../../generator/core/json.js";
import { jsonDocumentOf, type Guards } from "./guards.js";

/** The guards of a document, as functions in this process. */
export interface GuardsInMemory extends ReadModels {
  /**
   * The guards of a model, by its name.
   *
   * @throws when there is no such model
   */
  readonly guards: (model: string) => Guards;
}

/**
 * Makes the guards of a document: the code that a package has, without its types, files and modules.
 *
 * @param options What `loadPackage` takes.
 * @throws when the document has errors, with the diagnostics as a user would see them
 */
export async function guardsInMemory(options: GenerateOptions): Promise<GuardsInMemory> {
  const { result: read, diagnostics } = await diagnoseModels(
    () => options,
    (each) => each,
  );
  if (read === undefined) {
    const shown = diagnostics.map((each) => formatDiagnostic(each, { color: false }));
    throw new Error(`Nothing was read.\n\n${shown.join("\n\n")}`);
  }
  const schemas = loadSchemas(read, read.models.all);
  const document = jsonDocumentOf(options);
  return {
    ...read,
    guards: (name) => {
      const schema = schemas.get(name);
      if (schema === undefined) throw new Error(`There is no model ${name}.`);
      return { is: schema.is, validate: schema.validate, ...document };
    },
  };
}

/** Options to generate from a document that is a value. */
export function inMemory(document: object): GenerateOptions {
  return { spec: { text: JSON.stringify(document) } };
}

/** The JSON Schemas of a document: what gives that of a model, by its name. */
export function jsonSchemasOf({ models }: ReadModels): (model: string) => JsonObject {
  const modules = [...emitJsonSchemas(modulesOf(models), models)];
  const load = evaluateModules(modules, new Map([["runtime/json-schema", jsonSchema]]));
  return (name) => {
    const model: Model | undefined = models.all.find((each) => each.name === name);
    if (model === undefined) throw new Error(`There is no model ${name}.`);
    // Every module of JSON Schemas exports one for each of its models.
    return load(`json-schema/${model.module}`)[model.exports.jsonSchema] as JsonObject;
  };
}
