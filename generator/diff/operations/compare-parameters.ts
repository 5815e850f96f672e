import { below } from "../../core/place.js";
import type { Document } from "../../openapi/document.js";
import { parametersOf, variablesIn, type ParameterEntry } from "../../openapi/parameters.js";
import { keysOf, otherThan, requestDirection, type Call, type Pair } from "./call.js";
import { compareValue } from "./compare-value.js";
import type { Finding } from "./finding.js";
import type { OperationAt } from "./pair-operations.js";
import { compareRequired, onlyIn, type Value } from "./presence.js";

/** Compares the parameters of an operation, with those of its path. */
export function* compareParameters(call: Call, operations: Pair<OperationAt>): Generator<Finding> {
  const parameters = {
    old: parametersByKey(call.read.old.document, operations.old),
    new: parametersByKey(call.read.new.document, operations.new),
  };
  for (const key of keysOf(parameters)) {
    const old = parameters.old.get(key);
    const now = parameters.new.get(key);
    const shown = now ?? old;
    if (shown === undefined) continue;
    const { where, name } = shown;
    const value: Value = {
      part: { part: "parameter", name: `${where} ${name}` },
      direction: requestDirection(call),
      sender: call.caller,
      what: where === "querystring" ? "the query string" : `the ${where} parameter ${name}`,
      rules: { added: "parameter-added", removed: "parameter-removed" },
    };
    if (old !== undefined && now !== undefined) {
      const both = { old, new: now };
      yield* compareRequired(call, value, both);
      yield* compareValue(call, value, both, where);
      continue;
    }
    const side = now === undefined ? "old" : "new";
    // The path has its variables, whether they are described or not.
    const object = where === "path" ? { ...shown, value: { in: "query" } } : shown;
    const around = below(operations[otherThan(side)].operation.place, "parameters");
    yield onlyIn(call, side, value, object, around);
  }
}

/**
 * Returns the parameters of an operation by keys that are the same in both documents. The names of headers
 * ignore case; a path parameter is known by where it is in the path.
 */
function parametersByKey(
  document: Document,
  { path = "", pathItem, operation }: OperationAt,
): ReadonlyMap<string, ParameterEntry> {
  const variables = variablesIn(path);
  return new Map(
    parametersOf(document, pathItem, operation).map((entry) => [
      keyOf(entry.where, entry.name, variables),
      entry,
    ]),
  );
}

function keyOf(where: string, name: string, variables: readonly string[]): string {
  switch (where) {
    case "header":
      return `header ${name.toLowerCase()}`;
    case "querystring":
      return where;
    case "path": {
      const index = variables.indexOf(name);
      return index < 0 ? `path ${name}` : `path {${index}}`;
    }
    default:
      return `${where} ${name}`;
  }
}
