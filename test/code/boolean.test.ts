import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  always,
  and,
  binary,
  call,
  compare,
  differs,
  equals,
  global,
  literal,
  local,
  never,
  not,
  nullValue,
  or,
  property,
  undefinedValue,
} from "../../generator/code/expressions.js";
import type { Expression, Statement } from "../../generator/code/nodes.js";
import { evaluate, returnFalse, returnTrue, when } from "../../generator/code/statements.js";
import { compile } from "./compile.js";
import { printBody, printExpression } from "./print.js";

const a = local("a");
const b = local("b");
const c = local("c");
const x = local("x");
const y = local("y");
const isUndefined = equals(x, undefinedValue);
const isNull = equals(x, nullValue);
const isDefined = differs(x, undefinedValue);
const isNoNull = differs(x, nullValue);

describe("a condition", () => {
  const table: readonly (readonly [printed: string, expression: Expression])[] = [
    ["true", and([])],
    ["false", or([])],
    ["a", and([a])],
    ["a", or([a])],
    ["a && b", and([a, always, b])],
    ["a || b", or([never, a, b])],
    ["a", and([always, a, always])],
    ["true", and([always, always])],
    ["false", or([never, never])],
    ["false", and([a, never, b])],
    ["true", or([a, always, b])],
    // A literal is a constant only if it is a boolean.
    ["a && 0", and([a, literal(0)])],
    ["a && b && c", and([and([a, b]), c])],
    ["a && b && c", and([a, and([b, c])])],
    ["a || b || c", or([or([a, b]), c])],
    ["(a && b) || c", or([and([a, b]), c])],
    ["(a || b) && c", and([or([a, b]), c])],

    ["false", not(always)],
    ["true", not(never)],
    ["true", not(nullValue)],
    ["true", not(literal(0))],
    ["true", not(literal(""))],
    ["false", not(literal("text"))],
    ["false", not(literal(1))],
    ["false", not(literal([]))],
    ["!a", not(a)],
    ["a", not(not(a))],
    ["!a || !b", not(and([a, b]))],
    ["!a && !b", not(or([a, b]))],
    ["(!a && !b) || c", not(and([or([a, b]), not(c)]))],
    ["!f(a)", not(call(global("f"), a))],
    ["!(a ? b : c)", not({ kind: "conditional", test: a, then: b, otherwise: c })],

    // Of these comparisons, the negation is exact.
    ...(
      [
        ["===", "!=="],
        ["!==", "==="],
        ["==", "!="],
        ["!=", "=="],
        ["<", ">="],
        [">=", "<"],
        [">", "<="],
        ["<=", ">"],
      ] as const
    ).flatMap(
      ([operator, opposite]) =>
        [
          [`x ${operator} 1`, compare(x, operator, 1)],
          [`x ${opposite} 1`, not(compare(x, operator, 1))],
          [`x ${operator} y`, compare(x, operator, y)],
          // Of these, it need not be: neither holds for NaN.
          [`!(x ${operator} y)`, not(binary(x, operator, y))],
        ] as const,
    ),

    ["x == null", or([isUndefined, isNull])],
    ["x != null", and([isDefined, isNoNull])],
    ["x == null || a", or([isUndefined, isNull, a])],
    ["a || x == null", or([a, or([isUndefined, isNull])])],
    ["x != null", not(or([isUndefined, isNull]))],
    ["x === undefined || a || x === null", or([isUndefined, a, isNull])],
    ["x === null || x === undefined", or([isNull, isUndefined])],
    ["x === undefined && x === null", and([isUndefined, isNull])],
    ["x !== undefined || x !== null", or([isDefined, isNoNull])],
    ["x === undefined || y === null", or([isUndefined, equals(y, nullValue)])],
    ["x === undefined || x !== null", or([isUndefined, isNoNull])],
    [
      'a["b"] == null',
      or([equals(property(a, "b"), undefinedValue), equals(property(a, "b"), nullValue)]),
    ],
  ];

  it.each(table)("%s", (printed, expression) => {
    expect(printExpression(expression)).toBe(printed);
  });
});

describe("random conditions", () => {
  interface Condition {
    readonly expression: Expression;
    readonly holds: (values: Values) => boolean;
  }
  interface Values {
    readonly n: number;
    readonly x: unknown;
  }
  const { condition } = fc.letrec<{ condition: Condition; several: Condition[] }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom<Condition>(
        { expression: always, holds: () => true },
        { expression: never, holds: () => false },
        { expression: compare(local("n"), "<", 2), holds: ({ n }) => n < 2 },
        { expression: compare(local("n"), ">", 1), holds: ({ n }) => n > 1 },
        { expression: binary(global("NaN"), "<", literal(1)), holds: () => false },
        { expression: isUndefined, holds: ({ x }) => x === undefined },
        { expression: isNull, holds: ({ x }) => x === null },
        { expression: isDefined, holds: ({ x }) => x !== undefined },
        { expression: isNoNull, holds: ({ x }) => x !== null },
      ),
      tie("condition").map(({ expression, holds }) => ({
        expression: not(expression),
        holds: (values: Values) => !holds(values),
      })),
      tie("several").map((operands) => ({
        expression: and(operands.map(({ expression }) => expression)),
        holds: (values: Values) => operands.every(({ holds }) => holds(values)),
      })),
      tie("several").map((operands) => ({
        expression: or(operands.map(({ expression }) => expression)),
        holds: (values: Values) => operands.some(({ holds }) => holds(values)),
      })),
    ),
    several: fc.array(tie("condition"), { maxLength: 3 }),
  }));

  it("hold exactly when their operands do", () => {
    fc.assert(
      fc.property(condition, ({ expression, holds }) => {
        const code = printExpression(expression, { form: "javascript" });
        const run = compile(["n", "x"], `return ${code};`);
        for (const n of [1, 2]) {
          for (const x of [undefined, null, 0]) {
            expect(run(n, x), code).toBe(holds({ n, x }));
          }
        }
      }),
      { numRuns: 500, seed: 20260105 },
    );
  });
});

describe("when", () => {
  const f = evaluate(call(global("f")));
  const g = evaluate(call(global("g")));
  const table: readonly (readonly [name: string, body: readonly Statement[], printed: string])[] = [
    ["true", when(always, [f], [g]), "f();\n"],
    ["false", when(never, [f], [g]), "g();\n"],
    ["false without else", when(never, [f]), ""],
    ["nothing to do", when(a, []), ""],
    ["nothing but else", when(equals(a, b), [], [g]), "if (a !== b) g();\n"],
    ["nested", when(a, when(b, [f])), "if (a && b) f();\n"],
    ["nested three times", when(a, when(b, when(c, [f]))), "if (a && b && c) f();\n"],
    ["nested with or", when(a, when(or([b, c]), [f])), "if (a && (b || c)) f();\n"],
    [
      "nested with a further statement",
      when(a, [...when(b, [f]), g]),
      "if (a) {\n  if (b) f();\n  g();\n}\n",
    ],
    [
      "nested with else inside",
      when(a, when(b, [f], [g])),
      "if (a) {\n  if (b) {\n    f();\n  } else {\n    g();\n  }\n}\n",
    ],
    [
      "nested with else outside",
      when(a, when(b, [f]), [g]),
      "if (a) {\n  if (b) f();\n} else {\n  g();\n}\n",
    ],
    [
      "else",
      when(a, [returnTrue], [returnFalse]),
      "if (a) {\n  return true;\n} else {\n  return false;\n}\n",
    ],
  ];

  it.each(table)("%s", (_, body, printed) => {
    expect(printBody(body)).toBe(printed);
  });
});
