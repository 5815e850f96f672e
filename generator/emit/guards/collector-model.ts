import type { Model } from "../../model/model.js";
import type { Checks } from "../../checks/check.js";
import { line, not, printStatements, test, when, type Statement } from "../../code/code.js";
import { entered, pathImpliesSchema } from "./collector-call.js";
import { statementsOf } from "./collector.js";
import type { GuardModule } from "./guard-module.js";
import { caseOf } from "../../checks/schema-types.js";
import { mentions } from "../../code/parameters.js";
import { report, reportValues } from "./reports.js";
import { argument, type Subject } from "./subject.js";
import { typeTest } from "./tests.js";

/** Prints the body of a function that adds to `findings` what the checks of a model find wrong. */
export function printCollector(model: Model, checks: Checks, module: GuardModule): string {
  const subject: Subject = { ...argument, schema: model.schema.place };
  const [only, ...others] = checks;
  if (only?.kind === "equals" && others.length === 0) {
    const failure = reportValues(pathImpliesSchema(model) ? subject : argument, only, module);
    return printStatements(when(not(test(`${model.exports.is}(value)`)), [line(failure)]));
  }
  const body = printStatements(modelStatements(checks, subject, module));
  return pathImpliesSchema(model) || !mentions(body, "path")
    ? body
    : `path = ${entered("path", model, module)};\n${body}`;
}

function modelStatements(
  checks: Checks,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const [only, ...others] = checks;
  const [type, ...otherTypes] = (only?.kind === "cases" ? only.types : undefined) ?? [];
  // The usual model, an object: what is not one is reported, and the rest need not be nested.
  if (only?.kind === "cases" && type !== undefined && otherTypes.length + others.length === 0) {
    const inner = only.cases.get(caseOf(type)) ?? [];
    if (inner.length > 0) {
      const failure = report(subject, only.at, "type", type, module);
      return [
        ...when(not(typeTest(type, subject.value, module)), [line(`return ${failure}`)]),
        ...statementsOf(inner, subject, module),
      ];
    }
  }
  return statementsOf(checks, subject, module);
}
