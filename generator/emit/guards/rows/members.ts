import { array, call, equals, literal, not, or } from "../../../code/expressions.js";
import type { Expression, Statement } from "../../../code/nodes.js";
import { evaluate, when } from "../../../code/statements.js";
import { below, type Place } from "../../../core/place.js";
import type { Check, CheckOf, Checks } from "../../../checks/check.js";
import { isNever } from "../../../checks/never.js";
import {
  codeStep,
  type CheckPrinter,
  type CheckRows,
  type PredicateStep,
} from "../check-printer.js";
import { isEvaluationKnown } from "../closest-options.js";
import { functionCollector } from "../collector-options.js";
import { closestEvaluation, evaluation } from "../evaluation.js";
import { eachItem, eachMember } from "../loops.js";
import { isNamed, namesOf } from "../names.js";
import { reportUnexpected } from "../reports.js";
import type { Subject } from "../subject.js";
import { matches, memberCount } from "../tests.js";

// Checks of all members of an object, or all items of an array, except some.

export const memberRows: CheckRows<"matching" | "additional" | "unevaluated" | "names"> = {
  matching: {
    steps: (check, subject, print) => [
      membersStep(isUnmatched(check, print), check, subject, print),
    ],
    issues: (check, subject, print) => {
      const { pattern, checks, at } = check;
      return membersIssues(subject, print, {
        isLeftOut: isUnmatched(check, print),
        checks,
        at,
        schema: at && below(at, pattern),
        keyword: "patternProperties",
        names: noNames,
      });
    },
  },
  additional: {
    // If no property is allowed, the number of properties is enough.
    expression: (_check, { value }, { module }) => equals(memberCount(value, module), literal(0)),
    steps: (check, subject, print) => [
      membersStep((key) => isNamed(check, key, print.module), check, subject, print),
    ],
    needsStatements: ({ names, patterns, checks }) =>
      names.length + patterns.length > 0 || !isNever(checks),
    issues: (check, subject, print) =>
      membersIssues(subject, print, {
        isLeftOut: (key) => isNamed(check, key, print.module),
        checks: check.checks,
        at: check.at,
        schema: check.at,
        keyword: "additionalProperties",
        names: namesOf(check, print.module),
      }),
  },
  unevaluated: {
    steps: (check, subject, print) => {
      const isLeftOut = (key: Expression): Expression => evaluation(check, subject, key, print);
      if (check.target === "properties") return [membersStep(isLeftOut, check, subject, print)];
      const statements = (item: Subject): readonly Statement[] =>
        print.statements(check.checks, item);
      return [codeStep([eachItem(subject, { isLeftOut, statements })])];
    },
    issues: (check, subject, print) => {
      const { checks, at, target } = check;
      const isLeftOut = (key: Expression): Expression =>
        or([evaluation(check, subject, key, print), closestEvaluation(check, subject, key, print)]);
      const statements = (item: Subject): readonly Statement[] => print.issues(checks, item);
      const keyword = "unevaluatedProperties";
      return when(
        isEvaluationKnown(check, subject, print),
        target === "items"
          ? [eachItem(subject, { isLeftOut, schema: at, statements })]
          : membersIssues(subject, print, {
              isLeftOut,
              checks,
              at,
              schema: at,
              keyword,
              names: noNames,
            }),
      );
    },
  },
  names: {
    steps: ({ checks }, subject, print) => [
      codeStep([
        eachMember(subject, {
          statements: (member, key) => print.statements(checks, { ...member, value: key }),
        }),
      ]),
    ],
    issues: ({ checks, at }, subject, print) => [
      eachMember(subject, {
        schema: at,
        statements: (member, key) => nameIssues(checks, { ...member, value: key }, print),
      }),
    ],
  },
};

const noNames = array([]);

/** Reports the issues of a name. Texts of the checks themselves are rephrased to be about names. */
function nameIssues(checks: Checks, name: Subject, print: CheckPrinter): readonly Statement[] {
  if (checks.every(({ kind }) => rephrasedForNames.has(kind))) {
    return print.issues(checks, { ...name, isName: true });
  }
  const [only, ...others] = checks;
  const isCall = only?.kind === "call" && others.length === 0;
  const own: Checks = isCall ? checks : [{ kind: "when", type: "string", checks }];
  const collector = functionCollector(own, name, print);
  return [evaluate(call(print.module.runtime("collectName"), name.value, name.path, collector))];
}

const rephrasedForNames: ReadonlySet<Check["kind"]> = new Set<Check["kind"]>([
  "never",
  "size",
  "pattern",
  "format",
  "not",
]);

function isUnmatched(
  { pattern }: CheckOf<"matching">,
  { module }: CheckPrinter,
): (key: Expression) => Expression {
  return (key) => not(matches(module.pattern(pattern), key));
}

function membersStep(
  isLeftOut: (key: Expression) => Expression,
  { checks }: { readonly checks: Checks },
  subject: Subject,
  print: CheckPrinter,
): PredicateStep {
  const statements = (member: Subject): readonly Statement[] => print.statements(checks, member);
  return codeStep([eachMember(subject, { isLeftOut, statements })]);
}

/** The check of a keyword for the members of an object. */
interface MembersCheck {
  readonly isLeftOut: (key: Expression) => Expression;
  readonly checks: Checks;
  readonly at: Place | undefined;
  /** The place of the schema that applies to each of them. */
  readonly schema: Place | undefined;
  readonly keyword: string;
  /** The allowed names, if no others are allowed. */
  readonly names: Expression;
}

/** A loop over the members of an object, except those that are left out. */
function membersIssues(
  subject: Subject,
  print: CheckPrinter,
  { isLeftOut, checks, at, schema, keyword, names }: MembersCheck,
): readonly Statement[] {
  const statements = (member: Subject): readonly Statement[] =>
    isNever(checks)
      ? [evaluate(reportUnexpected(member, at, keyword, names, print.module))]
      : print.issues(checks, member);
  return [eachMember(subject, { isLeftOut, schema, statements })];
}
