import { and, compare, element, literal, local, not, or } from "../../../code/expressions.js";
import type { Expression, Statement } from "../../../code/nodes.js";
import { assign, evaluate, returnFalse, variable, when } from "../../../code/statements.js";
import { below, type Place } from "../../../core/place.js";
import type { CheckOf, Checks } from "../../../checks/check.js";
import { limitPlaces } from "../../../checks/simplify-contains.js";
import { isNever } from "../../../checks/never.js";
import { codeStep, type CheckPrinter, type CheckRows } from "../check-printer.js";
import { eachItem } from "../loops.js";
import { expectedSize } from "../expected.js";
import type { GuardModule } from "../guard-module.js";
import { phraseOf, plainText, type Phrase } from "../phrases.js";
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
    // If no item is allowed, the number of items is enough.
    expression: ({ from }, { value }) => compare(lengthOf(value), "<=", from),
    steps: ({ from, checks }, subject, print) => [
      codeStep([eachItem(subject, { from, statements: (item) => print.statements(checks, item) })]),
    ],
    needsStatements: ({ checks }) => !isNever(checks),
    issues: ({ from, checks, at }, subject, print) =>
      isNever(checks)
        ? when(compare(lengthOf(subject.value), ">", from), [
            evaluate(report(subject, at, "items", expectedItems(from), print.module)),
          ])
        : [
            eachItem(subject, {
              from,
              schema: at,
              statements: (item) => print.issues(checks, item),
            }),
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

function expectedItems(limit: number): string {
  return expectedSize({ kind: "size", keyword: "maxItems", limit });
}

function itemAt(index: number, subject: Subject): Subject {
  return within(subject, element(subject.value, literal(index)), literal(index));
}

function containsIssues(
  check: CheckOf<"contains">,
  subject: Subject,
  print: CheckPrinter,
): readonly Statement[] {
  const { checks, minimum, maximum } = check;
  const { least, most } = limitPlaces(check);
  const count = local(localName("count", subject));
  const failure = (
    at: Place | undefined,
    bound: "at least" | "at most",
    limit: number,
  ): Statement => {
    const expected = expectedMatches(check, bound, limit, print.module);
    return evaluate(report(subject, at, "contains", expected, print.module));
  };
  return [
    {
      kind: "block",
      body: [
        ...countMatches(checks, subject, print),
        ...(minimum > 0
          ? when(compare(count, "<", minimum), [failure(least, "at least", minimum)])
          : []),
        ...(maximum === undefined
          ? []
          : when(compare(count, ">", maximum), [failure(most, "at most", maximum)])),
      ],
    },
  ];
}

/** Describes how many items must match: `at least one item such as {role: "owner"}`. */
function expectedMatches(
  { checks, title }: CheckOf<"contains">,
  bound: "at least" | "at most",
  limit: number,
  module: GuardModule,
): string {
  const count = limit === 0 ? "no" : `${bound} ${limit === 1 ? "one" : limit}`;
  const phrase: Phrase | undefined =
    phraseOf(checks, module) ??
    (title === undefined ? undefined : { text: plainText(title), isExample: true });
  const isOne = limit <= 1;
  const items = `${count} ${isOne ? "item" : "items"}`;
  if (phrase === undefined) return `${items} that \`contains\` describes`;
  if (phrase.isExample === true) return `${items} such as ${phrase.text}`;
  if (isOne) return `${items} that is ${phrase.text}`;
  return `${items} that are ${phrase.plural ?? `each ${phrase.text}`}`;
}

/** Statements that count the items that pass checks, in a variable named `count`. */
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
