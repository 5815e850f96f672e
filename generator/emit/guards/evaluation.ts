import { encodeString } from "../../code/encode.js";
import type { Check, Evaluated, EvaluationTarget } from "../../checks/check.js";
import {
  and,
  compare,
  equals,
  line,
  not,
  or,
  printExpression,
  printStatements,
  test,
  when,
  type Expression,
} from "../../code/code.js";
import { condition } from "./expressions.js";
import type { GuardModule } from "./guard-module.js";
import { evaluatedByOwn } from "../../model/lower.js";
import { optimizeEvaluated } from "../../checks/optimize.js";
import { argument, narrowed, within, type Subject } from "./subject.js";

/**
 * An expression that tells whether something has evaluated a property or an item. Where that
 * depends on more than its key, it becomes a function beside the guard.
 *
 * @param key - The expression for the name of the property, or for the index of the item.
 */
export function evaluation(
  { evaluated, target }: Extract<Check, { kind: "unevaluated" }>,
  subject: Subject,
  key: string,
  module: GuardModule,
): Expression {
  if (!evaluated.some(({ kind }) => kind === "depending")) {
    return anyEvaluation(evaluated, target, narrowed(subject), key, module);
  }
  const print = (): string => printEvaluator(evaluated, target, module);
  return test(`${module.evaluator(evaluated, target, print)}(${subject.value}, ${key})`);
}

function anyEvaluation(
  all: readonly Evaluated[],
  target: EvaluationTarget,
  subject: Subject,
  key: string,
  module: GuardModule,
): Expression {
  return or(all.map((evaluated) => oneEvaluation(evaluated, target, subject, key, module)));
}

function oneEvaluation(
  evaluated: Evaluated,
  target: EvaluationTarget,
  subject: Subject,
  key: string,
  module: GuardModule,
): Expression {
  switch (evaluated.kind) {
    case "all":
      return { kind: "constant", value: true };
    case "named":
      return or([
        ...evaluated.names.map((name) => equals(key, encodeString(name))),
        ...evaluated.patterns.map((pattern) => test(`${module.pattern(pattern)}.test(${key})`)),
      ]);
    case "first":
      return compare(key, "<", evaluated.count);
    case "passing":
      return condition(evaluated.checks, within(subject, `${subject.value}[${key}]`, key), module);
    case "depending": {
      const holds = condition(evaluated.condition, subject, module);
      return or([
        and([holds, anyEvaluation(evaluated.then, target, subject, key, module)]),
        and([not(holds), anyEvaluation(evaluated.otherwise, target, subject, key, module)]),
      ]);
    }
    case "model": {
      const { id, schema } = module.model(evaluated.model);
      const print = (): string =>
        printEvaluator(
          optimizeEvaluated(evaluatedByOwn(schema, target, module.models)),
          target,
          module,
        );
      const name = module.evaluator(`${target} ${id}`, target, print);
      return test(`${name}(${subject.value}, ${key})`);
    }
  }
}

/** Prints the body of a function that tells whether a property or an item is evaluated. */
function printEvaluator(
  evaluated: readonly Evaluated[],
  target: EvaluationTarget,
  module: GuardModule,
): string {
  const [key, isRightType] =
    target === "properties" ? ["key", "isObject" as const] : ["index", "isArray" as const];
  const holds = anyEvaluation(evaluated, target, narrowed(argument), key, module);
  const isOther = not(test(`${module.runtime(isRightType)}(value)`));
  const answer = line(`return ${printExpression(holds)};`);
  return printStatements(
    holds.kind === "constant" ? [answer] : [...when(isOther, [line("return false;")]), answer],
  );
}
