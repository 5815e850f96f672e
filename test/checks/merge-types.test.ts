import {
  never,
  types,
  when,
  cases,
  only,
  constant,
  oneOfValues,
  size,
  minimum,
  any,
  call,
} from "./build.js";
import { testRows } from "./rows.js";

const short = size("maxLength", 3);
const long = size("minLength", 5);

testRows({
  "Types and the checks for a type become cases": [
    ["a type", [types("string")], [cases(["string"])]],
    [
      "a type with a check for it",
      [types("string"), when("string", short)],
      [only("string", short)],
    ],
    ["a check for a type", [when("string", short)], [cases(undefined, { string: [short] })]],
    [
      "checks for a type, joined",
      [when("string", short), types("string"), when("string", long)],
      [only("string", short, long)],
    ],
    [
      "checks for several types",
      [when("string", short), when("number", minimum(1)), types("string", "number", "null")],
      [cases(["string", "number", "null"], { string: [short], number: [minimum(1)] })],
    ],
    [
      "a check for a type that is ruled out",
      [types("null"), when("string", short)],
      [cases(["null"])],
    ],
    [
      "a check for numbers, of integers",
      [types("integer"), when("number", minimum(1))],
      [cases(["integer"], { number: [minimum(1)] })],
    ],
    ["no types", [types()], [never("type", types())]],
    ["a check for a type, of nothing", [types("string"), when("string")], [cases(["string"])]],
    ["nothing", [], []],
    ["nothing for a type", [when("string")], []],
    [
      "cases from a union of one, after a check for its type",
      [when("string", long), any([types("string", "null"), when("string", short)])],
      [cases(["string", "null"], { string: [long, short] })],
    ],
    [
      "cases from a union of one",
      [
        any([types("string", "null"), when("string", short)]),
        types("string"),
        when("string", long),
      ],
      [only("string", short, long)],
    ],
  ],
  "Types intersect": [
    ["the same", [types("string", "null"), types("null", "string")], [cases(["string", "null"])]],
    ["some", [types("string", "null"), types("null", "array")], [cases(["null"])]],
    ["none", [types("string"), types("number")], [never("type", types("string"), types("number"))]],
    ["integer within number", [types("integer", "string"), types("number")], [cases(["integer"])]],
    ["number around integer", [types("number"), types("integer", "string")], [cases(["integer"])]],
    ["both with both", [types("number", "integer"), types("integer")], [cases(["integer"])]],
    [
      "three",
      [types("string", "null"), types("null", "array"), types("array")],
      [never("type", types("string", "null"), types("null", "array"), types("array"))],
    ],
  ],
  "Literals need no test of types": [
    ["a literal of a type", [types("string"), constant("a")], [constant("a")]],
    [
      "a literal of another type",
      [types("string"), constant(1)],
      [never("const", types("string"), constant(1))],
    ],
    [
      "some literals of a type",
      [oneOfValues(1, 1.5, "1", null), types("integer", "null")],
      [oneOfValues(1, null)],
    ],
    ["literals in two lists", [oneOfValues(1, 2, 3), oneOfValues(3, 1)], [oneOfValues(1, 3)]],
    [
      "literals in three lists",
      [oneOfValues(1, 2), oneOfValues(2, 3), constant(3)],
      [never("enum", oneOfValues(1, 2), oneOfValues(2, 3), constant(3))],
    ],
    ["no literals", [oneOfValues()], [never("enum")]],
    [
      "objects in any order of members",
      [constant({ a: 1, b: [2] }), constant({ b: [2], a: 1 })],
      [constant({ a: 1, b: [2] })],
    ],
    [
      "objects of two members and of one",
      [constant({ a: 1, b: 2 }), constant({ "a:1,b": 2 })],
      [never("const", constant({ a: 1, b: 2 }), constant({ "a:1,b": 2 }))],
    ],
    ["1 and a text", [constant(1), constant("1")], [never("const", constant(1), constant("1"))]],
    [
      "an array and a text",
      [constant([1, 2]), constant("[1,2]")],
      [never("const", constant([1, 2]), constant("[1,2]"))],
    ],
    [
      "an array of two and of one",
      [constant(["a", "b"]), constant(["a,b"])],
      [never("const", constant(["a", "b"]), constant(["a,b"]))],
    ],
    [
      "checks for the type of a literal",
      [constant("a"), when("string", short), when("number", minimum(1))],
      [constant("a"), cases(undefined, { string: [short] })],
    ],
    ["a literal beside a call", [call("M"), constant("a")], [constant("a"), call("M")]],
  ],
});
