import { describe, expect, it } from "vitest";
import {
  array,
  sum,
  call,
  compare,
  exported,
  global,
  hoisted,
  literal,
  local,
  property,
} from "../../generator/code/expressions.js";
import type { Declaration, Expression, Module, ModulePath } from "../../generator/code/nodes.js";
import { printAsFunction } from "../../generator/code/print/print-module.js";
import { returned } from "../../generator/code/statements.js";
import { unknownType } from "../../generator/code/type-nodes.js";
import { compile } from "./compile.js";
import { functionOf } from "./print.js";

type Exports = Record<string, unknown>;

/** Runs modules in their order, and returns the exports of each. */
function runModules(
  modules: readonly Module[],
  known: Readonly<Record<ModulePath, Exports>> = {},
): ReadonlyMap<ModulePath, Exports> {
  const all = new Map(Object.entries(known));
  for (const { path } of modules) all.set(path, {});
  for (const module of modules) {
    const { body, imports } = printAsFunction(module);
    compile(["exports", "imports"], body)(
      all.get(module.path),
      imports.map((path) => all.get(path)),
    );
  }
  return all;
}

function callOf(value: unknown, ...args: readonly unknown[]): unknown {
  if (typeof value !== "function") throw new Error("it is not a function");
  return Reflect.apply(value, undefined, args);
}

const n = local("n");
const less = sum(n, literal(-1));

/** A function that is true for a number that is even or odd, by one for the others. */
function parity(name: string, other: Expression, atZero: boolean): Declaration {
  return functionOf(
    name,
    ["n"],
    [
      returned({
        kind: "conditional",
        test: compare(n, "===", 0),
        then: literal(atZero),
        otherwise: call(other, less),
      }),
    ],
  );
}

function constantOf(name: string, value: Expression, isHoisted = false): Declaration {
  return { kind: "constant", name, type: unknownType, value, isHoisted };
}

const isEven = parity("isEven", exported("isOdd", "odd"), true);
const isOdd = parity("isOdd", exported("isEven", "even"), false);

describe("modules as functions", () => {
  it("call each other in a circle", () => {
    const modules = runModules([
      { path: "even", declarations: [isEven] },
      { path: "odd", declarations: [isOdd] },
    ]);
    const exports = { ...modules.get("even"), ...modules.get("odd") };
    expect([0, 1, 2, 7].map((number) => callOf(exports.isEven, number))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it("find the functions of each other while they are run", () => {
    const modules = runModules([
      { path: "even", declarations: [isEven] },
      {
        path: "odd",
        declarations: [constantOf("isOne", call(exported("isEven", "even"), literal(1))), isOdd],
      },
    ]);
    expect(modules.get("odd")?.isOne).toBe(false);
  });

  it("evaluate what is hoisted once, and only what is reached", () => {
    let calls = 0;
    const next = call(exported("next", "counter"));
    const [module] = [
      {
        path: "a",
        declarations: [
          constantOf("unused", next, true),
          constantOf("inner", next, true),
          constantOf("outer", array([hoisted("inner"), hoisted("inner")]), true),
          functionOf("read", [], [returned(hoisted("outer"))]),
        ],
      },
    ];
    const modules = runModules([module], { counter: { next: () => (calls += 1) } });
    const { read, ...others } = modules.get("a") ?? {};
    expect([callOf(read), callOf(read)]).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(calls).toBe(1);
    // Only what the module exports is an export.
    expect(others).toEqual({});
  });

  it("export functions and constants, each by its name", () => {
    const modules = runModules([
      {
        path: "a",
        declarations: [
          { kind: "interface", name: "A", members: [] },
          { kind: "alias", name: "B", type: unknownType },
          constantOf("one", literal(1)),
          constantOf("two", sum(exported("one", "a"), literal(1))),
          functionOf("three", [], [returned(sum(exported("two", "a"), literal(1)))]),
          {
            kind: "constant",
            name: "list",
            value: { kind: "const", value: ["a"] },
            isHoisted: false,
          },
          { kind: "reexport", module: "b", names: { values: ["c"], types: [] } },
        ],
      },
    ]);
    const { three, ...others } = modules.get("a") ?? {};
    expect(others).toEqual({ one: 1, two: 2, list: ["a"] });
    expect(callOf(three)).toBe(3);
  });

  it("import by index, in the order of use", () => {
    const use = (name: string, module: ModulePath): Expression => exported(name, module);
    const { imports, body } = printAsFunction({
      path: "a",
      declarations: [constantOf("x", array([use("b", "z"), use("c", "y"), use("d", "z")]))],
    });
    expect(imports).toEqual(["z", "y"]);
    expect(body).toBe(
      '"use strict";\nconst x = [imports[0].b, imports[1].c, imports[0].d];\nexports.x = x;',
    );
  });

  it("construct what they import", () => {
    const { imports, body } = printAsFunction({
      path: "a",
      declarations: [
        constantOf("x", {
          kind: "new",
          callee: exported("Base", "b"),
          types: [],
          args: [property(global("Math"), "PI")],
        }),
      ],
    });
    expect(imports).toEqual(["b"]);
    expect(body).toContain("new imports[0].Base(Math.PI)");
  });

  it("are strict", () => {
    expect(printAsFunction({ path: "a", declarations: [] }).body).toBe('"use strict";');
  });
});
