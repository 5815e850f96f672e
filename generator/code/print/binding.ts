import type { ComparisonOperator, Expression, ProductOperator } from "../nodes.js";

/**
 * How tightly an expression binds: an expression that binds less tightly than its place requires is
 * put into parentheses.
 */
export const binding: Readonly<Record<Level, number>> = {
  whole: 0,
  conditional: 1,
  or: 2,
  and: 3,
  equality: 4,
  relation: 5,
  sum: 6,
  product: 7,
  unary: 8,
  call: 9,
  name: 10,
};

type Level =
  | "whole"
  | "conditional"
  | "or"
  | "and"
  | "equality"
  | "relation"
  | "sum"
  | "product"
  | "unary"
  | "call"
  | "name";

export const bindingOfOperator: Readonly<Record<ComparisonOperator | ProductOperator, number>> = {
  "===": binding.equality,
  "!==": binding.equality,
  "==": binding.equality,
  "!=": binding.equality,
  "<": binding.relation,
  "<=": binding.relation,
  ">": binding.relation,
  ">=": binding.relation,
  "%": binding.product,
  "*": binding.product,
  "/": binding.product,
};

/** Returns how tightly an expression binds. */
export function bindingOf(expression: Expression): number {
  switch (expression.kind) {
    case "const":
      return binding.whole;
    case "conditional":
    case "arrow":
      return binding.conditional;
    case "or":
    case "and":
    case "sum":
      return binding[expression.kind];
    case "comparison":
    case "binary":
      return bindingOfOperator[expression.operator];
    case "not":
    case "typeof":
      return binding.unary;
    case "exported":
    case "global":
    case "hoisted":
      return binding.name;
    case "literal":
      // `1.length` does not access a property, and `-1` has a sign.
      return typeof expression.value === "number" ? binding.unary : binding.call;
    default:
      return binding.call;
  }
}
