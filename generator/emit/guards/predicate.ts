import type { Checks } from "../../checks/check.js";
import type { Statement } from "../../code/nodes.js";
import { returned, returnTrue } from "../../code/statements.js";
import type { GuardModule } from "./guard-module.js";
import { checkPrinter, failFast, mergeTests } from "./print-checks.js";
import { argument } from "./subject.js";

/** The body of a function that tells whether checks hold for `value`. */
export function predicateBody(checks: Checks, module: GuardModule): readonly Statement[] {
  const steps = mergeTests(checkPrinter(module).steps(checks, argument));
  const last = steps.at(-1);
  return last?.kind === "test"
    ? [...steps.slice(0, -1).flatMap(failFast), returned(last.expression)]
    : [...steps.flatMap(failFast), returnTrue];
}
