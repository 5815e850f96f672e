import type { Module } from "../../code/nodes.js";
import type { Models } from "../../model/model.js";
import type { Document } from "../../openapi/document.js";
import { pathOperations, type PathOperation } from "../../openapi/operations.js";
import { operationsContext, type OperationsInput } from "./context.js";
import { NamesOfOperations, type OperationNames } from "./names.js";
import { emitOperation } from "./operation.js";
import { schemeNameType, SecuritySchemes } from "./security.js";
import { SharedParts } from "./shared-parts.js";
import { serversName, serversOfDocument } from "./servers.js";

/**
 * Makes a module for each operation under `paths`, those with their servers and security schemes, and an entry with
 * all of them. Webhooks and callbacks are called by the API, so they have none.
 */
export function* emitOperations(input: Omit<OperationsInput, "shared">): Generator<Module> {
  const { document, models, unsupported } = input;
  const operations = pathOperations(document);
  const parts = new SharedParts(document, operations);
  const context = operationsContext({ ...input, shared: parts });
  const names = namesOf(operations, models);
  const schemes = new SecuritySchemes(document, names, unsupported);
  const paths: string[] = [];
  for (const operation of operations) {
    const module = emitOperation(operation, { context, names, schemes });
    paths.push(module.path);
    yield module;
  }
  const shared = [...schemes.module(), ...serversOfDocument(document)];
  yield* parts.modules;
  yield* shared;
  yield {
    path: "operations/index",
    declarations: [...paths, ...shared.map(({ path }) => path)]
      .sort()
      .map((module) => ({ kind: "reexport", module, names: "all" })),
  };
}

/**
 * Returns the names of the operation that shows best how a package is used: the first `GET`, or else the first one;
 * undefined, if there are none.
 */
export function exampleOperation(document: Document, models: Models): OperationNames | undefined {
  const operations = pathOperations(document);
  const example = operations.find(({ method }) => method === "GET") ?? operations[0];
  return example && namesOf(operations, models).of(example);
}

function namesOf(operations: readonly PathOperation[], models: Models): NamesOfOperations {
  return new NamesOfOperations(operations, models, [serversName, schemeNameType]);
}
