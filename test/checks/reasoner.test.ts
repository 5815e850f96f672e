import { describe, expect, test } from "vitest";
import type { CheckedModels } from "../../generator/checks/accepts.js";
import type { Check, Checks } from "../../generator/checks/check.js";
import { Reasoner } from "../../generator/checks/contradictions/reasoner.js";
import {
  any,
  call,
  constant,
  contains,
  items,
  maximum,
  minimum,
  none,
  not,
  one,
  oneOfValues,
  pattern,
  property,
  required,
  requiredProperty,
  size,
  types,
  when,
} from "./build.js";

/** The models that checks call. */
const known: Readonly<Record<string, Checks>> = {
  Nothing: [none],
  Text: [types("string")],
  Itself: [when("object", requiredProperty("next", call("Itself")))],
};

const models: CheckedModels = {
  checksOf: (model) => known[model] ?? [],
  evaluatedBy: () => [],
};

/** Why no value passes, in words; an empty text, if some may. */
function why(checks: Checks): string {
  const found = new Reasoner(models).whyEmpty(checks);
  return found === undefined ? "" : found.describe(found.sides.map(({ text }) => text));
}

type Row = readonly [checks: Checks, why: string];

const number = (...checks: Checks): Check => when("number", ...checks);
const string = (...checks: Checks): Check => when("string", ...checks);
const array = (...checks: Checks): Check => when("array", ...checks);
const object = (...checks: Checks): Check => when("object", ...checks);

const tables: Readonly<Record<string, readonly Row[]>> = {
  "What allows nothing by itself": [
    [[], ""],
    [[none], "`false` allows no value"],
    [[not()], "`not: {}` allows no value"],
    [[not(types("string"))], ""],
    [[oneOfValues()], "`enum` lists no value"],
    [[call("Nothing")], "`false` allows no value"],
    [[types("string"), call("Nothing")], "`false` allows no value"],
    [[call("Text")], ""],
    // What contains itself may end somewhere.
    [[call("Itself")], ""],
  ],
  Types: [
    [[types("string"), types("null")], "`type: string` and `type: null` exclude each other"],
    [[types("string", "null"), types("null")], ""],
    [[types("integer"), types("number")], ""],
    [
      [types("string", "null"), types("null", "array"), types("array", "string")],
      "`type: [string, null]`, `type: [null, array]`, `type: [array, string]` have no type in common",
    ],
    [[call("Text"), types("number")], "`type: number` and `type: string` exclude each other"],
    // What is said about strings does not matter for numbers.
    [[types("number"), string(none)], ""],
    [[types("string"), string(none)], "`false` allows no value"],
  ],
  Values: [
    [[types("string"), constant(1)], "`type: string` excludes `const: 1`"],
    [[oneOfValues("a", "b"), oneOfValues("c", "d")], '`enum: ["c", "d"]` and `enum: ["a", "b"]` have no value in common'], // prettier-ignore
    [[oneOfValues("a", "b"), oneOfValues("b", "c", "d")], ""],
    [[oneOfValues("a", "b"), string(size("minLength", 2))], '`minLength: 2` excludes every value of `enum: ["a", "b"]`'], // prettier-ignore
    [[oneOfValues("a", "bb", 1), string(size("minLength", 2)), not(constant("bb")), not(constant(1))], '`minLength: 2` and `not` and `not` exclude every value of `enum: ["a", "bb",1]`'], // prettier-ignore
    [[types("null"), not(constant(null))], "`not` excludes `type: null`"],
    [[types("boolean"), not(constant(true))], ""],
    [[types("boolean"), not(constant(true)), not(constant(false))], "`not` and `not` exclude every value of `type: boolean`"], // prettier-ignore
  ],
  Numbers: [
    [
      [types("number"), number(minimum(5), maximum(1))],
      "`minimum: 5` and `maximum: 1` exclude each other",
    ],
    [[types("number"), number(minimum(5), maximum(5))], ""],
    [[number(minimum(5), maximum(1))], ""],
    [[types("integer"), number(minimum(1.2), maximum(1.8))], "no number between `minimum: 1.2` and `maximum: 1.8` satisfies `type: integer`"], // prettier-ignore
  ],
  Lengths: [
    [[types("string"), string(size("minLength", 3), size("maxLength", 2))], "`minLength: 3` and `maxLength: 2` exclude each other"], // prettier-ignore
    [[types("string"), string(size("minLength", 2), size("maxLength", 2))], ""],
    [[types("string"), string(pattern("^a$"), pattern("^b$"))], ""],
  ],
  Arrays: [
    [[types("array"), array(size("minItems", 2), size("maxItems", 1))], "`minItems: 2` and `maxItems: 1` exclude each other"], // prettier-ignore
    [[types("array"), array(items(none), size("minItems", 1))], "`items: false` allows no item at index 0, but `minItems: 1` requires one"], // prettier-ignore
    [[types("array"), array(items(none))], ""],
    [[types("array"), array(contains([call("Text")], { minimum: 1 }), size("maxItems", 0))], "`contains` and `maxItems: 0` exclude each other"], // prettier-ignore
  ],
  Objects: [
    [
      [types("object"), object(requiredProperty("a", none))],
      '`a: false` allows no property "a", which `a: false` asks for',
    ],
    [[types("object"), object(property("a", none))], ""],
    [[types("object"), object(property("a", none), required("a"))], '`a: false` allows no property "a", which `required` asks for'], // prettier-ignore
    [[types("object"), object(required("a"), size("maxProperties", 0))], "`maxProperties: 0` allows fewer than the 1 property that `required` asks for"], // prettier-ignore
    [
      [
        types("object"),
        object(requiredProperty("a", types("string")), property("a", types("null"))),
      ],
      "`type: string` and `type: null` exclude each other",
    ],
  ],
  Alternatives: [
    [[any([none], [types("string")])], ""],
    [[any([none], [none])], "no option of `anyOf` is possible: `false` allows no value"],
    [[types("null"), any([types("string")], [types("number")])], "`anyOf` excludes `type: null`"], // prettier-ignore
    [[types("null"), one([types("string")], [types("null")])], ""],
  ],
  "Several types, of which none is left": [
    [
      [types("string", "number"), string(none), number(minimum(5), maximum(1))],
      "`minimum: 5` and `maximum: 1` exclude each other; `false` allows no value",
    ],
    [[types("string", "number"), string(none), number(minimum(5))], ""],
  ],
};

describe.each(Object.entries(tables))("%s", (_what, rows) => {
  test.each(rows)("%j: %s", (checks, reason) => {
    expect(why(checks)).toBe(reason);
  });
});
