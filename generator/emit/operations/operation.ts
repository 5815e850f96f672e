import { array, exported, literal, object } from "../../code/expressions.js";
import type { Declaration, Docs, Module } from "../../code/nodes.js";
import { typeReference } from "../../code/type-nodes.js";
import type { PathOperation } from "../../openapi/operations.js";
import { declareCall, describeRequestBody } from "./calls.js";
import type { OperationsContext } from "./context.js";
import { docsOfObject, isDeprecated } from "./docs.js";
import { idOf, type NamesOfOperations } from "./names.js";
import { OperationModule } from "./operation-module.js";
import { describeParameters } from "./parameters.js";
import { describeResults } from "./results.js";
import type { SecuritySchemes } from "./security.js";
import { serversCode } from "./servers.js";

/** What the modules of all operations share, with their names and the security schemes. */
export interface OperationTools {
  readonly context: OperationsContext;
  readonly names: NamesOfOperations;
  readonly schemes: SecuritySchemes;
}

/**
 * Makes the module of an operation: the types of what it takes and answers, and its description.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#operation-object | OpenAPI 3.2, Operation Object}
 */
export function emitOperation(
  operation: PathOperation,
  { context, names, schemes }: OperationTools,
): Module {
  const { method, path, operation: found } = operation;
  const { value: name, call, result, module: file } = names.of(operation);
  const module = new OperationModule(context);
  const parameters = describeParameters(operation, module);
  const body = describeRequestBody(found, module);
  const results = describeResults(operation, name, module);
  const security = schemes.requirements(found);
  const servers = serversCode(context.document, operation);
  const callDocs: Docs = { text: `What {@link ${name}} takes.`, tags: [] };
  const description: Declaration = {
    kind: "constant",
    name,
    docs: docsOfObject(found, `\`${method} ${path}\``) ?? { text: "", tags: [] },
    type: typeReference(
      exported("Operation", "runtime/operation"),
      typeReference(exported(call, `operations/${file}`)),
      typeReference(exported(result, `operations/${file}`)),
    ),
    value: object([
      ["id", literal(idOf(operation) ?? name)],
      ["method", literal(method)],
      ["path", literal(path)],
      ...(parameters.length > 0
        ? [["parameters", array(parameters.map(({ code }) => code))] as const]
        : []),
      ...(body === undefined ? [] : [["body", body.code] as const]),
      ["responses", results.code],
      ...(security === undefined ? [] : [["security", security] as const]),
      ...(servers === undefined ? [] : [["servers", servers] as const]),
      ...(isDeprecated(found.value) ? [["isDeprecated", literal(true)] as const] : []),
    ]),
    isHoisted: false,
  };
  return {
    path: `operations/${file}`,
    declarations: [
      ...module.finish(),
      declareCall(call, callDocs, parameters, body),
      { kind: "alias", name: result, docs: results.docs, type: results.type },
      description,
    ],
  };
}
