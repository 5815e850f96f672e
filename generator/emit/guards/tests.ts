import type { SchemaType } from "../../core/json-type.js";
import type { Json } from "../../core/json.js";
import {
  call,
  equals,
  global,
  literal,
  member,
  nullValue,
  or,
  property,
  typeOf,
} from "../../code/expressions.js";
import type { Expression } from "../../code/nodes.js";
import type { GuardModule } from "./guard-module.js";

// Expressions that predicates and collectors of issues use.

/** An expression that tells whether a value is of a type. */
export function typeTest(type: SchemaType, value: Expression, module: GuardModule): Expression {
  switch (type) {
    case "string":
    case "boolean":
      return equals(typeOf(value), literal(type));
    case "null":
      return equals(value, nullValue);
    case "number":
      return call(module.runtime("isNumber"), value);
    case "integer":
      return call(module.runtime("isInteger"), value);
    case "array":
      return call(member(global("Array"), "isArray"), value);
    case "object":
      return call(module.runtime("isObject"), value);
  }
}

/** An expression that tells whether a value is of one of several types. */
export function typesTest(
  types: readonly SchemaType[],
  value: Expression,
  module: GuardModule,
): Expression {
  return or(byCost(types).map((type) => typeTest(type, value, module)));
}

/** The types in the order in which testing them is cheapest. */
export function byCost(types: readonly SchemaType[]): readonly SchemaType[] {
  return [...types].sort((left, right) => testOrder.indexOf(left) - testOrder.indexOf(right));
}

const testOrder: readonly SchemaType[] = [
  "null",
  "string",
  "number",
  "boolean",
  "integer",
  "array",
  "object",
];

const mostComparisons = 16;

/** An expression that tells whether a value equals one of several. */
export function equalsTest(
  values: readonly Json[],
  value: Expression,
  module: GuardModule,
): Expression {
  // A long list is searched; comparing a few values one by one is faster.
  const list = values.length > mostComparisons ? module.list(values) : undefined;
  if (list !== undefined) return call(module.runtime("isAmong"), value, list);
  return or(
    values.map((expected) =>
      typeof expected === "object" && expected !== null
        ? call(module.runtime("isEqual"), value, literal(expected))
        : equals(value, literal(expected)),
    ),
  );
}

/** Whether a property must be read as an own property, because objects inherit one of that name. */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/** An expression that reads a property; for an inherited name, one that reads its own. */
export function propertyOf(value: Expression, name: string, module: GuardModule): Expression {
  return isInherited(name)
    ? call(module.runtime("own"), value, literal(name))
    : property(value, name);
}

/** An expression for the length of a string or an array. */
export function lengthOf(value: Expression): Expression {
  return member(value, "length");
}

/** An expression for the number of members of an object. */
export function memberCount(value: Expression, module: GuardModule): Expression {
  return call(module.runtime("memberCount"), value);
}

/** An expression that tells whether a regular expression matches a string. */
export function matches(pattern: Expression, text: Expression): Expression {
  return call(member(pattern, "test"), text);
}
