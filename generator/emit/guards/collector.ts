import type { Model } from "../../model/model.js";
import type { Checks } from "../../checks/check.js";
import { call, not } from "../../code/expressions.js";
import type { Statement } from "../../code/nodes.js";
import { assign, evaluate, returned, when } from "../../code/statements.js";
import { countUses } from "../../code/uses.js";
import { caseOf } from "../../checks/schema-types.js";
import type { CheckPrinter } from "./check-printer.js";
import { entered, pathImpliesSchema } from "./collector-call.js";
import type { GuardModule } from "./guard-module.js";
import { checkPrinter } from "./print-checks.js";
import { report, reportValues } from "./reports.js";
import { argument, type Subject } from "./subject.js";
import { typeTest } from "./tests.js";

/** The body of a function that reports what the checks of a model find wrong. */
export function collectorBody(
  model: Model,
  checks: Checks,
  module: GuardModule,
): readonly Statement[] {
  const subject: Subject = { ...argument, schema: model.schema.place };
  const [only, ...others] = checks;
  if (only?.kind === "equals" && others.length === 0) {
    const failure = reportValues(pathImpliesSchema(model) ? subject : argument, only, module);
    const isValid = call(module.guard(model.id, "is"), argument.value);
    return when(not(isValid), [evaluate(failure)]);
  }
  const body = modelIssues(checks, subject, checkPrinter(module));
  return pathImpliesSchema(model) || countUses(body, "path") === 0
    ? body
    : [assign("path", "=", entered(argument.path, model, module)), ...body];
}

function modelIssues(checks: Checks, subject: Subject, print: CheckPrinter): readonly Statement[] {
  const { module } = print;
  const [only, ...others] = checks;
  const [type, ...otherTypes] = (only?.kind === "cases" ? only.types : undefined) ?? [];
  // The usual model, an object: what is not one is reported, and the rest need not be nested.
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
