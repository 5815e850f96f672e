import { expect, it } from "vitest";
import {
  sum,
  call,
  compare,
  exported,
  literal,
  local,
  member,
} from "../../generator/code/expressions.js";
import type { Declaration, Expression, Module } from "../../generator/code/nodes.js";
import { returned, when } from "../../generator/code/statements.js";
import { numberType } from "../../generator/code/type-nodes.js";
import { evaluateModules } from "../../generator/validate/evaluate-modules.js";

const depth = local("depth");

/** A module with a function that asks the one of another module, until one has the answer. */
function link(index: number, next: number | undefined): Module {
  const onward =
    next === undefined ? literal(42) : call(exported("answer", `m${next}`), sum(depth, literal(1)));
  return {
    path: `m${index}`,
    declarations: [
      {
        kind: "function",
        name: "answer",
        parameters: [{ name: "depth", optional: false, type: numberType }],
        returns: numberType,
        body: [...when(compare(depth, ">", 50), [returned(depth)]), returned(onward)],
        isHoisted: false,
      },
    ],
  };
}

const length = 4_000;
const indexes = Array.from({ length }, (_, index) => index);

it.each([
  ["a chain", indexes.map((index) => link(index, index + 1 < length ? index + 1 : undefined)), 0],
  ["a circle", indexes.map((index) => link(index, (index + 1) % length)), 0],
  ["the end of a chain", [link(0, 1), link(1, undefined)], 1],
])("modules in %s run, however many there are", (_what, modules, entry) => {
  const { answer } = evaluateModules(modules)(`m${entry}`);
  // Every module here exports this function.
  expect((answer as (depth: number) => number)(0)).toBe(modules.length === 2 ? 42 : 51);
});

function constantModule(path: string, value: Expression): Module {
  const constant: Declaration = { kind: "constant", name: path, value, isHoisted: false };
  return { path, declarations: [constant] };
}

it("a module runs once, after what it needs while it runs", () => {
  const load = evaluateModules(
    [
      constantModule("a", sum(exported("b", "b"), literal(1))),
      constantModule("b", member(exported("c", "c"), "length")),
      constantModule("c", call(exported("make", "given"))),
    ],
    new Map([["given", { make: () => [1, 2] }]]),
  );
  expect(load("a").a).toBe(3);
  expect(load("c").c).toBe(load("c").c);
});

it("what is not among the modules is named", () => {
  expect(() => evaluateModules([link(0, 1)])("m0")).toThrow("There is no module m1");
});
