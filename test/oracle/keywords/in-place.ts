import type { Row } from "./row.js";

/** `allOf` and `anyOf`, and combinations of combinations. */
export const inPlaceRows: readonly Row[] = [
  {
    name: "AllOf",
    about: "needs every schema",
    schema: {
      allOf: [
        { type: "object", required: ["a"], properties: { a: { type: "string" } } },
        { required: ["b"], properties: { b: { type: "integer" }, a: { minLength: 1 } } },
        true,
      ],
    },
    valid: [{ a: "x", b: 1 }],
    invalid: [{}, { a: "x" }, { b: 1 }, { a: "", b: 1 }, { a: 1, b: 1 }, null],
  },
  {
    name: "AllOfWithSiblings",
    about: "needs what is beside it as well",
    schema: {
      type: "object",
      properties: { c: { type: "boolean" } },
      allOf: [{ required: ["c"] }, { properties: { c: { const: true } } }],
      maxProperties: 2,
    },
    valid: [{ c: true }, { c: true, d: 1 }],
    invalid: [{}, { c: false }, { c: true, d: 1, e: 2 }],
  },
  {
    name: "AllOfNumbers",
    about: "needs the narrowest of the bounds and types",
    schema: {
      allOf: [
        { type: ["number", "string"] },
        { type: ["integer", "null"] },
        { minimum: 1 },
        { minimum: 3 },
      ],
    },
    valid: [3, 4],
    invalid: [2, 3.5, "3", null],
  },
  {
    name: "AllOfContradiction",
    about: "takes nothing when two schemas exclude each other",
    schema: { allOf: [{ type: "string" }, { type: "object" }] },
    valid: [],
    invalid: ["a", {}, null],
  },
  {
    name: "AllOfEnums",
    about: "takes what every list has",
    schema: {
      allOf: [{ enum: ["a", "b", "c", 1] }, { enum: ["b", "c", 1, "d"] }, { type: "string" }],
    },
    valid: ["b", "c"],
    invalid: ["a", "d", 1],
  },
  {
    name: "AllOfWithFalse",
    about: "takes nothing when one schema is false",
    schema: { type: "string", allOf: [{ minLength: 1 }, false] },
    valid: [],
    invalid: ["", "a"],
  },
  {
    name: "AnyOfThree",
    about: "takes what one of the schemas takes",
    schema: { anyOf: [{ type: "string", minLength: 2 }, { type: "integer" }, { type: "null" }] },
    valid: ["ab", 1, null],
    invalid: ["a", 1.5, [], {}],
  },
  {
    name: "AnyOfOverlapping",
    about: "takes what more than one of the schemas takes",
    schema: { anyOf: [{ minimum: 2 }, { maximum: 5 }, { multipleOf: 7 }] },
    valid: [1, 3, 7, "a"],
    invalid: [],
  },
  {
    name: "AnyOfArrays",
    about: "looks through the items of arrays in each branch",
    schema: {
      anyOf: [
        { type: "array", items: { type: "string" } },
        { type: "array", items: { type: "integer" }, minItems: 2 },
        { type: "array", items: { type: "array", items: { type: "boolean" } } },
      ],
    },
    valid: [[], ["a"], [1, 2], [[], [true]]],
    invalid: [[1], ["a", 1], [[1]], {}, null],
  },
  {
    name: "AnyOfMaps",
    about: "looks through the properties of objects in each branch",
    schema: {
      anyOf: [
        { type: "object", additionalProperties: { type: "string" } },
        { type: "object", patternProperties: { "^n": { type: "number" } }, minProperties: 1 },
        { type: "string" },
      ],
    },
    valid: [{}, { a: "b" }, { n: 1, a: 1 }, "a"],
    invalid: [{ n: null }, { a: 1, n: "b" }, [], null],
  },
  {
    name: "AnyOfConsts",
    about: "takes each of the constants",
    schema: { anyOf: [{ const: "a" }, { const: 1 }, { const: null }, { const: [1] }] },
    valid: ["a", 1, null, [1]],
    invalid: ["b", 2, [], [2], true],
  },
  {
    name: "AnyOfInType",
    about: "needs the type around the branches as well",
    schema: { type: "string", anyOf: [{ const: 1 }, { const: "a" }, { minLength: 3 }] },
    valid: ["a", "abc"],
    invalid: [1, "b", null],
  },
  {
    name: "AnyOfOneType",
    about: "takes a type that is in every branch",
    schema: { anyOf: [{ type: "string" }, { type: ["string", "null"] }, { type: "string" }] },
    valid: ["", null],
    invalid: [1, true, [], {}],
  },
  {
    name: "AnyOfTypeLists",
    about: "takes what is in one of the lists of types",
    schema: {
      type: ["number", "null"],
      anyOf: [{ type: ["array", "number"] }, { type: ["number", "object"] }],
    },
    valid: [0, 1.5],
    invalid: [null, "a", [], {}],
  },
  {
    name: "AnyOfImpossible",
    about: "passes over branches that nothing satisfies",
    schema: { anyOf: [false, { type: "integer" }, { enum: ["a"], type: "integer" }] },
    valid: [1],
    invalid: ["a", 1.5],
  },
  {
    name: "AnyOfNothing",
    about: "takes nothing when no branch can be satisfied",
    schema: { anyOf: [false, { allOf: [false] }] },
    valid: [],
    invalid: [1, "a", {}],
  },
  {
    name: "AnyOfEverything",
    about: "takes everything when one branch does",
    schema: { type: ["string", "null"], anyOf: [{ minLength: 4 }, true] },
    valid: ["", null],
    invalid: [1],
  },
  {
    name: "AnyOfRequired",
    about: "needs one of two sets of properties",
    schema: {
      type: "object",
      properties: { email: { type: "string" }, phone: { type: "string" } },
      anyOf: [{ required: ["email"] }, { required: ["phone"] }],
    },
    valid: [{ email: "a" }, { phone: "b" }, { email: "a", phone: "b" }],
    invalid: [{}, { email: 1 }, { email: "a", phone: 1 }],
  },
  {
    name: "DeepNest",
    about: "holds combinations of combinations",
    schema: {
      anyOf: [
        {
          allOf: [
            { type: "object", required: ["list"] },
            {
              properties: {
                list: {
                  oneOf: [
                    { type: "array", items: { anyOf: [{ type: "string" }, { type: "null" }] } },
                    { type: "array", items: { not: { type: "string" } }, minItems: 1 },
                  ],
                },
              },
            },
          ],
        },
        {
          oneOf: [
            { type: "integer", not: { multipleOf: 2 } },
            { type: "integer", maximum: 0 },
          ],
        },
      ],
    },
    valid: [{ list: [] }, { list: ["a", null] }, { list: [1] }, 3, 0, -2],
    invalid: [{ list: [null] }, { list: ["a", 1] }, {}, 2, -1, 1.5],
  },
  {
    name: "PropertyCombinations",
    about: "combines schemas in properties and items",
    schema: {
      type: "object",
      required: ["a"],
      properties: {
        a: { anyOf: [{ type: "array", items: { type: "integer" } }, { type: "null" }] },
        b: {
          oneOf: [
            { type: "string", maxLength: 3 },
            { type: "string", minLength: 3 },
          ],
        },
        c: { allOf: [{ type: "object" }, { required: ["d"] }] },
        e: { not: { type: "null" } },
      },
    },
    valid: [{ a: null }, { a: [1], b: "ab", c: { d: 1 }, e: 0 }],
    invalid: [{}, { a: ["1"] }, { a: null, b: "abc" }, { a: null, c: {} }, { a: null, e: null }],
  },
];
