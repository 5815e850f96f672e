import {
  none,
  never,
  types,
  when,
  cases,
  only,
  constant,
  oneOfValues,
  size,
  minimum,
  maximum,
  any,
  one,
  not,
  call,
} from "./build.js";
import { testRows } from "./rows.js";

const short = size("maxLength", 3);
const long = size("minLength", 5);
const few = size("maxItems", 3);

testRows({
  Alternatives: [
    ["none", [any()], [never("anyOf")]],
    ["one", [any([types("string")])], [cases(["string"])]],
    ["that never hold are dropped", [any([none], [types("string")])], [cases(["string"])]],
    ["that never hold, only", [any([none], [types()])], [never("anyOf")]],
    ["with one that always holds", [any([call("M")], [])], []],
    ["with one that always holds in the end", [any([call("M")], [not(none)])], []],
    [
      "of types are one test",
      [any([types("string")], [types("null")])],
      [cases(["string", "null"])],
    ],
    [
      "of one type twice",
      [any([types("string", "null")], [types("string")])],
      [cases(["string", "null"])],
    ],
    ["of integer and number", [any([types("integer")], [types("number")])], [cases(["number"])]],
    ["of number and integer", [any([types("number")], [types("integer")])], [cases(["number"])]],
    [
      "of different types are one test with cases",
      [
        any(
          [types("string"), when("string", short)],
          [types("number"), when("number", minimum(1))],
        ),
      ],
      [cases(["string", "number"], { string: [short], number: [minimum(1)] })],
    ],
    [
      "of one type with different checks stay apart",
      [any([types("string"), when("string", short)], [types("string"), when("string", long)])],
      [any([only("string", short)], [only("string", long)])],
    ],
    [
      "of one type, with a check and twice without",
      [any([types("string"), when("string", short)], [types("string")], [types("string")])],
      [cases(["string"])],
    ],
    [
      "of integer and number with checks stay apart",
      [
        any(
          [types("integer"), when("number", minimum(5))],
          [types("number"), when("number", maximum(1))],
        ),
      ],
      [any([cases(["integer"], { number: [minimum(5)] })], [only("number", maximum(1))])],
    ],
    [
      "are merged with the first that takes them",
      [
        any(
          [types("string"), when("string", short)],
          [types("string"), when("string", long)],
          [types("array"), when("array", few)],
          [types("null")],
        ),
      ],
      [
        any(
          [cases(["string", "array", "null"], { string: [short], array: [few] })],
          [only("string", long)],
        ),
      ],
    ],
    [
      "are merged with a later one, where the first has their type",
      [
        any(
          [types("string"), when("string", short)],
          [types("string"), when("string", long)],
          [types("array"), when("array", few)],
          [types("array"), when("array", size("minItems", 5))],
        ),
      ],
      [
        any(
          [cases(["string", "array"], { string: [short], array: [few] })],
          [cases(["string", "array"], { string: [long], array: [size("minItems", 5)] })],
        ),
      ],
    ],
    [
      "that hold literals are one list",
      [any([constant("a")], [oneOfValues("b", "a")])],
      [oneOfValues("a", "b")],
    ],
    [
      "that hold literals stand where the first did",
      [any([constant("a")], [not(call("M"))], [constant({ a: [1] })])],
      [any([oneOfValues("a", { a: [1] })], [not(call("M"))])],
    ],
    [
      "with literals and more stay apart",
      [any([constant("a"), call("M")], [constant("b")], [constant("c")])],
      [any([oneOfValues("b", "c")], [constant("a"), call("M")])],
    ],
    [
      "with calls stay apart",
      [any([types("string"), call("M")], [types("null"), call("N")])],
      [any([cases(["string"]), call("M")], [cases(["null"]), call("N")])],
    ],
  ],
  "A plain alternative covers": [
    [
      "cases of its type",
      [any([types("string")], [call("M"), types("string", "null"), when("string", short)])],
      [any([cases(["string"])], [cases(["null"]), call("M")])],
    ],
    [
      "alternatives of its type",
      [any([types("string")], [types("string"), call("M")])],
      [cases(["string"])],
    ],
    [
      "checks for its type",
      [any([types("string")], [when("string", short), when("array", few)])],
      [any([cases(["string"])], [cases(undefined, { array: [few] })])],
    ],
    ["all that another says", [any([types("string")], [when("string", short)])], []],
    [
      "not numbers, where it takes integers",
      [any([types("integer")], [types("number"), when("number", minimum(1))])],
      [any([cases(["integer"])], [only("number", minimum(1))])],
    ],
    [
      "not what a literal says",
      [any([types("string")], [oneOfValues(1, "a")])],
      [any([cases(["string"])], [oneOfValues(1, "a")])],
    ],
  ],
  "Exactly one": [
    [
      "of different types is at least one",
      [one([types("string")], [types("null")])],
      [cases(["string", "null"])],
    ],
    ["of one", [one([call("M")])], [call("M")]],
    ["of none", [one()], [never("anyOf")]],
    [
      "of literals of different types is at least one",
      [one([constant("a")], [constant(1)])],
      [oneOfValues("a", 1)],
    ],
    [
      "of the same type stays",
      [one([types("string")], [types("string", "null")])],
      [one([cases(["string"])], [cases(["string", "null"])])],
    ],
    [
      "of integer and number stays",
      [one([types("integer")], [types("number")])],
      [one([cases(["integer"])], [cases(["number"])])],
    ],
    [
      "of literals and their type stays",
      [one([oneOfValues("a", 1)], [types("number")])],
      [one([oneOfValues("a", 1)], [cases(["number"])])],
    ],
    [
      "of what has no types stays",
      [one([call("M")], [types("null")])],
      [one([call("M")], [cases(["null"])])],
    ],
    [
      "of checks that need no type stays",
      [one([when("string", short)], [types("null")])],
      [one([cases(undefined, { string: [short] })], [cases(["null"])])],
    ],
    ["that always hold stays", [one([], [])], [one([], [])]],
    [
      "of possible ones only",
      [one([types("string")], [types("string"), none])],
      [cases(["string"])],
    ],
    [
      "keeps the order",
      [one([call("M")], [types("string")], [types("string")])],
      [one([call("M")], [cases(["string"])], [cases(["string"])])],
    ],
  ],
});
