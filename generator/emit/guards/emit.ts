import type { Document } from "../../openapi/document.js";
import type { Model, Models } from "../../model/model.js";
import { call, exported, literal, local, object, pureCall } from "../../code/expressions.js";
import type {
  Declaration,
  Docs,
  Expression,
  Module,
  Parameter,
  TypeNode,
} from "../../code/nodes.js";
import { evaluate, returned } from "../../code/statements.js";
import {
  stringType,
  typeReference,
  unknownType,
  voidType,
  arrayOf,
} from "../../code/type-nodes.js";
import { findUses } from "../../model/uses.js";
import { typeName, type ModelModule } from "../models.js";
import type { ModelTypes } from "../../types/algebra.js";
import { pathImpliesSchema } from "./collector-call.js";
import { collectorBody } from "./collector.js";
import { GuardModule } from "./guard-module.js";
import { checksOfModel } from "../../model/lower.js";
import { predicateBody } from "./predicate.js";
import { findValueLists } from "./value-lists.js";

/** Makes the modules with the guards, one beside each module of types. */
export function* emitGuards(
  modules: readonly ModelModule[],
  document: Document,
  models: Models,
  types: ModelTypes,
): Generator<Module> {
  const uses = findUses(models);
  const context = {
    models,
    names: new Set(models.all.map(({ name }) => name)),
    documentUri: document.uri,
    lists: findValueLists(models, types, uses),
    predicateBody,
  };
  for (const [module, members] of modules) {
    const guards = new GuardModule(members, context);
    const functions = members.flatMap((model) => guardFunctions(model, guards));
    guards.finish();
    yield { path: `guards/${module}`, declarations: [...guards.hoisted, ...functions] };
  }
}

function guardFunctions(model: Model, module: GuardModule): readonly Declaration[] {
  const { name, exports } = model;
  const type = typeReference(typeName(model));
  const checks = checksOfModel(model, module.models);
  const validate = module.guard(model.id, "validate");
  const [value, options] = [local("value"), local("options")];
  return [
    {
      kind: "function",
      name: exports.is,
      docs: docs(`Tells whether a value is a valid {@link ${name}}.`),
      parameters: [valueParameter],
      returns: { kind: "predicate", asserts: false, parameter: "value", type },
      body: predicateBody(checks, module),
      isHoisted: false,
    },
    {
      kind: "function",
      name: exports.assert,
      docs: docs(`Throws a {@link ValidationError} unless a value is a valid {@link ${name}}.`),
      parameters: [valueParameter, optionsParameter],
      returns: { kind: "predicate", asserts: true, parameter: "value", type },
      body: [
        evaluate(
          call(module.runtime("assertValid"), literal(name), call(validate, value, options)),
        ),
      ],
      isHoisted: false,
    },
    {
      kind: "function",
      name: exports.validate,
      docs: docs(`The value as {@link ${name}}, or every issue that it has.`),
      parameters: [valueParameter, optionsParameter],
      returns: typeReference(exported("ValidationResult", "runtime/issue"), type),
      body: [
        returned({
          kind: "conditional",
          test: call(module.guard(model.id, "is"), value),
          then: object([["value", value]]),
          otherwise: object([["issues", collectCall(model, module)]]),
        }),
      ],
      isHoisted: false,
    },
    {
      kind: "function",
      name: exports.parse,
      docs: docs(`Parses JSON text of a valid {@link ${name}}, or throws.`),
      parameters: [{ name: "json", optional: false, type: stringType }, optionsParameter],
      returns: type,
      body: [
        returned(call(module.runtime("readJson"), literal(name), local("json"), validate, options)),
      ],
      isHoisted: false,
    },
    {
      kind: "function",
      name: exports.parseLines,
      docs: docs(`Parses JSON Lines of which each has to be a valid {@link ${name}}, one by one.`),
      parameters: [chunksParameter, optionsParameter],
      returns: typeReference(
        "AsyncGenerator",
        typeReference(exported("ParsedLine", "runtime/parse-lines"), type),
        voidType,
        voidType,
      ),
      body: [returned(call(module.runtime("readLines"), local("chunks"), validate, options))],
      isHoisted: false,
    },
    {
      kind: "constant",
      name: exports.schema,
      docs: docs(`{@link ${name}} as a [Standard Schema](https://standardschema.dev).`),
      type: typeReference(exported("StandardSchema", "runtime/standard-schema"), type),
      value: pureCall(module.runtime("standardSchema"), validate),
      isHoisted: false,
    },
    {
      kind: "function",
      name: exports.collect,
      docs: { text: "", tags: [{ name: "internal", text: "" }] },
      parameters: [valueParameter, pathParameter, findingsParameter],
      returns: voidType,
      body: collectorBody(model, checks, module),
      isHoisted: false,
    },
  ];
}

const valueParameter = parameter("value", unknownType);
const pathParameter = parameter("path", typeReference(exported("Path", "runtime/collect")));
const findingsParameter = parameter(
  "findings",
  arrayOf(typeReference(exported("Finding", "runtime/collect"))),
);
const chunksParameter = parameter(
  "chunks",
  typeReference(exported("TextChunks", "runtime/parse-lines")),
);
const optionsParameter: Parameter = {
  name: "options",
  optional: true,
  type: typeReference(exported("ValidationOptions", "runtime/issue")),
};

function parameter(name: string, type: TypeNode): Parameter {
  return { name, optional: false, type };
}

/** A call that collects what is wrong with a whole value, and tells which schema is meant. */
function collectCall(model: Model, module: GuardModule): Expression {
  const schema = literal(module.schemaPath(model.schema.place));
  return call(
    module.runtime("collect"),
    module.guard(model.id, "collect"),
    local("value"),
    local("options"),
    ...(pathImpliesSchema(model) ? [schema] : []),
  );
}

function docs(text: string): Docs {
  return { text, tags: [] };
}
