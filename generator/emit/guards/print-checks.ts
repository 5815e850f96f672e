import type { Check, Checks } from "../../checks/check.js";
import { and, call, not } from "../../code/expressions.js";
import type { Expression, Statement } from "../../code/nodes.js";
import { returnFalse, when } from "../../code/statements.js";
import { closestOptions } from "./closest-options.js";
import { testStep, type CheckPrinter, type CheckRow, type PredicateStep } from "./check-printer.js";
import { checkTable } from "./check-table.js";
import type { GuardModule } from "./guard-module.js";
import { narrowed, type Subject } from "./subject.js";

/**
 * Creates the printer of checks for a module of guards. Each check is printed by its row in the
 * table.
 */
export function checkPrinter(module: GuardModule): CheckPrinter {
  const needsStatements = (checks: Checks): boolean =>
    checks.some((check) => {
      const row = rowOf(check);
      if (row.expression === undefined) return true;
      return row.steps !== undefined && row.needsStatements(check, print);
    });
  const expression = (checks: Checks, subject: Subject): Expression =>
    and(withNarrowing(checks, subject).map(([check, seen]) => expressionOf(check, seen)));
  const expressionOf = (check: Check, subject: Subject): Expression => {
    const row = rowOf(check);
    if (row.expression === undefined) throw new Error(`No expression tells "${check.kind}"`);
    return row.expression(check, subject, print);
  };
  const areIndependent = (checks: Checks): boolean =>
    checks.every((check) => rowOf(check).isIndependent?.(check) === true);
  const steps = (checks: Checks, subject: Subject): readonly PredicateStep[] =>
    withNarrowing(checks, subject).flatMap(([check, seen]) => {
      const { steps: stepsOf } = rowOf(check);
      return stepsOf !== undefined && needsStatements([check])
        ? stepsOf(check, seen, print)
        : [testStep(expressionOf(check, seen))];
    });
  const print: CheckPrinter = {
    module,
    expression,
    // If the compiler knows something about the value, it could find a contradiction in the
    // condition and report an error: inside a separate function it knows nothing.
    condition: (checks, subject) =>
      !needsStatements(checks) && (!subject.isNarrowed || areIndependent(checks))
        ? expression(checks, subject)
        : call(module.predicate(checks), subject.value),
    steps,
    statements: (checks, subject) => mergeTests(steps(checks, subject)).flatMap(failFast),
    issues: (checks, subject) => {
      const known = describing(subject, checks);
      const { statements, others, subject: seen } = closestOptions(checks, known, print);
      return [...statements, ...others.flatMap((check) => rowOf(check).issues(check, seen, print))];
    },
    needsStatements,
    rejectsUndefined: (checks) =>
      checks.some((check) => rowOf(check).rejectsUndefined?.(check, print) === true),
    areIndependent,
    expectedOf: ([first]) => {
      if (first === undefined) return "a value";
      return rowOf(first).expected?.(first, print) ?? "a value";
    },
  };
  return print;
}

/** The row of a check, as one that takes any check. */
function rowOf({ kind }: Check): CheckRow<Check> {
  // The row under a kind takes checks of that kind, and is only called with this check.
  return checkTable[kind] as CheckRow<Check>;
}

/** Each check with its subject, as narrowed by the checks before it. */
function withNarrowing(
  checks: Checks,
  subject: Subject,
): readonly (readonly [check: Check, subject: Subject])[] {
  let seen = subject;
  return checks.map((check) => {
    const pair = [check, seen] as const;
    if (rowOf(check).isNarrowing === true) seen = narrowed(seen);
    return pair;
  });
}

/** Merges consecutive tests into one. */
export function mergeTests(steps: readonly PredicateStep[]): readonly PredicateStep[] {
  const merged: PredicateStep[] = [];
  for (const step of steps) {
    const previous = merged.at(-1);
    if (step.kind === "test" && previous?.kind === "test") {
      merged[merged.length - 1] = testStep(and([previous.expression, step.expression]));
    } else {
      merged.push(step);
    }
  }
  return merged;
}

export function failFast(step: PredicateStep): readonly Statement[] {
  return step.kind === "code" ? step.statements : when(not(step.expression), [returnFalse]);
}

/** A subject that knows the checks of its properties, for messages about missing ones. */
function describing(object: Subject, checks: Checks): Subject {
  const described = checks.flatMap((check) =>
    check.kind === "cases" ? (check.cases.get("object") ?? []) : [check],
  );
  const members = described.flatMap((check) =>
    check.kind === "property" ? [[check.name, check.checks] as const] : [],
  );
  if (members.length === 0) return object;
  return { ...object, described: new Map([...(object.described ?? []), ...members]) };
}
