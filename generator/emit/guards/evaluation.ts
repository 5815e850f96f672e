import type { CheckOf, Evaluated, EvaluationTarget } from "../../checks/check.js";
import {
  always,
  and,
  call,
  compare,
  element,
  equals,
  literal,
  local,
  not,
  or,
} from "../../code/expressions.js";
import type { Expression, Statement } from "../../code/nodes.js";
import { returned, returnFalse, when } from "../../code/statements.js";
import { evaluatedByOwn } from "../../model/lower.js";
import { optimizeEvaluated } from "../../checks/optimize.js";
import type { CheckPrinter } from "./check-printer.js";
import { optionKey } from "./closest-options.js";
import { argument, narrowed, within, type Subject } from "./subject.js";
import { matches } from "./tests.js";

/**
 * An expression that tells whether a property or an item has been evaluated. If that depends on
 * more than its key, the expression calls a function beside the guard.
 *
 * @param key - The expression for the name of the property, or for the index of the item.
 */
export function evaluation(
  { evaluated, target }: CheckOf<"unevaluated">,
  subject: Subject,
  key: Expression,
  print: CheckPrinter,
): Expression {
  if (!evaluated.some(({ kind }) => kind === "depending")) {
    return anyEvaluation(evaluated, target, narrowed(subject), key, print);
  }
  const body = (): readonly Statement[] => evaluatorBody(evaluated, target, print);
  return call(print.module.evaluator(evaluated, target, body), subject.value, key);
}

/** An expression that tells whether one of the closest alternatives would have evaluated it. */
export function closestEvaluation(
  { evaluated, target }: CheckOf<"unevaluated">,
  subject: Subject,
  key: Expression,
  print: CheckPrinter,
): Expression {
  return or(
    evaluated.flatMap((one) => {
      if (one.kind !== "depending") return [];
      const option = subject.closest?.get(optionKey(one.condition));
      if (option === undefined) return [];
      const evaluates = anyEvaluation(one.then, target, narrowed(subject), key, print);
      return [and([option.isClosest, evaluates])];
    }),
  );
}

function anyEvaluation(
  all: readonly Evaluated[],
  target: EvaluationTarget,
  subject: Subject,
  key: Expression,
  print: CheckPrinter,
): Expression {
  return or(all.map((evaluated) => oneEvaluation(evaluated, target, subject, key, print)));
}

function oneEvaluation(
  evaluated: Evaluated,
  target: EvaluationTarget,
  subject: Subject,
  key: Expression,
  print: CheckPrinter,
): Expression {
  const { module } = print;
  switch (evaluated.kind) {
    case "all":
      return always;
    case "named":
      return or([
        ...evaluated.names.map((name) => equals(key, literal(name))),
        ...evaluated.patterns.map((pattern) => matches(module.pattern(pattern), key)),
      ]);
    case "first":
      return compare(key, "<", evaluated.count);
    case "passing":
      return print.condition(evaluated.checks, within(subject, element(subject.value, key), key));
    case "depending": {
      const holds = print.condition(evaluated.condition, subject);
      return or([
        and([holds, anyEvaluation(evaluated.then, target, subject, key, print)]),
        and([not(holds), anyEvaluation(evaluated.otherwise, target, subject, key, print)]),
      ]);
    }
    case "model": {
      const { id, schema } = module.model(evaluated.model);
      const body = (): readonly Statement[] => {
        const own = evaluatedByOwn(schema, target, module.models);
        return evaluatorBody(optimizeEvaluated(own), target, print);
      };
      return call(module.evaluator(`${target} ${id}`, target, body), subject.value, key);
    }
  }
}

/** The body of a function that tells whether a property or an item is evaluated. */
function evaluatorBody(
  evaluated: readonly Evaluated[],
  target: EvaluationTarget,
  print: CheckPrinter,
): readonly Statement[] {
  const [key, isRightType] =
    target === "properties" ? (["key", "isObject"] as const) : (["index", "isArray"] as const);
  const holds = anyEvaluation(evaluated, target, narrowed(argument), local(key), print);
  const isOther = not(call(print.module.runtime(isRightType), argument.value));
  return holds.kind === "literal"
    ? [returned(holds)]
    : [...when(isOther, [returnFalse]), returned(holds)];
}
