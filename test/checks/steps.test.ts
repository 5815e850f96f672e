import { describe, expect, test } from "vitest";
import type { Check, CheckOf, Checks } from "../../generator/checks/check.js";
import { dropCovered } from "../../generator/checks/drop-covered.js";
import { dropRepeated } from "../../generator/checks/drop-repeated.js";
import { intersectLiterals } from "../../generator/checks/intersect-literals.js";
import { mergeBranches } from "../../generator/checks/merge-branches.js";
import { mergeLiterals } from "../../generator/checks/merge-literals.js";
import { intersectTypes, uniteTypes } from "../../generator/checks/schema-types.js";
import type { SchemaType } from "../../generator/core/json-type.js";
import {
  at,
  call,
  cases,
  constant,
  maximum,
  minimum,
  not,
  oneOfValues,
  only,
  pattern,
  size,
} from "./build.js";

// The steps of the optimiser, each alone: `optimize` applies them over and over.

const short = size("maxLength", 3);
const format = (name: string, tests: CheckOf<"format">["test"]): Check => ({
  kind: "format",
  format: name,
  test: tests,
});
const multiple = (divisor: number): Check => ({ kind: "multipleOf", divisor });
const unique: Check = { kind: "unique" };

describe("what an earlier check says is dropped", () => {
  test.each<[checks: Checks, dropped: Checks]>([
    [[], []],
    [[short, short], [short]],
    [[short, size("minLength", 3), size("maxLength", 4)], [short, size("minLength", 3), size("maxLength", 4)]], // prettier-ignore
    [
      [minimum(1), maximum(1), minimum(1)],
      [minimum(1), maximum(1)],
    ],
    [
      [multiple(2), multiple(3), multiple(2)],
      [multiple(2), multiple(3)],
    ],
    [
      [pattern("a"), pattern("b"), pattern("a")],
      [pattern("a"), pattern("b")],
    ],
    [
      [call("A"), call("B"), call("A")],
      [call("A"), call("B")],
    ],
    [[unique, unique], [unique]],
    // The first one says where it comes from.
    [[at("/a", short), at("/b", short)], [at("/a", short)]],
    // Those with others inside are left to other steps.
    [
      [not(short), not(short)],
      [not(short), not(short)],
    ],
  ])("of %j, %j is left", (checks, dropped) => {
    expect(dropRepeated(checks)).toEqual(dropped);
  });

  test("by the function of a format", () => {
    const [date, time] = [format("date", "matchesDate"), format("date", "matchesTime")];
    expect(dropRepeated([date, time, date])).toEqual([date, time]);
  });

  test("and a list without repetitions stays the same object", () => {
    const checks = [short, minimum(1)];
    expect(dropRepeated(checks)).toBe(checks);
  });
});

describe("cases that a plain alternative has are dropped", () => {
  test.each<[branches: readonly Checks[], left: readonly Checks[]]>([
    [[[only("string", short)]], [[only("string", short)]]],
    [[[cases(["string"])], [only("string", short)]], [[cases(["string"])]]],
    [
      [[cases(["string"])], [cases(["string", "number"], { string: [short], number: [minimum(1)] })]], // prettier-ignore
      [[cases(["string"])], [only("number", minimum(1))]],
    ],
    [
      [[cases(["string"])], [cases(undefined, { string: [short] }), call("M")]],
      [[cases(["string"])], [call("M")]],
    ],
    [
      [[cases(["string"])], [cases(undefined, { string: [short], number: [minimum(1)] })]],
      [[cases(["string"])], [cases(undefined, { number: [minimum(1)] })]],
    ],
    [
      [[cases(["string"])], [call("M")]],
      [[cases(["string"])], [call("M")]],
    ],
    [
      [[cases(["null"])], [only("string", short)]],
      [[cases(["null"])], [only("string", short)]],
    ],
  ])("%j leaves %j", (branches, left) => {
    expect(dropCovered(branches)).toEqual(left);
  });
});

describe("alternatives are merged", () => {
  const rows: readonly [branches: readonly Checks[], merged: readonly Checks[]][] = [
    [[], []],
    [
      [[call("A")], [call("B")]],
      [[call("A")], [call("B")]],
    ],
    // Literals.
    [[[constant("a")], [call("A")], [oneOfValues("b", "a")]], [[oneOfValues("a", "b")], [call("A")]]], // prettier-ignore
    [
      [[constant("a"), short], [constant("b")]],
      [[constant("a"), short], [constant("b")]],
    ],
    // Types.
    [[[cases(["string"])], [cases(["number"])]], [[cases(["string", "number"])]]],
    [[[cases(["integer"])], [cases(["number"])]], [[cases(["number"])]]],
    [
      [[only("string", short)], [only("number", minimum(1))]],
      [[cases(["string", "number"], { string: [short], number: [minimum(1)] })]],
    ],
    [
      [[only("string", short)], [cases(["null"])]],
      [[cases(["string", "null"], { string: [short] })]],
    ],
    // Both say something about one type.
    [
      [[only("string", short)], [only("string", pattern("a"))]],
      [[only("string", short)], [only("string", pattern("a"))]],
    ],
    [
      [[only("number", minimum(1))], [cases(["integer"])]],
      [[only("number", minimum(1))], [cases(["integer"])]],
    ],
    // The first one with which it can be merged.
    [
      [[only("string", short)], [only("string", pattern("a"))], [cases(["null"])]],
      [[cases(["string", "null"], { string: [short] })], [only("string", pattern("a"))]],
    ],
    [
      [[only("string", short)], [only("string", pattern("a"))], [cases(["null"])], [cases(["null"])]], // prettier-ignore
      [
        [cases(["string", "null"], { string: [short] })],
        [cases(["string", "null"], { string: [pattern("a")] })],
      ],
    ],
    // Whatever is beside it has to hold as well.
    [[[cases(["string"]), call("A")], [cases(["null"])]], [[cases(["string"]), call("A")], [cases(["null"])]]], // prettier-ignore
    [[[cases(undefined, { string: [short] })], [cases(["null"])]], [[cases(undefined, { string: [short] })], [cases(["null"])]]], // prettier-ignore
  ];

  test.each(rows)("%j to %j", (branches, merged) => {
    expect(mergeBranches(branches, undefined)).toEqual(merged);
  });

  test("with the place of all of them", () => {
    const place = { uri: "file:///a.json", pointer: "/anyOf" };
    const merged = [[{ ...cases(["string", "null"]), at: place }]];
    expect(mergeBranches([[cases(["string"])], [cases(["null"])]], place)).toEqual(merged);
    expect(mergeLiterals([[constant("a")], [constant("b")]], place)).toEqual([
      [{ ...oneOfValues("a", "b"), at: place }],
    ]);
  });

  test("but for one list of literals, which stays the same", () => {
    const branches = [[constant("a")], [call("A")]];
    expect(mergeLiterals(branches, undefined)).toBe(branches);
  });
});

describe("literals that pass several lists", () => {
  const list = (...values: CheckOf<"equals">["values"]): CheckOf<"equals"> => ({
    kind: "equals",
    keyword: "enum",
    values,
  });

  test.each<[CheckOf<"equals">[], SchemaType[] | undefined, CheckOf<"equals">["values"]]>([
    [[], undefined, []],
    [[list("a", 1)], undefined, ["a", 1]],
    [[list("a", "b"), list("b", "c")], undefined, ["b"]],
    [[list({ a: [1] }), list({ a: [1] })], undefined, [{ a: [1] }]],
    [[list("a", "b"), list("b"), list("a")], undefined, []],
    [[list("a", 1, 1.5, null)], ["integer"], [1]],
    [[list("a", 1, 1.5, null)], ["number", "null"], [1, 1.5, null]],
    [[list("a")], [], []],
  ])("%j of the types %j are %j", (checks, names, values) => {
    expect(intersectLiterals(checks, names)).toEqual(values);
  });
});

describe("types", () => {
  test.each<[SchemaType[], SchemaType[], SchemaType[], SchemaType[]]>([
    [["string"], ["string"], ["string"], ["string"]],
    [["string"], ["null"], [], ["string", "null"]],
    [["integer"], ["number"], ["integer"], ["number"]],
    [["number", "null"], ["integer"], ["integer"], ["number", "null"]],
    [["integer", "number"], ["number"], ["integer", "number"], ["number"]],
    [["string", "null"], ["null", "array"], ["null"], ["string", "null", "array"]],
  ])("in both %j and %j are %j; in either, %j", (left, right, both, either) => {
    expect(intersectTypes(left, right)).toEqual(both);
    expect(uniteTypes(left, right)).toEqual(either);
  });
});
