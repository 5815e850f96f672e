import type { CheckOf } from "../../checks/check.js";
import { call, equals, literal, member, or } from "../../code/expressions.js";
import type { Expression } from "../../code/nodes.js";
import type { GuardModule } from "./guard-module.js";
import { matches } from "./tests.js";

// The names of properties that `additionalProperties` does not apply to.

/** An expression that tells whether `additionalProperties` does not apply to a property. */
export function isNamed(
  { names, patterns }: CheckOf<"additional">,
  key: Expression,
  module: GuardModule,
): Expression {
  return or([
    ...(names.length > mostNames
      ? [call(member(module.nameSet(names), "has"), key)]
      : names.map((name) => equals(key, literal(name)))),
    ...patterns.map((pattern) => matches(module.pattern(pattern), key)),
  ]);
}

/** An expression for the names that are neither additional nor matched by a pattern. */
export function namesOf({ names }: CheckOf<"additional">, module: GuardModule): Expression {
  return names.length > mostNames ? module.nameSet(names) : literal(names);
}

/** More names than this are looked up in a set. */
const mostNames = 4;
