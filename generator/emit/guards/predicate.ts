import type { Checks } from "../../checks/check.js";
import { line, printExpression, printStatements, test, type Expression } from "../../code/code.js";
import { inline, isPlain, needsStatements } from "./expressions.js";
import type { GuardModule } from "./guard-module.js";
import { failFast, mergeTests, stepsOf } from "./steps.js";
import { argument, type Subject } from "./subject.js";

/** Prints the body of a function that tells whether checks hold for `value`. */
export function printPredicate(checks: Checks, module: GuardModule): string {
  const steps = mergeTests(stepsOf(checks, argument, module));
  const last = steps.at(-1);
  return last?.kind === "test"
    ? printStatements([
        ...steps.slice(0, -1).flatMap(failFast),
        line(`return ${printExpression(last.expression)};`),
      ])
    : printStatements([...steps.flatMap(failFast), line("return true;")]);
}

/**
 * An expression that tells whether checks hold for a value, as a condition among others. It
 * becomes a function beside the guard where it needs a loop, and where the compiler already knows
 * something about the value: what it knows could contradict the condition, and it would complain.
 */
export function condition(checks: Checks, subject: Subject, module: GuardModule): Expression {
  const isInline = !checks.some(needsStatements) && (!subject.isNarrowed || checks.every(isPlain));
  return isInline
    ? inline(checks, subject, module)
    : test(`${module.predicate(checks, () => printPredicate(checks, module))}(${subject.value})`);
}
