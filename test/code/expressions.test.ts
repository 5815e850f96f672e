import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  array,
  arrow,
  binary,
  call,
  compare,
  element,
  global,
  hoisted,
  literal,
  local,
  member,
  not,
  object,
  property,
  pureCall,
  sum,
  typeOf,
} from "../../generator/code/expressions.js";
import type { Expression, TypeNode } from "../../generator/code/nodes.js";
import { evaluate as effect, returned } from "../../generator/code/statements.js";
import { stringType } from "../../generator/code/type-nodes.js";
import { compile } from "./compile.js";
import { evaluate, scopeOf } from "./interpret.js";
import { printBody, printExpression } from "./print.js";

const a = local("a");
const b = local("b");
const c = local("c");
const f = global("f");

describe("an expression", () => {
  const conditional: Expression = { kind: "conditional", test: a, then: b, otherwise: c };
  const list: Expression = { kind: "const", value: [1] };
  const map = (...types: readonly TypeNode[]): Expression => ({
    kind: "new",
    callee: global("Map"),
    types,
    args: [a],
  });

  const table: readonly (readonly [printed: string, expression: Expression])[] = [
    ["a", a],
    ["f", f],
    ["f()", call(f)],
    ["f(a, b)", call(f, a, b)],
    ["/* @__PURE__ */ f(a)", pureCall(f, a)],
    ["a.length", member(a, "length")],
    ["a[b]", element(a, b)],
    ["[]", array([])],
    ["[a, b]", array([a, b])],
    ["{}", object([])],
    ['{ a: b, "b-c": c }', object([["a", b], ["b-c", c]])], // prettier-ignore
    ['{ ["__proto__"]: a }', object([["__proto__", a]])],
    ["/* @__PURE__ */ new Map<string, string>(a)", map(stringType, stringType)],
    ["/* @__PURE__ */ new Map(a)", map()],
    ["/* @__PURE__ */ new (f())(a)", { kind: "new", callee: call(f), types: [], args: [a] }],
    ['typeof a === "string"', compare(typeOf(a), "===", literal("string"))],
    ["typeof (a === b)", typeOf(compare(a, "===", b))],
    ["!a.length", not(member(a, "length"))],
    ["(a ? b : c).length", member(conditional, "length")],
    ["(a ? b : c) ? a : b", { kind: "conditional", test: conditional, then: a, otherwise: b }],
    ["a ? a : a ? b : c", { kind: "conditional", test: a, then: a, otherwise: conditional }],
    ["(a + b) % c", binary(sum(a, b), "%", c)],
    ["a + b % c", sum(a, binary(b, "%", c))],
    ["a + b + c", sum(a, b, c)],
    ["a + (b + c)", sum(a, sum(b, c))],
    ["(-1).length", member(literal(-1), "length")],
    ["(1).length", member(literal(1), "length")],
    ["0", literal(-0)],
    ["a + -1", sum(a, literal(-1))],
    ["[1] as const", list],
    ["([1] as const) === a", compare(list, "===", a)],
    ["([1] as const).length", member(list, "length")],
    ["(a ? b : c)(a)", call(conditional, a)],
    ["/a/u.test(b)", call(member({ kind: "regexp", source: "a", flags: "u" }, "test"), b)],

    ["() => a", arrow([], a)],
    ["(a) => f(a)", arrow(["a"], call(f, a))],
    ["() => f()", arrow(["a", "b"], call(f))],
    ["(a) => f(a)", arrow(["a", "b"], call(f, a))],
    ["(_a, b) => f(b)", arrow(["a", "b"], call(f, b))],
    ["(_a, b) => () => f(b)", arrow(["a", "b"], arrow(["a"], call(f, b)))],
    ["() => (a) => f(a)", arrow(["a"], arrow(["a"], call(f, a)))],
    ["(a) => (b) => f(a, b)", arrow(["a"], arrow(["b"], call(f, a, b)))],
    ["() => ({})", arrow([], object([]))],
    ["() => ({ a: 1 })", arrow([], literal({ a: 1 }))],
    ["() => ({}.length)", arrow([], member(object([]), "length"))],
    ["() => ({ a: 1 } as const)", arrow([], { kind: "const", value: { a: 1 } })],
    ["() => {}", arrow(["a"], [])],
    ["(a) => {\n  return a;\n}", arrow(["a", "b"], [returned(a)])],
    ["(a) => {\n  return a;\n}", arrow(["a"], [returned(a)])],
    ["(() => a)()", call(arrow([], a))],
    ["a || (() => a)", { kind: "or", operands: [a, arrow([], a)] }],
  ];

  it.each(table)("%s", (printed, expression) => {
    expect(printExpression(expression)).toBe(printed);
  });

  it("has no types in JavaScript", () => {
    expect(printExpression(map(stringType), { form: "javascript" })).toBe(
      "/* @__PURE__ */ new Map(a)",
    );
    expect(printExpression(list, { form: "javascript" })).toBe("[1]");
  });

  it("begins no block at the start of a statement", () => {
    expect(printBody([effect(call(member(object([]), "f")))])).toBe("({}.f());\n");
  });
});

describe("the access to a property", () => {
  const table: readonly (readonly [name: string, dot: string, brackets: string])[] = [
    ["id", "a.id", 'a["id"]'],
    ["$ref", "a.$ref", 'a["$ref"]'],
    ["a-b", 'a["a-b"]', 'a["a-b"]'],
    ["__proto__", 'a["__proto__"]', 'a["__proto__"]'],
    ["class", "a.class", 'a["class"]'],
    ["1", 'a["1"]', 'a["1"]'],
    ["", 'a[""]', 'a[""]'],
    ["ü", 'a["ü"]', 'a["ü"]'],
    ['"]; f(); //', 'a["\\"]; f(); //"]', 'a["\\"]; f(); //"]'],
    ["\n\u2028\u200b", 'a["\\n\\u2028\\u200b"]', 'a["\\n\\u2028\\u200b"]'],
  ];

  it.each(table)("%j is %s or %s", (name, dot, brackets) => {
    const read = property(a, name);
    expect(printExpression(read, { form: "javascript" })).toBe(dot);
    expect(printExpression(read, { form: "typescript" })).toBe(brackets);
  });

  it("is always dotted, if the language defines it", () => {
    const test = call(member(hoisted("pattern"), "test"), member(a, "length"));
    expect(printExpression(test, { form: "typescript" })).toBe("pattern.test(a.length)");
  });
});

describe("a regular expression", () => {
  const newer = (...args: readonly string[]): string =>
    `/* @__PURE__ */ new RegExp(${args.map((one) => JSON.stringify(one)).join(", ")})`;
  const table: readonly (readonly [source: string, flags: string, printed: string])[] = [
    ["^a+$", "u", "/^a+$/u"],
    ["a/b", "u", "/a\\/b/u"],
    ["", "u", "/(?:)/u"],
    ["a\nb", "u", "/a\\nb/u"],
    ["[\u200b]", "u", "/[\\u200b]/u"],
    // Valid without Unicode matching only.
    ["\\-", "", newer("\\-")],
    ["\\\u200b", "", '/* @__PURE__ */ new RegExp("\\\\\\u200b")'],
    ["(?<year>\\d+)", "u", newer("(?<year>\\d+)", "u")],
    [".", "s", newer(".", "s")],
    ["(?<=a)(?<!b)c", "u", "/(?<=a)(?<!b)c/u"],
  ];

  it.each(table)("%j with flags %j is %s", (source, flags, printed) => {
    expect(printExpression({ kind: "regexp", source, flags })).toBe(printed);
    const value = compile([], `return ${printed};`)();
    expect(value).toBeInstanceOf(RegExp);
    expect(value).toHaveProperty("flags", flags);
  });
});

describe("random expressions", () => {
  const names = ["a", "b", "c"];
  const operators = ["===", "!==", "==", "!=", "<", ">=", ">", "<="] as const;
  const { any } = fc.letrec<{ any: Expression; several: readonly Expression[] }>((tie) => {
    const one = tie("any");
    const primitive = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.boolean(),
      fc.constantFrom("", "text"),
    );
    return {
      several: fc.array(one, { minLength: 2, maxLength: 3, depthIdentifier: "expression" }),
      any: fc.oneof(
        { maxDepth: 5, depthIdentifier: "expression", withCrossShrink: true },
        fc.oneof(primitive.map(literal), fc.constantFrom(...names).map(local)),
        fc.tuple(one, fc.constantFrom(...operators), one).map((args) => compare(...args)),
        fc
          .tuple(one, fc.constantFrom(...operators, "%" as const), one)
          .map((args) => binary(...args)),
        one.map((operand): Expression => ({ kind: "not", operand })),
        one.map(typeOf),
        tie("several").map((operands) => sum(...operands)),
        tie("several").map((operands): Expression => ({ kind: "and", operands })),
        tie("several").map((operands): Expression => ({ kind: "or", operands })),
        fc.tuple(one, one, one).map(([test, then, otherwise]): Expression => ({
          kind: "conditional",
          test,
          then,
          otherwise,
        })),
        tie("several").map(array),
        one.map((value) => object([["length", value]])),
        one.map((value) => member(value, "length")),
        fc.tuple(one, one).map((args) => element(...args)),
        fc.constantFrom<Expression>({ kind: "const", value: [1, "text"] }, literal({ length: 2 })),
        // With a parameter that another may hide.
        fc
          .tuple(fc.constantFrom(...names), one, one)
          .map(([name, body, value]) => call(arrow([name], body), value)),
        fc
          .tuple(fc.constantFrom(...names), one, one)
          .map(([name, body, value]) => call(arrow([name, "d"], [returned(body)]), value)),
      ),
    };
  });
  const values = { a: 1, b: "text", c: [true, null] };

  /** What a function returns; null or undefined have no members, so it may throw. */
  function outcome(get: () => unknown): unknown {
    try {
      return get();
    } catch (error) {
      if (error instanceof TypeError) return TypeError;
      throw error;
    }
  }

  it("have the same value when they are printed", () => {
    fc.assert(
      fc.property(any, (expression) => {
        const code = printExpression(expression, { form: "javascript" });
        const run = compile(names, `return ${code};`);
        const actual = outcome(() => run(...Object.values(values)));
        expect(actual, code).toEqual(outcome(() => evaluate(expression, scopeOf(values))));
      }),
      { numRuns: 1000, seed: 20260105 },
    );
  });
});
