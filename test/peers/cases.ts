import type { Json } from "../../generator/core/json.js";

/** A schema, and values that it accepts and rejects. */
export interface Case {
  /** The keyword, and what about it. */
  readonly title: string;
  readonly schema: Json;
  readonly valid: readonly Json[];
  readonly invalid: readonly Json[];
}

/** A row for each keyword that decides what is valid, in schemas as documents have them. */
export const cases: readonly Case[] = [
  {
    title: "`type`: a list with `null`",
    schema: { type: ["string", "null"] },
    valid: ["a", null],
    invalid: [1, {}],
  },
  {
    title: "`type: integer`",
    schema: { type: "integer" },
    valid: [1, -3, 1e9],
    invalid: [1.5, "1"],
  },
  {
    title: "`enum` of several types",
    schema: { enum: ["a", 1, null] },
    valid: ["a", 1, null],
    invalid: ["1", 2],
  },
  {
    title: "`const` of an object",
    schema: { const: { a: [1] } },
    valid: [{ a: [1] }],
    invalid: [{ a: [2] }, { a: [1], b: 1 }],
  },
  {
    title: "`exclusiveMinimum`",
    schema: { type: "number", exclusiveMinimum: 0 },
    valid: [0.1],
    invalid: [0, -1],
  },
  {
    title: "`multipleOf` in decimals",
    schema: { type: "number", multipleOf: 0.01 },
    valid: [0.07, 19.99, 4.35],
    invalid: [0.075],
  },
  {
    title: "`maxLength` in code points",
    schema: { type: "string", maxLength: 2 },
    valid: ["🎉🎉", ""],
    invalid: ["abc", "🎉🎉🎉"],
  },
  {
    title: "`pattern` with Unicode",
    schema: { type: "string", pattern: "^\\p{L}+$" },
    valid: ["é", "ab"],
    invalid: ["1", ""],
  },
  {
    title: "a bound without a `type`",
    schema: { minLength: 2 },
    valid: ["ab", 1, null, []],
    invalid: ["a"],
  },
  {
    title: "`uniqueItems`",
    schema: { type: "array", items: {}, uniqueItems: true },
    valid: [[1, 2], []],
    invalid: [
      [1, 1],
      [{ a: 1 }, { a: 1 }],
    ],
  },
  {
    title: "`prefixItems`",
    schema: { type: "array", prefixItems: [{ type: "string" }, { type: "number" }] },
    valid: [["a", 1], ["a"], [], ["a", 1, true]],
    invalid: [[1], ["a", "b"]],
  },
  {
    title: "`contains`",
    schema: { type: "array", items: {}, contains: { type: "number" } },
    valid: [["a", 1]],
    invalid: [["a"], []],
  },
  {
    title: "`required` of a property that `properties` lacks",
    schema: { type: "object", properties: { a: { type: "string" } }, required: ["b"] },
    valid: [{ b: 1 }],
    invalid: [{}, { a: "x" }],
  },
  {
    title: "an optional property that is not nullable",
    schema: { type: "object", properties: { a: { type: "string" } } },
    valid: [{}, { a: "x" }, { z: 1 }],
    invalid: [{ a: null }, { a: 1 }],
  },
  {
    title: "`additionalProperties: false`",
    schema: { type: "object", properties: { a: { type: "string" } }, additionalProperties: false },
    valid: [{}, { a: "x" }],
    invalid: [{ b: 1 }],
  },
  {
    title: "`additionalProperties` beside `properties`",
    schema: {
      type: "object",
      properties: { a: { type: "string" } },
      additionalProperties: { type: "number" },
    },
    valid: [{ a: "x", b: 1 }],
    invalid: [{ a: "x", b: "y" }],
  },
  {
    title: "`patternProperties`",
    schema: { type: "object", patternProperties: { "^x-": { type: "number" } } },
    valid: [{ "x-a": 1 }, { a: "b" }],
    invalid: [{ "x-a": "b" }],
  },
  {
    title: "`propertyNames`",
    schema: { type: "object", propertyNames: { maxLength: 2 } },
    valid: [{ ab: 1 }],
    invalid: [{ abc: 1 }],
  },
  {
    title: "`minProperties`",
    schema: { type: "object", minProperties: 1 },
    valid: [{ a: 1 }],
    invalid: [{}],
  },
  {
    title: "`dependentRequired`",
    schema: { type: "object", properties: { a: {}, b: {} }, dependentRequired: { a: ["b"] } },
    valid: [{}, { b: 1 }, { a: 1, b: 1 }],
    invalid: [{ a: 1 }],
  },
  {
    title: "`allOf` of objects",
    schema: {
      allOf: [
        { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
        { type: "object", properties: { b: { type: "number" } }, required: ["b"] },
      ],
    },
    valid: [{ a: "x", b: 1 }],
    invalid: [{ a: "x" }, { b: 1 }, { a: 1, b: 1 }],
  },
  {
    title: "`allOf` with more beside it",
    schema: { allOf: [{ type: "object", properties: { a: { type: "string" } } }], required: ["a"] },
    valid: [{ a: "x" }],
    invalid: [{}, { a: 1 }],
  },
  {
    title: "`anyOf` beside `properties`",
    schema: {
      type: "object",
      properties: { a: { type: "string" }, b: { type: "string" } },
      anyOf: [{ required: ["a"] }, { required: ["b"] }],
    },
    valid: [{ a: "x" }, { b: "x" }],
    invalid: [{}],
  },
  {
    title: "`oneOf` where both options match",
    schema: {
      oneOf: [
        { type: "number", minimum: 0 },
        { type: "number", maximum: 10 },
      ],
    },
    valid: [-1, 11],
    invalid: [5, "a"],
  },
  {
    title: "`not`",
    schema: { type: "object", properties: { a: {} }, not: { required: ["a"] } },
    valid: [{}, { b: 1 }],
    invalid: [{ a: 1 }],
  },
  {
    title: "`if`, `then`, `else`",
    schema: {
      type: "object",
      properties: { kind: { type: "string" }, size: { type: "number" } },
      required: ["kind"],
      if: { properties: { kind: { const: "box" } } },
      then: { required: ["size"] },
      else: { not: { required: ["size"] } },
    },
    valid: [{ kind: "box", size: 1 }, { kind: "bag" }],
    invalid: [{ kind: "box" }, { kind: "bag", size: 1 }],
  },
  {
    title: "`unevaluatedProperties: false`",
    schema: {
      allOf: [{ type: "object", properties: { a: { type: "string" } } }],
      properties: { b: { type: "number" } },
      unevaluatedProperties: false,
    },
    valid: [{ a: "x", b: 1 }, {}],
    invalid: [{ c: 1 }],
  },
];
