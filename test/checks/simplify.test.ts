import type { Check, Checks, Evaluated } from "../../generator/checks/check.js";
import {
  none,
  never,
  types,
  when,
  cases,
  oneOfValues,
  size,
  minimum,
  pattern,
  property,
  not,
  conditional,
  call,
  names,
  contains,
  items,
} from "./build.js";
import { type Row, testRows } from "./rows.js";

const short = size("maxLength", 3);

testRows({
  Not: [
    ["a type", [not(types("string"))], [not(cases(["string"]))]],
    ["nothing never holds", [not()], [never("not")]],
    ["what always holds never holds", [not(not(none))], [never("not")]],
    ["what never holds always holds", [not(none)], []],
    ["what never holds together always holds", [not(types("string"), types("null"))], []],
  ],
  "A condition": [
    ["that always holds", [conditional([], [call("M")], [call("N")])], [call("M")]],
    ["that never holds", [conditional([none], [call("M")], [call("N")])], [call("N")]],
    ["without consequences", [conditional([call("M")], [], [not(none)])], []],
    [
      "with one consequence",
      [conditional([types("null")], [call("M")], [])],
      [conditional([cases(["null"])], [call("M")], [])],
    ],
    [
      "with the other consequence",
      [conditional([types("null")], [], [types("string")])],
      [conditional([cases(["null"])], [], [cases(["string"])])],
    ],
  ],
  "Items that are contained": [
    [
      "any, at least two",
      [when("array", contains([], { minimum: 2 }))],
      [cases(undefined, { array: [size("minItems", 2)] })],
    ],
    [
      "any, one to two",
      [when("array", contains([], { minimum: 1, maximum: 2 }))],
      [cases(undefined, { array: [size("minItems", 1), size("maxItems", 2)] })],
    ],
    ["none, at least", [when("array", contains([call("M")], { minimum: 0 }))], []],
    [
      "impossible ones, at least one",
      [when("array", contains([none], { minimum: 1 }))],
      [cases(undefined, { array: [never("contains")] })],
    ],
    [
      "impossible ones, at most one",
      [when("array", contains([none], { minimum: 0, maximum: 1 }))],
      [],
    ],
    [
      "possible ones",
      [when("array", contains([types("null")], { minimum: 1, maximum: 2 }))],
      [cases(undefined, { array: [contains([cases(["null"])], { minimum: 1, maximum: 2 })] })],
    ],
    [
      "none at most",
      [when("array", contains([types("null")], { minimum: 0, maximum: 0 }))],
      [cases(undefined, { array: [contains([cases(["null"])], { minimum: 0, maximum: 0 })] })],
    ],
  ],
  "Names are strings": [
    ["of any kind", [when("object", names(types("string", "null")))], []],
    [
      "with a check for strings",
      [when("object", names(types("string"), when("string", short)))],
      [cases(undefined, { object: [names(short)] })],
    ],
    [
      "of another type",
      [when("object", names(types("null")))],
      [cases(undefined, { object: [names(types("null"))] })],
    ],
    ["with a check for another type", [when("object", names(when("number", minimum(1))))], []],
    [
      "in a list",
      [when("object", names(oneOfValues("a", 1)))],
      [cases(undefined, { object: [names(oneOfValues("a"))] })],
    ],
    [
      "in a list without strings",
      [when("object", names(oneOfValues(1)))],
      [cases(undefined, { object: [names(never("enum"))] })],
    ],
  ],
  "What is inside": [
    [
      "items",
      [when("array", items(types("null"), types("null")))],
      [cases(undefined, { array: [items(cases(["null"]))] })],
    ],
    ...(
      [
        ["item", "array", { kind: "item", index: 1 }],
        ["items", "array", { kind: "items", from: 1, keyword: "items" }],
        ["matching", "object", { kind: "matching", pattern: "a" }],
        ["additional", "object", { kind: "additional", names: [], patterns: [] }],
        ["dependent", "object", { kind: "dependent", name: "a" }],
      ] as const
    ).flatMap(([name, type, check]): readonly Row[] => [
      [
        `${name}: optimised`,
        [when(type, { ...check, checks: [types("null")] })],
        [cases(undefined, { [type]: [{ ...check, checks: [cases(["null"])] }] })],
      ],
      [`${name}: dropped, if it always holds`, [when(type, { ...check, checks: [not(none)] })], []],
      [
        `${name}: kept, if it never holds`,
        [when(type, { ...check, checks: [types("null"), none] })],
        [cases(undefined, { [type]: [{ ...check, checks: [none] }] })],
      ],
    ]),
    [
      "the cases of a tag",
      [
        when("object", {
          kind: "switch",
          name: "a",
          cases: [
            { values: ["x"], checks: [types("null")] },
            { values: ["y"], checks: [not(none)] },
          ],
        }),
      ],
      [
        cases(undefined, {
          object: [
            {
              kind: "switch",
              name: "a",
              cases: [
                { values: ["x"], checks: [cases(["null"])] },
                { values: ["y"], checks: [] },
              ],
            },
          ],
        }),
      ],
    ],
  ],
  "What is unevaluated": [
    ["nothing", [when("object", unevaluated([{ kind: "all" }], none))], []],
    [
      "nothing, among others",
      [when("object", unevaluated([named("a"), { kind: "all" }], none))],
      [],
    ],
    ["and passes anyway", [when("object", unevaluated([named("a")], not(none)))], []],
    [
      "in a known set",
      [when("object", unevaluated([named("a")], types("null")))],
      [cases(undefined, { object: [unevaluated([named("a")], cases(["null"]))] })],
    ],
    [
      "where items pass",
      [when("array", unevaluated([{ kind: "passing", checks: [types("null")] }], none))],
      [
        cases(undefined, {
          array: [unevaluated([{ kind: "passing", checks: [cases(["null"])] }], none)],
        }),
      ],
    ],
    [
      "by a condition",
      [when("object", unevaluated([depending([types("object")], [named("a")], [])], none))],
      [
        cases(undefined, {
          object: [unevaluated([depending([cases(["object"])], [named("a")], [])], none)],
        }),
      ],
    ],
    [
      "by a condition that decides nothing",
      [when("object", unevaluated([depending([call("M")], [], [])], none))],
      [cases(undefined, { object: [unevaluated([], none)] })],
    ],
    [
      "by a condition inside another that decides nothing",
      [
        when(
          "object",
          unevaluated([depending([call("M")], [depending([call("N")], [], [])], [])], none),
        ),
      ],
      [cases(undefined, { object: [unevaluated([], none)] })],
    ],
    [
      "otherwise, by a condition",
      [
        when(
          "object",
          unevaluated(
            [depending([call("M")], [], [depending([types("object")], [], [named("a")])])],
            none,
          ),
        ),
      ],
      [
        cases(undefined, {
          object: [
            unevaluated(
              [depending([call("M")], [], [depending([cases(["object"])], [], [named("a")])])],
              none,
            ),
          ],
        }),
      ],
    ],
  ],
  "What never holds": [
    ["alone is left", [types("string"), none, call("M")], [none]],
    ["first is left", [none, never("not")], [none]],
    ["first is left, of literals too", [oneOfValues(), none], [never("enum")]],
    [
      "in a merge is all that is left",
      [types("string"), types("null"), call("M")],
      [never("type", types("string"), types("null"))],
    ],
    [
      "for values of a type stays there",
      [types("string", "null"), when("string", none)],
      [cases(["string", "null"], { string: [none] })],
    ],
    [
      "in an optional property stays there",
      [when("object", property("a", none))],
      [cases(undefined, { object: [property("a", none)] })],
    ],
  ],
  "What is said twice": [
    [
      "of values of a type is said once",
      [when("string", pattern("a"), short), when("string", short, pattern("a"))],
      [cases(undefined, { string: [pattern("a"), short] })],
    ],
    [
      "of numbers, with other bounds between",
      [when("number", minimum(1), minimum(2), minimum(1))],
      [cases(undefined, { number: [minimum(1), minimum(2)] })],
    ],
    ["by models is said once", [call("M"), call("N"), call("M")], [call("M"), call("N")]],
  ],
  "The rest stays as it is": [
    ["a call", [call("M")], [call("M")]],
    ["a pattern", [when("string", pattern("a"))], [cases(undefined, { string: [pattern("a")] })]],
    [
      "a format",
      [when("string", { kind: "format", format: "date", test: "matchesDate" })],
      [cases(undefined, { string: [{ kind: "format", format: "date", test: "matchesDate" }] })],
    ],
    [
      "a multiple",
      [when("number", { kind: "multipleOf", divisor: 2 })],
      [cases(undefined, { number: [{ kind: "multipleOf", divisor: 2 }] })],
    ],
    [
      "unique items",
      [when("array", { kind: "unique" })],
      [cases(undefined, { array: [{ kind: "unique" }] })],
    ],
  ],
});

function unevaluated(evaluated: readonly Evaluated[], ...checks: Checks): Check {
  return { kind: "unevaluated", target: "properties", evaluated, checks };
}

function named(...some: readonly string[]): Evaluated {
  return { kind: "named", names: some, patterns: [] };
}

function depending(
  condition: Checks,
  then: readonly Evaluated[],
  otherwise: readonly Evaluated[],
): Evaluated {
  return { kind: "depending", condition, then, otherwise };
}
