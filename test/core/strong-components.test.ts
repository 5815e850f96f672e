import { expect, it } from "vitest";
import { strongComponents } from "../../generator/core/strong-components.js";

it.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
  ["a chain, its end first", { a: "b", b: "c", c: "" }, ["c", "b", "a"]],
  ["a circle as one", { a: "b", b: "c", c: "a" }, ["abc"]],
  ["a circle with a way in and a way out", { a: "b", b: "c", c: "bd", d: "" }, ["d", "bc", "a"]],
  ["two circles that share a node", { a: "bc", b: "a", c: "a" }, ["abc"]],
  ["a diamond", { a: "bc", b: "d", c: "d", d: "" }, ["d", "b", "c", "a"]],
  ["a node that leads to itself", { a: "a" }, ["a"]],
])("finds %s", (_, graph, expected) => {
  const components = strongComponents(Object.keys(graph), (node) => graph[node] ?? "");
  expect(components.map((nodes) => [...nodes].sort().join(""))).toEqual(expected);
});

it("takes a chain and a circle of any length", () => {
  const length = 100_000;
  expect(strongComponents([0], (at) => (at < length ? [at + 1] : []))).toHaveLength(length + 1);
  expect(strongComponents([0], (at) => [(at + 1) % length])).toHaveLength(1);
});
