import { and, always, isConstant, never, not } from "./expressions.js";
import type { Expression, Statement } from "./nodes.js";

export const continueLoop: Statement = { kind: "continue" };
export const returnTrue: Statement = returned(always);
export const returnFalse: Statement = returned(never);

/** An expression that is evaluated for its side effects. */
export function evaluate(expression: Expression): Statement {
  return { kind: "evaluate", expression };
}

export function returned(value: Expression): Statement {
  return { kind: "return", value };
}

export function constant(name: string, value: Expression): Statement {
  return { kind: "variable", isConstant: true, name, value };
}

export function variable(name: string, value: Expression): Statement {
  return { kind: "variable", isConstant: false, name, value };
}

export function assign(name: string, operator: "=" | "+=", value: Expression): Statement {
  return { kind: "assign", name, operator, value };
}

/** `if (test) { … } else { … }`, without unreachable branches, and with nested conditions merged. */
export function when(
  condition: Expression,
  then: readonly Statement[],
  otherwise: readonly Statement[] = [],
): readonly Statement[] {
  if (isConstant(condition, true)) return then;
  if (isConstant(condition, false)) return otherwise;
  if (then.length === 0) {
    return otherwise.length === 0 ? [] : when(not(condition), otherwise);
  }
  const [inner, ...more] = then;
  const isNested =
    inner?.kind === "if" &&
    inner.otherwise.length === 0 &&
    more.length === 0 &&
    otherwise.length === 0;
  return isNested
    ? [{ ...inner, test: and([condition, inner.test]) }]
    : [{ kind: "if", test: condition, then, otherwise }];
}
