import {
  call,
  equals,
  global,
  isConstant,
  literal,
  not,
  or,
  sum,
  undefinedValue,
} from "../../../code/expressions.js";
import type { Expression, Statement } from "../../../code/nodes.js";
import { evaluate, returnFalse, when } from "../../../code/statements.js";
import type { CheckOf, Checks } from "../../../checks/check.js";
import { located } from "../../../checks/located.js";
import { codeStep, type CheckPrinter, type CheckRows } from "../check-printer.js";
import { callIssues } from "../collector-call.js";
import { optionsIssues } from "../collector-options.js";
import { expectedTypes, expectedValues } from "../expected.js";
import { issuesBecause } from "../collector-because.js";
import { oppositeOf, plainText, reasonsOf } from "../phrases.js";
import { report, reportMissing, reportValues } from "../reports.js";
import { narrowed, propertyWithin, type Subject } from "../subject.js";
import { propertyOf } from "../tests.js";

// Checks that combine others.

export const combinationRows: CheckRows<"any" | "one" | "switch" | "not" | "conditional" | "call"> =
  {
    any: {
      expression: ({ branches }, subject, print) => anyExpression(branches, subject, print),
      issues: optionsIssues,
      rejectsUndefined: ({ branches }, print) => branches.every(print.rejectsUndefined),
    },
    one: {
      expression: ({ branches }, subject, print) => {
        const numbers = branches.map((branch) =>
          call(global("Number"), print.condition(branch, subject)),
        );
        return equals(sum(...numbers), literal(1));
      },
      issues: optionsIssues,
    },
    switch: {
      steps: ({ name, cases }, subject, print) => [
        codeStep([
          {
            kind: "switch",
            on: propertyOf(subject.value, name, print.module),
            cases: cases.map(({ values, checks }) => ({
              values,
              body: print.statements(checks, narrowed(subject)),
            })),
            otherwise: [returnFalse],
          },
        ]),
      ],
      issues: switchIssues,
    },
    not: {
      expression: ({ checks }, subject, print) => not(print.condition(checks, subject)),
      issues: ({ checks, title, at }, subject, print) => {
        const { module } = print;
        const expected =
          oppositeOf(checks, module) ??
          (title === undefined
            ? "a value that `not` does not describe"
            : `nothing like ${plainText(title)}`);
        return when(print.condition(checks, narrowed(subject)), [
          evaluate(report(subject, at, "not", expected, module)),
        ]);
      },
    },
    conditional: {
      expression: conditionalExpression,
      issues: ({ condition, then, otherwise }, subject, print) => {
        const [why, whyNot] = reasonsOf(condition, print.module);
        return when(
          print.condition(condition, narrowed(subject)),
          issuesBecause(why, then, subject, print),
          issuesBecause(whyNot, otherwise, subject, print),
        );
      },
    },
    call: {
      expression: ({ model }, { value }, { module }) => call(module.guard(model, "is"), value),
      issues: ({ model }, subject, { module }) => callIssues(model, subject, module),
      rejectsUndefined: ({ model }, { module }) => {
        const { schema } = module.model(model);
        if (schema.kind !== "object") return false;
        const { type, enum: values, const: value } = schema.keywords;
        return type !== undefined || values !== undefined || value !== undefined;
      },
      isNarrowing: true,
      isIndependent: () => true,
      expected: ({ model }, { module }) => {
        const { schema } = module.model(model);
        if (schema.kind !== "object") return "a value";
        const { type, enum: values } = schema.keywords;
        if (values !== undefined) return expectedValues(values);
        return type === undefined ? "a value" : expectedTypes(type);
      },
    },
  };

/** One condition after the other: each is tested only if those before it fail. */
function anyExpression(
  branches: readonly Checks[],
  subject: Subject,
  print: CheckPrinter,
): Expression {
  let seen = subject;
  return or(
    branches.map((branch) => {
      const holds = print.condition(branch, seen);
      // Once a branch "not an object, or more" has failed, the value is an object.
      const isImplication = branch.some(
        (check) =>
          (check.kind === "cases" && check.types === undefined) ||
          check.kind === "not" ||
          check.kind === "conditional",
      );
      if (isImplication) seen = narrowed(seen);
      return holds;
    }),
  );
}

function switchIssues(
  { name, cases, at }: CheckOf<"switch">,
  subject: Subject,
  print: CheckPrinter,
): readonly Statement[] {
  const { module } = print;
  const tag = propertyWithin(subject, propertyOf(subject.value, name, module), name);
  const values = cases.flatMap((one) => one.values);
  const expected = expectedValues(values);
  return [
    {
      kind: "switch",
      on: tag.value,
      cases: cases.map((one) => ({
        values: one.values,
        body: print.issues(one.checks, narrowed(subject)),
      })),
      otherwise: when(
        equals(tag.value, undefinedValue),
        [evaluate(reportMissing(subject, name, at, expected, module))],
        [evaluate(reportValues(tag, { keyword: "enum", values, ...located(at) }, module))],
      ),
    },
  ];
}

function conditionalExpression(
  check: CheckOf<"conditional">,
  subject: Subject,
  print: CheckPrinter,
): Expression {
  const test = print.condition(check.condition, subject);
  const then = print.condition(check.then, narrowed(subject));
  const otherwise = print.condition(check.otherwise, narrowed(subject));
  if (isConstant(otherwise, true)) return or([not(test), then]);
  if (isConstant(then, true)) return or([test, otherwise]);
  return { kind: "conditional", test, then, otherwise };
}
