import { describe, expect, it } from "vitest";
import { arrow, call, global, literal, local } from "../../generator/code/expressions.js";
import type { Statement } from "../../generator/code/nodes.js";
import { assign, constant, evaluate, returned, variable } from "../../generator/code/statements.js";
import { branch, doing, lines } from "./build.js";
import { printBody } from "./print.js";

const a = local("a");
const b = local("b");
const f = doing("f");
const g = doing("g");
const h = doing("h");
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
