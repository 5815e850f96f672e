import type { Model } from "../../model/model.js";
import type { Place } from "../../core/place.js";
import type { Check, Checks } from "../../checks/check.js";
import { arrow, call, not, pureCall } from "../../code/expressions.js";
import type { Expression, Statement } from "../../code/nodes.js";
import { evaluate, returned, when } from "../../code/statements.js";
import { caseOf } from "../../checks/schema-types.js";
import type { CheckPrinter } from "./check-printer.js";
import type { GuardModule } from "./guard-module.js";
import { checkPrinter } from "./print-checks.js";
import { report, reportValues } from "./reports.js";
import { argument, type Subject } from "./subject.js";
import { typeTest } from "./tests.js";

/** The function that reports the issues that the checks of a model find. */
export function collectorOf(model: Model, checks: Checks, module: GuardModule): Expression {
  const plain = arrow(["value", "path"], collectorBody(model, checks, module));
  const distinct = mayRepeatIssues(checks)
    ? pureCall(module.runtime("collectDistinct"), plain)
    : plain;
  return module.isRemembering(model, checks)
    ? pureCall(module.runtime("collectOnce"), distinct)
    : distinct;
}

/** The function that reports the issues that the checks of a schema find, which is not a model. */
export function collectorOfSchema(place: Place, checks: Checks, module: GuardModule): Expression {
  const subject: Subject = { ...argument, schema: place };
  const plain = arrow(["value", "path"], modelIssues(checks, subject, checkPrinter(module)));
  return mayRepeatIssues(checks) ? pureCall(module.runtime("collectDistinct"), plain) : plain;
}

/** Whether another schema also checks the value, and may report the same issues. */
function mayRepeatIssues(checks: Checks): boolean {
  const isOfOther = ({ kind }: Check): boolean => composite.has(kind);
  return (
    (checks.length > 1 && checks.some(isOfOther)) ||
    checks.some(
      (check) => check.kind === "cases" && [...check.cases.values()].some(mayRepeatIssues),
    )
  );
}

const composite: ReadonlySet<Check["kind"]> = new Set<Check["kind"]>([
  "call",
  "any",
  "one",
  "switch",
  "conditional",
  "dependent",
]);

function collectorBody(model: Model, checks: Checks, module: GuardModule): readonly Statement[] {
  const subject: Subject = { ...argument, schema: model.schema.place };
  const [only, ...others] = checks;
  if (only?.kind === "equals" && others.length === 0) {
    const failure = reportValues(subject, only, module);
    const isValid = call(module.guard(model.id, "is"), argument.value);
    return when(not(isValid), [evaluate(failure)]);
  }
  return modelIssues(checks, subject, checkPrinter(module));
}

function modelIssues(checks: Checks, subject: Subject, print: CheckPrinter): readonly Statement[] {
  const { module } = print;
  const [only, ...others] = checks;
  const [type, ...otherTypes] = (only?.kind === "cases" ? only.types : undefined) ?? [];
  // The usual model is an object: other types are reported first, so that the rest need not be
  // nested.
  if (only?.kind === "cases" && type !== undefined && otherTypes.length + others.length === 0) {
    const inner = only.cases.get(caseOf(type)) ?? [];
    if (inner.length > 0) {
      const failure = report(subject, only.at, "type", type, module);
      return [
        ...when(not(typeTest(type, subject.value, module)), [returned(failure)]),
        ...print.issues(inner, subject),
      ];
    }
  }
  return print.issues(checks, subject);
}
