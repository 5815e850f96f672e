import type { Row } from "./row.js";

const circle = {
  type: "object",
  required: ["kind", "radius"],
  properties: { kind: { const: "circle" }, radius: { type: "number", exclusiveMinimum: 0 } },
};
const square = {
  type: "object",
  required: ["kind", "side"],
  properties: { kind: { const: "square" }, side: { type: "number" } },
};

/** `oneOf` and `not`. */
export const exclusionRows: readonly Row[] = [
  {
    name: "OneOfTwo",
    about: "takes what exactly one of the schemas takes",
    schema: { oneOf: [{ multipleOf: 2 }, { multipleOf: 3 }] },
    valid: [2, 3, 4, 9],
    invalid: [1, 6, 0, "a", null],
  },
  {
    name: "OneOfTypes",
    about: "takes each type when none is in two branches",
    schema: { oneOf: [{ type: "string" }, { type: "integer" }, { type: ["null", "boolean"] }] },
    valid: ["a", 1, null, true],
    invalid: [1.5, [], {}],
  },
  {
    name: "OneOfOverlappingTypes",
    about: "does not take an integer that is a number as well",
    schema: { oneOf: [{ type: "integer" }, { type: "number", minimum: 5 }] },
    valid: [1, 5.5],
    invalid: [5, 4.5, "5"],
  },
  {
    name: "OneOfEnums",
    about: "does not take a value that is in two lists",
    schema: { oneOf: [{ enum: ["a", "b"] }, { enum: ["b", "c"] }, { const: { a: 1 } }] },
    valid: ["a", "c", { a: 1 }],
    invalid: ["b", "d", {}],
  },
  {
    name: "OneOfShapes",
    about: "takes the shape that the kind says",
    schema: { oneOf: [circle, square] },
    valid: [
      { kind: "circle", radius: 1 },
      { kind: "square", side: 0 },
      { kind: "square", side: 0, radius: 1 },
    ],
    invalid: [{ kind: "circle" }, { kind: "circle", radius: 0 }, { kind: "oval", radius: 1 }, {}],
  },
  {
    name: "OneOfRequired",
    about: "needs exactly one of two properties",
    schema: { type: "object", oneOf: [{ required: ["a"] }, { required: ["b"] }] },
    valid: [{ a: 1 }, { b: 1, c: 1 }],
    invalid: [{}, { a: 1, b: 1 }],
  },
  {
    name: "OneOfArrays",
    about: "counts the branches that take an array",
    schema: {
      oneOf: [
        { type: "array", items: { type: "integer" } },
        { type: "array", items: { type: "number" }, minItems: 2 },
        { type: "array", contains: { const: "x" } },
      ],
    },
    valid: [[], [1], [1.5, 2], ["x"], ["x", 1]],
    invalid: [[1, 2], [1.5], ["y"], null],
  },
  {
    name: "OneOfWithFalse",
    about: "does not count branches that nothing satisfies",
    schema: { oneOf: [false, { type: "string" }, { minLength: 2 }] },
    valid: ["", "a", 1],
    invalid: ["ab"],
  },
  {
    name: "OneOfEverything",
    about: "takes nothing when every branch takes everything",
    schema: { oneOf: [true, {}] },
    valid: [],
    invalid: [1, null, "a"],
  },
  {
    name: "Not",
    about: "takes what the schema rejects",
    schema: { not: { type: ["string", "array"] } },
    valid: [1, null, {}, true],
    invalid: ["", []],
  },
  {
    name: "NotConst",
    about: "takes every string but one",
    schema: { type: "string", not: { const: "forbidden" } },
    valid: ["", "allowed"],
    invalid: ["forbidden", 1],
  },
  {
    name: "NotOfOtherType",
    about: "takes every string when only a number is excluded",
    schema: { type: "string", not: { enum: [1, null] } },
    valid: ["", "1"],
    invalid: [1, null],
  },
  {
    name: "NotRequired",
    about: "takes objects that lack a property",
    schema: { type: "object", not: { required: ["a"] }, properties: { a: { type: "string" } } },
    valid: [{}, { b: 1 }],
    invalid: [{ a: "x" }, { a: 1 }],
  },
  {
    name: "NotItems",
    about: "takes arrays of which an item is no string",
    schema: { type: "array", not: { items: { type: "string" } } },
    valid: [[1], ["a", null]],
    invalid: [[], ["a"]],
  },
  {
    name: "NotNot",
    about: "takes what the schema inside takes",
    schema: { not: { not: { type: "integer", minimum: 3 } } },
    valid: [3, 10],
    invalid: [2, "a", null],
  },
  {
    name: "NotFalse",
    about: "takes everything",
    schema: { not: false },
    valid: [1, null, "a", {}],
    invalid: [],
  },
  {
    name: "NotTrue",
    about: "takes nothing",
    schema: { not: {} },
    valid: [],
    invalid: [1, null, "a", {}],
  },
  {
    name: "NotAnyOf",
    about: "takes what no branch takes",
    schema: {
      not: {
        anyOf: [{ type: "integer" }, { type: "array", items: { type: "integer" } }, { const: "x" }],
      },
    },
    valid: ["y", ["a"], 1.5, null],
    invalid: [1, [], [1], "x"],
  },
];
