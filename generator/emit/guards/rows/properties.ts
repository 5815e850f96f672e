import type { CheckOf, Checks } from "../../../checks/check.js";
import { and, differs, equals, local, not, or, undefinedValue } from "../../../code/expressions.js";
import type { Expression, Statement } from "../../../code/nodes.js";
import { constant, evaluate, returnFalse, when } from "../../../code/statements.js";
import { isNever } from "../../../checks/never.js";
import { specialize } from "../../../checks/specialize.js";
import {
  codeStep,
  testStep,
  type CheckPrinter,
  type CheckRows,
  type PredicateStep,
} from "../check-printer.js";
import { issuesBecause } from "../collector-because.js";
import { quoted } from "../phrases.js";
import { isRequiredAround, reportAs, reportMissing, reportType } from "../reports.js";
import { scalarTest, scalarTypes } from "../scalar.js";
import { localName, narrowed, propertyWithin, within, type Subject } from "../subject.js";
import { isInherited, propertyOf } from "../tests.js";

// Checks of the properties of an object that are named one by one.

export const propertyRows: CheckRows<"required" | "property" | "dependent"> = {
  required: {
    expression: ({ name }, { value }, { module }) =>
      differs(propertyOf(value, name, module), undefinedValue),
    issues: ({ name, at }, subject, print) =>
      when(equals(propertyOf(subject.value, name, print.module), undefinedValue), [
        evaluate(
          reportMissing(subject, name, at, expectedMember(name, subject, print), print.module),
        ),
      ]),
    isIndependent: () => true,
  },
  property: {
    expression: propertyExpression,
    steps: propertySteps,
    needsStatements: ({ name, checks }, print) =>
      isInherited(name) || print.needsStatements(checks),
    issues: propertyIssues,
  },
  dependent: {
    expression: ({ name, checks }, subject, print) => {
      const known = specialize(checks, "object");
      return or([
        equals(propertyOf(subject.value, name, print.module), undefinedValue),
        print.areIndependent(known)
          ? print.expression(known, subject)
          : print.condition(checks, narrowed(subject)),
      ]);
    },
    steps: ({ name, checks }, subject, print) => [
      codeStep(
        when(
          differs(propertyOf(subject.value, name, print.module), undefinedValue),
          print.statements(specialize(checks, "object"), subject),
        ),
      ),
    ],
    needsStatements: ({ checks }, print) => print.needsStatements(checks),
    issues: ({ name, checks }, subject, print) =>
      when(
        differs(propertyOf(subject.value, name, print.module), undefinedValue),
        dependentIssues(name, checks, subject, print),
      ),
  },
};

/** The text for what is expected of a property, from the other checks of the object. */
function expectedMember(name: string, { described }: Subject, print: CheckPrinter): string {
  return print.expectedOf(described?.get(name) ?? []);
}

function dependentIssues(
  name: string,
  checks: Checks,
  subject: Subject,
  print: CheckPrinter,
): readonly Statement[] {
  const [shown = ""] = quoted([name]);
  const never = checks.find((check) => check.kind === "never");
  if (never === undefined) return issuesBecause(`${shown} is present`, checks, subject, print);
  const { at, within = never.keyword } = never;
  return [evaluate(reportAs(subject, at, within, `an object without ${shown}`, print.module))];
}

type PropertyCheck = CheckOf<"property">;

function propertyExpression(
  check: PropertyCheck,
  subject: Subject,
  print: CheckPrinter,
): Expression {
  const property = propertyIn(subject, propertyOf(subject.value, check.name, print.module));
  const scalar = scalarTest(check, property.value, print.module);
  if (scalar !== undefined) return scalar;
  const holds = print.expression(check.checks, property);
  if (!check.required) return or([equals(property.value, undefinedValue), holds]);
  return print.rejectsUndefined(check.checks)
    ? holds
    : and([differs(property.value, undefinedValue), holds]);
}

/** A property in a predicate, which needs no path. */
function propertyIn(object: Subject, value: Expression): Subject {
  return within(object, value, value);
}

function propertySteps(
  check: PropertyCheck,
  subject: Subject,
  print: CheckPrinter,
): readonly PredicateStep[] {
  const { name, required, checks } = check;
  const read = propertyOf(subject.value, name, print.module);
  if (isInherited(name)) {
    // A value that a function reads is kept in a constant, so that tests can narrow its type.
    const kept = localName("property", subject);
    const inside = { ...subject, depth: subject.depth + 1 };
    const inner = print.statements(checks, propertyIn(inside, local(kept)));
    const isMissing = equals(local(kept), undefinedValue);
    const body = required
      ? [...when(isMissing, [returnFalse]), ...inner]
      : when(not(isMissing), inner);
    return [codeStep([{ kind: "block", body: [constant(kept, read), ...body] }])];
  }
  const property = propertyIn(subject, read);
  const isPresent = differs(read, undefinedValue);
  if (!required) return [codeStep(when(isPresent, print.statements(checks, property)))];
  const steps = print.steps(checks, property);
  return print.rejectsUndefined(checks) ? steps : [testStep(isPresent), ...steps];
}

function propertyIssues(
  check: PropertyCheck,
  subject: Subject,
  print: CheckPrinter,
): readonly Statement[] {
  const { name, required, checks, at } = check;
  const { module } = print;
  const read = propertyOf(subject.value, name, module);
  const kept = isInherited(name) ? localName("property", subject) : undefined;
  const property: Subject = {
    ...propertyWithin(subject, kept === undefined ? read : local(kept), name),
    depth: subject.depth + (kept === undefined ? 0 : 1),
  };
  const isMissing = equals(property.value, undefinedValue);
  // The report of a wrong type also covers a missing value.
  const reportsMissing =
    checks.length === 1 &&
    !isNever(checks) &&
    print.rejectsUndefined(checks) &&
    isRequiredAround(subject, at);
  if (kept === undefined && (reportsMissing || !required) && scalarTypes(check) !== undefined) {
    const failure = reportType(property, checks[0]?.at, print.expectedOf(checks), required, module);
    if (failure !== undefined) return [evaluate(failure)];
  }
  const inner = print.issues(checks, property);
  const missing = (): Statement =>
    evaluate(reportMissing(subject, name, at, print.expectedOf(checks), module));
  const statements = !required
    ? when(not(isMissing), inner)
    : reportsMissing
      ? inner
      : when(isMissing, [missing()], inner);
  return kept === undefined
    ? statements
    : [{ kind: "block", body: [constant(kept, read), ...statements] }];
}
