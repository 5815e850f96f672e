import { expect, test } from "vitest";
import type { Checks } from "../../generator/checks/check.js";
import { specialize } from "../../generator/checks/specialize.js";
import type { JsonType } from "../../generator/core/json-type.js";
import { at, call, cases, minimum, never, oneOfValues, only, size, types } from "./build.js";

const short = size("maxLength", 3);

type Row = readonly [type: JsonType, checks: Checks, specialized: Checks];

test.each<Row>([
  ["string", [], []],
  ["string", [cases(["string", "null"])], []],
  ["string", [only("string", short)], [short]],
  ["string", [cases(undefined, { string: [short], number: [minimum(1)] })], [short]],
  ["string", [cases(undefined, { number: [minimum(1)] })], []],
  ["string", [cases(["string"]), call("M")], [call("M")]],
  ["string", [at("/type", only("number", minimum(1)))], [at("/type", types("number"))]],
  ["number", [cases(["number"], { number: [minimum(1)] })], [minimum(1)]],
  ["number", [cases(["integer", "number"], { number: [minimum(1)] })], [minimum(1)]],
  // That it is a number does not say that it is an integer.
  [
    "number",
    [cases(["integer", "null"], { number: [minimum(1)] })],
    [cases(["integer"], { number: [minimum(1)] })],
  ],
  ["number", [cases(["integer"])], [cases(["integer"], { number: [] })]],
  ["string", [cases(["integer"])], [types("integer")]],
  ["string", [oneOfValues("a", 1, "b")], [oneOfValues("a", "b")]],
  ["null", [oneOfValues("a", 1)], [never("enum")]],
  ["null", [at("/enum", oneOfValues("a", 1))], [at("/enum", never("enum"))]],
])("for a %s, %j is %j", (type, checks, specialized) => {
  expect(specialize(checks, type)).toEqual(specialized);
});
