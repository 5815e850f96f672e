import type { Document } from "../../openapi/document.js";
import type { Model, Models } from "../../model/model.js";
import { call, exported, literal, pureCall } from "../../code/expressions.js";
import type { Declaration, Module } from "../../code/nodes.js";
import { returned } from "../../code/statements.js";
import { typeReference, unknownType } from "../../code/type-nodes.js";
import { findRepeated } from "../../model/repeated.js";
import { findUses } from "../../model/uses.js";
import { typeName, type ModelModule } from "../models.js";
import type { ModelTypes } from "../../types/algebra.js";
import { collectorOf } from "./collector.js";
import { GuardModule, type GuardContext } from "./guard-module.js";
import { checksOfModel } from "../../model/lower.js";
import { predicateBody } from "./predicate.js";
import { argument } from "./subject.js";
import { findValueLists } from "./value-lists.js";

/** Makes the modules with the guards, one beside each module of types. */
export function* emitGuards(
  modules: readonly ModelModule[],
  document: Document,
  models: Models,
  types: ModelTypes,
): Generator<Module> {
  const context = guardContext(document, models, types);
  for (const [module, members] of modules) {
    const guards = new GuardModule(members, context);
    const declarations = members.flatMap((model) => guardDeclarations(model, guards));
    guards.finish();
    yield { path: `guards/${module}`, declarations: [...guards.hoisted, ...declarations] };
  }
}

/** Creates the context that the guards of all modules share. */
export function guardContext(document: Document, models: Models, types: ModelTypes): GuardContext {
  const uses = findUses(models);
  return {
    models,
    documentUri: document.uri,
    lists: findValueLists(models, types, uses),
    repeated: findRepeated(models, uses),
    predicateBody,
  };
}

function guardDeclarations(model: Model, module: GuardModule): readonly Declaration[] {
  const { id, name, schema, exports } = model;
  const type = typeReference(typeName(model));
  const checks = checksOfModel(model, module.models);
  const isRemembering = module.isRemembering(model, checks);
  return [
    {
      kind: "function",
      name: exports.is,
      parameters: [{ name: "value", optional: false, type: unknownType }],
      returns: { kind: "predicate", asserts: false, parameter: "value", type },
      body: isRemembering
        ? [returned(call(module.runtime("remember"), module.predicate(checks), argument.value))]
        : predicateBody(checks, module),
      isHoisted: false,
    },
    {
      kind: "constant",
      name: exports.schema,
      type: typeReference(exported("ModelSchema", "runtime/schema"), type),
      value: pureCall(
        module.runtime("modelSchema"),
        literal(name),
        literal(module.schemaPath(schema.place)),
        module.guard(id, "is"),
        collectorOf(model, checks, module),
      ),
      isHoisted: false,
    },
  ];
}
