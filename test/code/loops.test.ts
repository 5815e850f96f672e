import { describe, expect, it } from "vitest";
import {
  arrow,
  call,
  equals,
  global,
  literal,
  local,
  or,
  property,
} from "../../generator/code/expressions.js";
import type { EachStatement, Statement } from "../../generator/code/nodes.js";
import { constant, continueLoop, evaluate, when } from "../../generator/code/statements.js";
import { branch, doing, lines } from "./build.js";
import { printBody } from "./print.js";

const a = local("a");
const b = local("b");
const value = local("value");
const item = local("item");
const index = local("index");
const f = doing("f");
const g = doing("g");
const h = doing("h");
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
      `${head()} {\n  const item = value[index];\n  f(item["a"], item);\n}`,
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
    [
      "member not used",
      [members([f])],
      "for (const key in value) {\n  if (value[key] !== undefined) f();\n}",
    ],
    [
      "member used",
      [members([doing("f", item)])],
      "for (const key in value) {\n  if (value[key] !== undefined) f(value[key]);\n}",
    ],
    [
      "member used in a condition",
      [members([branch(item, [f])])],
      "for (const key in value) {\n  if (value[key] !== undefined && value[key]) f();\n}",
    ],
    [
      "name used in a condition",
      [members([branch(local("key"), [doing("f", item)])])],
      "for (const key in value) {\n  if (key && value[key] !== undefined) f(value[key]);\n}",
    ],
    [
      "name used in a condition, member not used",
      [members([branch(local("key"), [f])])],
      "for (const key in value) {\n  if (key && value[key] !== undefined) f();\n}",
    ],
    [
      "member used in one of two statements",
      [members([f, doing("g", item)])],
      "for (const key in value) {\n  if (value[key] === undefined) continue;\n  f();\n  g(value[key]);\n}",
    ],
    [
      "member not used, two statements",
      [members([f, g])],
      "for (const key in value) {\n  if (value[key] === undefined) continue;\n  f();\n  g();\n}",
    ],
    [
      "members left out by their names",
      [members([branch(local("key"), [continueLoop]), f, doing("g", item)])],
      `
      for (const key in value) {
        if (key) continue;
        if (value[key] === undefined) continue;
        f();
        g(value[key]);
      }`,
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
      ] as const
    ).map(
      ([name, second, printed]) =>
        [
          `not merged: ${name}`,
          [each([f]), second],
          `${head()} {\n  f();\n}\n${printed} {\n  g();\n}`,
        ] as const,
    ),
    [
      "not merged: members",
      [each([f]), each([g], { over: "members" })],
      `${head()} {\n  f();\n}\nfor (const index in value) {\n  if (value[index] !== undefined) g();\n}`,
    ],
    [
      "merged: members",
      [members([f]), members([doing("g", item)])],
      "for (const key in value) {\n  if (value[key] === undefined) continue;\n  f();\n  g(value[key]);\n}",
    ],
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
      for (const key in value) {
        if (value[key] !== undefined) f(() => {
          for (const key in value) {
            if (value[key] !== undefined) g(value[key], key);
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
        if (item === undefined) continue;
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
