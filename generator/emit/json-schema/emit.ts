import type { Model, Models } from "../../model/model.js";
import { array, arrow, exported, literal, pureCall } from "../../code/expressions.js";
import type { Declaration, Module } from "../../code/nodes.js";
import { typeReference } from "../../code/type-nodes.js";
import type { ModelModule } from "../models.js";
import { modelsUsedBy, printSchemaOf } from "./print.js";

const runtime = "runtime/json-schema";

/**
 * Makes the modules with the JSON Schemas, one beside each module of types.
 *
 * A schema must contain all that it refers to. Written out, that would be a large part of the
 * document for each model, so the schemas import those that they use.
 */
export function* emitJsonSchemas(
  modules: readonly ModelModule[],
  models: Models,
): Generator<Module> {
  for (const [module, members] of modules) {
    const declarations = members.map((model) => declareSchema(model, models));
    yield { path: `json-schema/${module}`, declarations };
  }
}

function declareSchema(model: Model, models: Models): Declaration {
  const { name, exports } = model;
  const uses = [...modelsUsedBy(model, models)].map((used) =>
    exported(used.exports.jsonSchema, `json-schema/${used.module}`),
  );
  return {
    kind: "constant",
    name: exports.jsonSchema,
    type: typeReference(exported("JsonSchema", runtime)),
    value: pureCall(
      exported("jsonSchema", runtime),
      literal(name),
      literal(printSchemaOf(model, models)),
      ...(uses.length === 0 ? [] : [arrow([], array(uses))]),
    ),
    isHoisted: false,
  };
}
