import type { CheckOf } from "../../checks/check.js";
import type { SchemaType } from "../../core/json-type.js";
import type { ScalarTest } from "../runtime.js";
import { call } from "../../code/expressions.js";
import type { Expression } from "../../code/nodes.js";
import type { GuardModule } from "./guard-module.js";
import { isInherited } from "./tests.js";

/**
 * An expression that tells in one call whether a property is of one scalar type or, as far as it
 * may be, missing or null; undefined, if there is more to tell. The property is read once then:
 * to read it twice takes twice the time where objects have many shapes.
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

/** The scalar types that a property is one of, where that is all there is to tell. */
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
