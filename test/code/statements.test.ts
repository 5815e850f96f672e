import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arrow,
  call,
  compare,
  element,
  equals,
  global,
  literal,
  local,
  member,
  not,
  or,
  property,
} from "../../generator/code/expressions.js";
import type { EachStatement, Expression, Statement } from "../../generator/code/nodes.js";
import {
  assign,
  constant,
  continueLoop,
  evaluate,
  returned,
  returnFalse,
  variable,
  when,
} from "../../generator/code/statements.js";
import { compile } from "./compile.js";
import { run, scopeOf } from "./interpret.js";
import { functionOf, printBody, printDeclarations } from "./print.js";

const a = local("a");
const b = local("b");
const value = local("value");
const item = local("item");
const index = local("index");
const doing = (name: string, ...args: readonly Expression[]): Statement =>
  evaluate(call(global(name), ...args));
const f = doing("f");
const g = doing("g");
const h = doing("h");
const branch = (
  test: Expression,
  then: readonly Statement[],
  otherwise: readonly Statement[] = [],
): Statement => ({ kind: "if", test, then, otherwise });

/** Lines of code without the indentation that they have in a table. */
function lines(text: string): string {
  const [, indentation = ""] = /^\n( *)/.exec(text) ?? [];
  return text.replaceAll(`\n${indentation}`, "\n").trim();
}

describe("statements", () => {
  const cases = [
    { values: ["a"], body: [f] },
    { values: ["b", '"\n'], body: [] },
  ];
  const table: readonly (readonly [name: string, body: readonly Statement[], printed: string])[] = [
    ["nothing", [], ""],
    ["variables", [constant("a", literal(1)), variable("b", a)], "const a = 1;\nlet b = a;"],
    ["assignments", [assign("a", "=", b), assign("a", "+=", b)], "a = b;\na += b;"],
    ["a block", [{ kind: "block", body: [f, g] }], "{\n  f();\n  g();\n}"],
    ["an empty block", [{ kind: "block", body: [] }], "{}"],

    ["one statement", [branch(a, [f])], "if (a) f();"],
    ["a result", [branch(a, [returned(b)])], "if (a) return b;"],
    ["an assignment", [branch(a, [assign("b", "=", a)])], "if (a) b = a;"],
    ["a variable", [branch(a, [constant("b", a)])], "if (a) {\n  const b = a;\n}"],
    ["two statements", [branch(a, [f, g])], "if (a) {\n  f();\n  g();\n}"],
    ["no statement", [branch(a, [])], "if (a) {}"],
    // Without braces, the else would belong to the inner one.
    [
      "if in if",
      [branch(a, [branch(b, [f])], [g])],
      "if (a) {\n  if (b) f();\n} else {\n  g();\n}",
    ],
    ["else", [branch(a, [f], [g])], "if (a) {\n  f();\n} else {\n  g();\n}"],
    ["else if", [branch(a, [f], [branch(b, [g])])], "if (a) {\n  f();\n} else if (b) {\n  g();\n}"],
    [
      "else if and else",
      [branch(a, [f], [branch(b, [g], [h])])],
      "if (a) {\n  f();\n} else if (b) {\n  g();\n} else {\n  h();\n}",
    ],
    [
      "else with two statements",
      [branch(a, [f], [branch(b, [g]), h])],
      "if (a) {\n  f();\n} else {\n  if (b) g();\n  h();\n}",
    ],
    ["an arrow in if", [branch(a, [evaluate(call(global("f"), arrow([], [g])))])], "if (a) f(() => {\n  g();\n});"], // prettier-ignore

    [
      "switch",
      [{ kind: "switch", on: a, cases, otherwise: [g] }],
      `
      switch (a) {
        case "a":
          f();
          break;
        case "b":
        case "\\"\\n":
          break;
        default:
          g();
      }`,
    ],
    [
      "switch without default",
      [{ kind: "switch", on: a, cases: [], otherwise: [] }],
      "switch (a) {\n  default:\n}",
    ],
    [
      "switch with cases that are left",
      [
        {
          kind: "switch",
          on: a,
          cases: [
            { values: ["a"], body: [returned(a)] },
            { values: ["b"], body: [branch(a, [returned(a)], [f, returned(b)])] },
            { values: ["c"], body: [branch(a, [returned(a)])] },
            { values: ["d"], body: [{ kind: "block", body: [f, returned(a)] }] },
          ],
          otherwise: [returned(b)],
        },
      ],
      `
      switch (a) {
        case "a":
          return a;
        case "b":
          if (a) {
            return a;
          } else {
            f();
            return b;
          }
        case "c":
          if (a) return a;
          break;
        case "d":
          {
            f();
            return a;
          }
        default:
          return b;
      }`,
    ],
    [
      "switch with variables",
      [
        {
          kind: "switch",
          on: a,
          cases: ["a", "b"].map((one) => ({ values: [one], body: [constant("c", a)] })),
          otherwise: [constant("c", a)],
        },
      ],
      `
      switch (a) {
        case "a": {
          const c = a;
          break;
        }
        case "b": {
          const c = a;
          break;
        }
        default: {
          const c = a;
        }
      }`,
    ],
  ];

  it.each(table)("%s", (_, body, printed) => {
    expect(printBody(body).trimEnd()).toBe(lines(printed));
  });
});

describe("a loop", () => {
  const each = (body: readonly Statement[], other: Partial<EachStatement> = {}): EachStatement => ({
    kind: "each",
    over: "items",
    value,
    from: 0,
    key: "index",
    item: "item",
    body,
    ...other,
  });
  const members = (body: readonly Statement[]): EachStatement =>
    each(body, { over: "members", key: "key" });
  const head = (name = "index", subject = "value"): string =>
    `for (let ${name} = 0; ${name} < ${subject}.length; ${name} += 1)`;
  const leaveOut = branch(equals(index, literal(2)), [continueLoop]);

  const table: readonly (readonly [name: string, body: readonly Statement[], printed: string])[] = [
    ["item not used", [each([f])], `${head()} {\n  f();\n}`],
    ["item used once", [each([doing("f", item)])], `${head()} {\n  f(value[index]);\n}`],
    [
      "item used twice",
      [each([doing("f", item), doing("g", item)])],
      `${head()} {\n  const item = value[index];\n  f(item);\n  g(item);\n}`,
    ],
    [
      "item used twice in one expression",
      [each([doing("f", property(item, "a"), item)])],
      `${head()} {\n  const item = value[index];\n  f(item.a, item);\n}`,
    ],
    ["key used", [each([doing("f", index, item)])], `${head()} {\n  f(index, value[index]);\n}`],
    [
      "other items",
      [each([f], { from: 2 })],
      "for (let index = 2; index < value.length; index += 1) {\n  f();\n}",
    ],
    [
      "items of an expression",
      [each([doing("f", item)], { value: or([a, b]) })],
      `${head("index", "(a || b)")} {\n  f((a || b)[index]);\n}`,
    ],
    ["member not used", [members([f])], "for (const _key in value) {\n  f();\n}"],
    ["member used once", [members([doing("f", item)])], "for (const key in value) {\n  f(value[key]);\n}"], // prettier-ignore
    [
      "name used",
      [members([doing("f", local("key"))])],
      "for (const key in value) {\n  f(key);\n}",
    ],
    [
      "member used twice",
      [members([doing("f", item, item)])],
      "for (const key in value) {\n  const item = value[key];\n  f(item, item);\n}",
    ],
    ["empty", [members([])], "for (const _key in value) {}"],

    [
      "continue before an item that is used once",
      [each([leaveOut, doing("f", item)])],
      `${head()} {\n  if (index === 2) continue;\n  f(value[index]);\n}`,
    ],
    [
      "continue before an item that is used twice",
      [each([leaveOut, doing("f", item, item)])],
      `${head()} {\n  if (index === 2) continue;\n  const item = value[index];\n  f(item, item);\n}`,
    ],
    [
      "continue by the item",
      [each([when(item, [continueLoop]), [doing("f", item)]].flat())],
      `${head()} {\n  const item = value[index];\n  if (item) continue;\n  f(item);\n}`,
    ],
    [
      "continue, or something else",
      [each([branch(index, [continueLoop], [f]), doing("f", item, item)])],
      `
      ${head()} {
        const item = value[index];
        if (index) {
          continue;
        } else {
          f();
        }
        f(item, item);
      }`,
    ],

    [
      "merged",
      [each([doing("f", item)]), each([doing("g", item)])],
      `${head()} {\n  const item = value[index];\n  f(item);\n  g(item);\n}`,
    ],
    [
      "merged three times",
      [each([f]), each([g]), each([doing("h", item)])],
      `${head()} {\n  f();\n  g();\n  h(value[index]);\n}`,
    ],
    ["merged in a block", [{ kind: "block", body: [each([f]), each([g])] }], `{\n  ${head()} {\n    f();\n    g();\n  }\n}`], // prettier-ignore
    ["not merged: something between", [each([f]), h, each([g])], `${head()} {\n  f();\n}\nh();\n${head()} {\n  g();\n}`], // prettier-ignore
    ...(
      [
        ["another value", each([g], { value: a }), head("index", "a")],
        ["another start", each([g], { from: 1 }), head().replace("= 0", "= 1")],
        ["another key", each([g], { key: "at" }), head("at")],
        ["another item", each([g], { item: "one" }), head()],
        ["members", each([g], { over: "members" }), "for (const _index in value)"],
      ] as const
    ).map(
      ([name, second, printed]) =>
        [
          `not merged: ${name}`,
          [each([f]), second],
          `${head()} {\n  f();\n}\n${printed} {\n  g();\n}`,
        ] as const,
    ),
    ...(
      [
        ["if", leaveOut],
        ["else", branch(a, [f], [leaveOut])],
        ["block", { kind: "block", body: [leaveOut] }],
        [
          "switch",
          { kind: "switch", on: a, cases: [{ values: ["a"], body: [leaveOut] }], otherwise: [] },
        ],
        ["default", { kind: "switch", on: a, cases: [], otherwise: [leaveOut] }],
      ] as const
    ).map(
      ([name, statement]) =>
        [
          `not merged: continued in ${name}`,
          [each([statement]), each([g])],
          `${printBody([each([statement])])}${head()} {\n  g();\n}`,
        ] as const,
    ),
    [
      "merged: continued in the second",
      [each([f]), each([leaveOut, g])],
      `${head()} {\n  f();\n  if (index === 2) continue;\n  g();\n}`,
    ],
    [
      "merged: continued in an inner loop",
      [each([members([leaveOut])]), each([g])],
      `${head()} {\n  for (const _key in value) {\n    if (index === 2) continue;\n  }\n  g();\n}`,
    ],
    ...[
      [constant("c", index), constant("c", index)],
      [constant("c", index), doing("f", local("c"))],
      [doing("f", local("c")), constant("c", index)],
    ].map(
      ([first = f, second = g]) =>
        [
          "not merged: one declares what the other names",
          [each([first]), each([second])],
          printBody([each([first])]) + printBody([each([second])]).trimEnd(),
        ] as const,
    ),

    [
      "nested",
      [each([each([doing("f", local("inner"))], { value: item, key: "at", item: "inner" })])],
      `
      ${head()} {
        const item = value[index];
        ${head("at", "item")} {
          f(item[at]);
        }
      }`,
    ],
    [
      "item used in an inner loop",
      [each([each([doing("f", item)], { value: a, key: "at", item: "inner" })])],
      `
      ${head()} {
        const item = value[index];
        ${head("at", "a")} {
          f(item);
        }
      }`,
    ],
    [
      "item hidden by that of an inner loop",
      [each([each([doing("f", item)], { value: a }), doing("g", item)])],
      `
      ${head()} {
        ${head("index", "a")} {
          f(a[index]);
        }
        g(value[index]);
      }`,
    ],
    [
      "item used in an inner function",
      [each([doing("f", arrow(["value"], call(global("f"), item, value)))])],
      `${head()} {\n  const item = value[index];\n  f((value) => f(item, value));\n}`,
    ],
    [
      "item hidden by a parameter",
      [each([doing("f", item, arrow(["item"], item))])],
      `${head()} {\n  f(value[index], (item) => item);\n}`,
    ],
    [
      "item hidden by a variable",
      [each([doing("f", item), { kind: "block", body: [constant("item", a), doing("g", item)] }])],
      `
      ${head()} {
        f(value[index]);
        {
          const item = a;
          g(item);
        }
      }`,
    ],
    [
      "in a function in a loop",
      [
        members([
          evaluate(call(global("f"), arrow(["key"], [members([doing("g", item, local("key"))])]))),
        ]),
      ],
      `
      for (const _key in value) {
        f(() => {
          for (const key in value) {
            g(value[key], key);
          }
        });
      }`,
    ],
    [
      "nested under another key",
      [members([each([doing("f", local("inner"))], { value: item, item: "inner" })])],
      `
      for (const key in value) {
        const item = value[key];
        ${head("index", "item")} {
          f(item[index]);
        }
      }`,
    ],
  ];

  it.each(table)("%s", (_, body, printed) => {
    expect(printBody(body).trimEnd()).toBe(lines(printed));
  });
});

describe("random programs", () => {
  const keys = ["i", "k"] as const;
  const items = ["x", "y"] as const;
  const variables = ["a", "b"] as const;
  const log = (expression: Expression): Statement => doing("log", expression);
  const { block } = fc.letrec<{
    expression: Expression;
    statement: Statement;
    block: readonly Statement[];
    loop: EachStatement;
  }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom(...keys, ...items, ...variables, "data").map(local),
      fc.tuple(tie("expression"), tie("expression")).map((args) => element(...args)),
      tie("expression").map((operand) => not(operand)),
      // A function, of which the parameter may hide any name.
      fc
        .tuple(fc.constantFrom(...keys, ...items), tie("expression"), tie("expression"))
        .map(([name, body, argument]) => call(arrow([name], body), argument)),
    ),
    loop: fc
      .record({
        over: fc.constantFrom("items" as const, "members" as const),
        from: fc.constantFrom(0, 1),
        key: fc.constantFrom(...keys),
        item: fc.constantFrom(...items),
        body: tie("block"),
      })
      .map((loop): EachStatement => ({
        kind: "each",
        ...loop,
        value: local(loop.item === "x" ? "y" : "x"),
      })),
    statement: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      tie("expression").map(log),
      fc.tuple(tie("loop"), tie("block")).map(([loop]) => loop),
      // Two loops that can be merged.
      fc
        .tuple(tie("loop"), tie("block"))
        .map(([loop, body]): Statement => ({ kind: "block", body: [loop, { ...loop, body }] })),
      fc
        .tuple(tie("expression"), tie("block"), tie("block"))
        .map(([test, then, otherwise]) => branch(test, then, otherwise)),
      fc.tuple(tie("block"), tie("block")).map(([body, otherwise]): Statement => ({
        kind: "switch",
        on: member(local("data"), "tag"),
        cases: [{ values: ["tag"], body }],
        otherwise,
      })),
      tie("block").map((body): Statement => ({ kind: "block", body })),
      tie("expression").map((value) => assign("total", "+=", call(global("Number"), value))),
    ),
    block: fc
      .tuple(
        fc.option(
          fc.constantFrom(
            compare(call(global("Number"), local("i")), ">", 0),
            compare(call(global("Number"), local("k")), ">", 0),
          ),
        ),
        fc.uniqueArray(fc.constantFrom(...variables), { maxLength: 1 }),
        fc.array(tie("statement"), { maxLength: 3, depthIdentifier: "statement" }),
      )
      .map(([test, names, statements]) => [
        ...(test === null ? [] : [branch(test, [continueLoop])]),
        ...names.map((name) => constant(name, local("data"))),
        ...statements,
      ]),
  }));

  it("do the same when they are printed", () => {
    const data = Object.assign([[1, [2, 3]], [[4], "five"], 6], { tag: "tag" });
    const parameters = ["x", "y", "i", "k", "a", "b", "data"];
    const args = [data, data, 0, 1, "a", "b", data];
    fc.assert(
      fc.property(block, (body) => {
        // A loop around it, for what continues.
        const program: Statement[] = [
          { kind: "each", over: "items", value: local("data"), from: 0, key: "i", item: "x", body },
        ];
        const code = printDeclarations([functionOf("main", parameters, program)], {
          form: "javascript",
        }).replace("export ", "");
        const outcome = (start: (log: (value: unknown) => void) => unknown): unknown => {
          const logged: string[] = [];
          try {
            start((value) => logged.push(typeof value === "string" ? value : inspect(value)));
          } catch (error) {
            if (error instanceof TypeError) return TypeError;
            throw error;
          }
          // Merged loops do the same in another order.
          return logged.sort();
        };
        const main = compile(["log", "Number", "args"], `let total = 0; ${code} main(...args);`);
        const printed = outcome((log) => main(log, () => 1, args));
        const names = Object.fromEntries(parameters.map((name, at) => [name, args[at]]));
        const expected = outcome((log) =>
          run(program, scopeOf({ ...names, log, Number: () => 1, total: 0 })),
        );
        expect(printed, code).toEqual(expected);
      }),
      { numRuns: 1000, seed: 20260105 },
    );
  });
});

it("prints every statement with a result", () => {
  expect(printBody([returnFalse])).toBe("return false;\n");
});
