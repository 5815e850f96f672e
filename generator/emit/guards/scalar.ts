import type { CheckOf } from "../../checks/check.js";
import type { SchemaType } from "../../core/json-type.js";
import type { ScalarTest } from "../runtime.js";
import { call } from "../../code/expressions.js";
import type { Expression } from "../../code/nodes.js";
import type { GuardModule } from "./guard-module.js";
import { isInherited } from "./tests.js";

/**
 * An expression that tests with one call whether a property has a scalar type or, if allowed, is
 * missing or null; undefined if the property has other checks. The property is then read once:
 * reading it twice takes twice the time if objects have many shapes.
 *
 * @param value - The expression that reads the property.
 */
export function scalarTest(
  check: CheckOf<"property">,
  value: Expression,
  module: GuardModule,
): Expression | undefined {
  const { name, required } = check;
  const types = scalarTypes(check);
  if (types === undefined || isInherited(name)) return undefined;
  const [type, ...more] = types.filter((one) => one !== "null");
  const word = type === undefined || more.length > 0 ? undefined : words[type];
  const isNullable = types.includes("null");
  if (word === undefined || (required && !isNullable)) return undefined;
  const other = required ? "Null" : isNullable ? "Nullish" : "Missing";
  return call(module.runtime(`is${other}Or${word}`), value);
}

/** Returns the scalar types of a property without other checks, or undefined. */
export function scalarTypes({ checks }: CheckOf<"property">): readonly SchemaType[] | undefined {
  const [only, ...others] = checks;
  if (only?.kind !== "cases" || only.types === undefined) return undefined;
  const isPlain = only.cases.size + others.length === 0;
  return isPlain && only.types.every((type) => type !== "object" && type !== "array")
    ? only.types
    : undefined;
}

type ScalarWord = ScalarTest extends `is${string}Or${infer Word}` ? Word : never;

const words: Partial<Record<SchemaType, ScalarWord>> = {
  string: "String",
  number: "Number",
  boolean: "Boolean",
  integer: "Integer",
};
