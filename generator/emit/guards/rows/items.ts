import { and, compare, element, literal, local, not, or } from "../../../code/expressions.js";
import type { Expression, Statement } from "../../../code/nodes.js";
import { assign, evaluate, returnFalse, variable, when } from "../../../code/statements.js";
import { below } from "../../../core/place.js";
import type { CheckOf, Checks } from "../../../checks/check.js";
import { isNever } from "../../../checks/never.js";
import { codeStep, type CheckPrinter, type CheckRows } from "../check-printer.js";
import { eachItem } from "../loops.js";
import { report } from "../reports.js";
import { itemWithin, localName, within, type Subject } from "../subject.js";
import { lengthOf } from "../tests.js";

// Checks of the items of an array.

export const itemRows: CheckRows<"item" | "items" | "contains"> = {
  item: {
    expression: ({ index, checks }, subject, print) =>
      or([
        compare(lengthOf(subject.value), "<=", index),
        print.expression(checks, itemAt(index, subject)),
      ]),
    steps: ({ index, checks }, subject, print) => [
      codeStep(
        when(
          compare(lengthOf(subject.value), ">", index),
          print.statements(checks, itemAt(index, subject)),
        ),
      ),
    ],
    needsStatements: ({ checks }, print) => print.needsStatements(checks),
    issues: ({ index, checks, at }, subject, print) => {
      const value = element(subject.value, literal(index));
      const item = itemWithin(subject, value, literal(index), at && below(at, index));
      return when(compare(lengthOf(subject.value), ">", index), print.issues(checks, item));
    },
  },
  items: {
    // Where no item is allowed, their number tells.
    expression: ({ from }, { value }) => compare(lengthOf(value), "<=", from),
    steps: ({ from, checks }, subject, print) => [
      codeStep([eachItem(subject, { from, statements: (item) => print.statements(checks, item) })]),
    ],
    needsStatements: ({ checks }) => !isNever(checks),
    issues: ({ from, checks, at }, subject, print) => [
      eachItem(subject, { from, schema: at, statements: (item) => print.issues(checks, item) }),
    ],
  },
  contains: {
    steps: ({ checks, minimum, maximum }, subject, print) => {
      const count = local(localName("count", subject));
      const outside = not(isInRange(count, minimum, maximum));
      return [
        codeStep([
          {
            kind: "block",
            body: [...countMatches(checks, subject, print), ...when(outside, [returnFalse])],
          },
        ]),
      ];
    },
    issues: containsIssues,
  },
};

function itemAt(index: number, subject: Subject): Subject {
  return within(subject, element(subject.value, literal(index)), literal(index));
}

function containsIssues(
  { checks, minimum, maximum, at }: CheckOf<"contains">,
  subject: Subject,
  print: CheckPrinter,
): readonly Statement[] {
  const count = local(localName("count", subject));
  const failure = (bound: string, limit: number): Statement => {
    const items = limit === 1 ? "item" : "items";
    const expected = `${bound} ${limit} ${items} that \`contains\` describes`;
    return evaluate(report(subject, at, "contains", expected, print.module));
  };
  return [
    {
      kind: "block",
      body: [
        ...countMatches(checks, subject, print),
        ...(minimum > 0 ? when(compare(count, "<", minimum), [failure("at least", minimum)]) : []),
        ...(maximum === undefined
          ? []
          : when(compare(count, ">", maximum), [failure("at most", maximum)])),
      ],
    },
  ];
}

/** Statements that count the items which pass checks, in a variable named `count`. */
function countMatches(checks: Checks, subject: Subject, print: CheckPrinter): readonly Statement[] {
  const count = localName("count", subject);
  return [
    variable(count, literal(0)),
    eachItem(subject, {
      statements: (item) => when(print.condition(checks, item), [assign(count, "+=", literal(1))]),
    }),
  ];
}

function isInRange(count: Expression, minimum: number, maximum: number | undefined): Expression {
  return and([
    ...(minimum > 0 ? [compare(count, ">=", minimum)] : []),
    ...(maximum === undefined ? [] : [compare(count, "<=", maximum)]),
  ]);
}
