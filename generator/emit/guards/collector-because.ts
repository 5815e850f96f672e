import type { Checks } from "../../checks/check.js";
import { isNever } from "../../checks/never.js";
import { call, literal } from "../../code/expressions.js";
import type { Statement } from "../../code/nodes.js";
import { evaluate } from "../../code/statements.js";
import type { CheckPrinter } from "./check-printer.js";
import { functionCollector } from "./collector-options.js";
import { requiredNames } from "./phrases.js";
import type { Subject } from "./subject.js";

/**
 * Reports the issues that checks find with an object, and why the checks apply.
 *
 * @param reason - The text after "because"; undefined for none.
 */
export function issuesBecause(
  reason: string | undefined,
  checks: Checks,
  subject: Subject,
  print: CheckPrinter,
): readonly Statement[] {
  if (reason === undefined || checks.length === 0) return print.issues(checks, subject);
  if (isNever(checks) || onlyRequires(checks)) return print.issues(checks, { ...subject, reason });
  const { value, path } = subject;
  const collect = print.module.runtime("collectBecause");
  const collector = functionCollector(checks, subject, print);
  return [evaluate(call(collect, value, path, literal(reason), collector))];
}

/** Whether checks only require properties: then the reason becomes a part of each report. */
function onlyRequires(checks: Checks): boolean {
  const [only, ...others] = checks;
  const isImplication = only?.kind === "cases" && only.types === undefined && only.cases.size === 1;
  const own = isImplication && others.length === 0 ? only.cases.get("object") : undefined;
  return requiredNames(own ?? checks) !== undefined;
}
