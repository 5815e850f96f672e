import { encodeString } from "../../code/encode.js";
import type { Check } from "../../checks/check.js";
import { equals, or, test, type Expression } from "../../code/code.js";
import type { GuardModule } from "./guard-module.js";

// The names of properties that `additionalProperties` is not about.

/** Tells whether a property is one of those that `additionalProperties` does not concern. */
export function isNamed(
  { names, patterns }: Extract<Check, { kind: "additional" }>,
  key: string,
  module: GuardModule,
): Expression {
  const literals = names.map(encodeString);
  return or([
    ...(names.length > mostNames
      ? [test(`${module.nameSet(literals)}.has(${key})`)]
      : literals.map((literal) => equals(key, literal))),
    ...patterns.map((pattern) => test(`${module.pattern(pattern)}.test(${key})`)),
  ]);
}

/** An expression for the names that are neither additional nor matched by a pattern. */
export function namesOf(
  { names }: Extract<Check, { kind: "additional" }>,
  module: GuardModule,
): string {
  const literals = names.map(encodeString);
  return names.length > mostNames ? module.nameSet(literals) : `[${literals.join(", ")}]`;
}

/** With more names than these, a set is asked. */
const mostNames = 4;
