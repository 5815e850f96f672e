import type { Checks } from "../../checks/check.js";
import { line, printExpression, printStatements } from "../../code/code.js";
import type { GuardModule } from "./guard-module.js";
import { failFast, mergeTests, stepsOf } from "./steps.js";
import { argument } from "./subject.js";

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
