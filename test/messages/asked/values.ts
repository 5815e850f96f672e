import { integer, lang, list, object, string, type Tables } from "./row.js";

export const valueTables: Tables = {
  "What `not` leaves": [
    ["a type", { not: string }, "x", ['expected anything but a string, received "x" (string)']],
    [
      "types",
      { not: { type: ["string", "null"] } },
      null,
      ["expected anything but a string or null, received null"],
    ],
    [
      "a value",
      { type: "string", not: { const: "" } },
      "",
      ['expected anything but "", received "" (string)'],
    ],
    [
      "values beside a model",
      { ...lang, not: { enum: ["en"] } },
      "en",
      ['expected anything but "en", received "en" (string)'],
    ],
    [
      "a model",
      { not: lang },
      "en",
      ['expected anything but a valid Lang, received "en" (string)'],
    ],
    [
      "a property",
      object({ not: { required: ["a"] } }),
      { a: 1 },
      ["expected an object without `a`, received object of size 1"],
    ],
    [
      "two properties together",
      object({ not: { required: ["a", "b"] } }),
      { a: 1, b: 1 },
      ["expected an object that does not have both `a` and `b`, received object of size 2"],
    ],
    [
      "three properties together",
      object({ not: { required: ["a", "b", "c"] } }),
      { a: 1, b: 1, c: 1 },
      ["expected an object that does not have all of `a`, `b` and `c`, received object of size 3"],
    ],
    [
      "any of some properties",
      object({ not: { anyOf: [{ required: ["a"] }, { required: ["b"] }] } }),
      { b: 1 },
      ["expected an object with none of `a`, `b`, received object of size 1"],
    ],
    [
      "an object",
      object({ not: { properties: { role: { const: "owner" } }, required: ["role"] } }),
      { role: "owner" },
      ['expected nothing like {role: "owner"}, received object of size 1'],
    ],
    [
      "a pattern",
      { type: "string", not: { pattern: "^a" } },
      "ab",
      ['expected a string that does not match ^a, received "ab" (string)'],
    ],
    [
      "a string of some length",
      { not: { type: "string", minLength: 2 } },
      "abc",
      ['expected anything but a string of at least 2 characters, received "abc" (string)'],
    ],
    [
      "a length",
      { type: "string", not: { maxLength: 3 } },
      "a",
      ['expected a string of more than 3 characters, received "a" (string)'],
    ],
    [
      "a bound",
      { type: "number", not: { minimum: 5 } },
      7,
      ["expected a number below 5, received 7 (number)"],
    ],
    [
      "multiples",
      { not: { multipleOf: 2 } },
      4,
      ["expected a number that is not a multiple of 2, received 4 (number)"],
    ],
    [
      "an item",
      list({ not: { contains: { const: "x" } } }),
      ["x"],
      ['expected an array without an item that is "x", received array of length 1'],
    ],
    ["nothing", { not: { not: string } }, 1, ["expected a string, received 1 (number)"]],
    [
      "what has a title",
      { not: { title: "Broken pair", type: "object", patternProperties: { "^a": integer } } },
      {},
      ["expected nothing like Broken pair, received object of size 0"],
    ],
    [
      "what takes more words",
      { not: { type: "object", patternProperties: { "^a": integer } } },
      {},
      ["expected a value that `not` does not describe, received object of size 0"],
    ],
  ],
  "What nothing is valid for": [
    [
      "a property",
      object({ properties: { a: false } }),
      { a: 1 },
      ["a: expected no such property, received 1 (number)"],
    ],
    [
      "a required property",
      object({ properties: { a: false }, required: ["a"] }),
      {},
      ["a: missing, expected a value, but no value is valid"],
    ],
    [
      "a model",
      { $ref: "#/components/schemas/Nothing" },
      1,
      ["expected no value at all, received 1 (number)"],
    ],
    [
      "types that exclude each other",
      { allOf: [string, integer] },
      "x",
      ['expected string and integer at once, which is impossible, received "x" (string)'],
    ],
    [
      "values that exclude each other",
      object({ properties: { a: { allOf: [{ enum: ["a", "b"] }, { const: "c" }] } } }),
      { a: "a" },
      ['a: expected one of "a", "b" and "c" at once, which is impossible, received "a" (string)'],
    ],
    ["no options", { anyOf: [] }, 1, ["expected no value at all, received 1 (number)"]],
    ["not anything", { not: {} }, 1, ["expected no value at all, received 1 (number)"]],
  ],
  "What is said once": [
    [
      "by a keyword and an option",
      object({
        properties: {
          n: {
            anyOf: [{ type: "integer", maximum: 100 }, { type: "null" }],
            type: "integer",
            maximum: 100,
          },
        },
      }),
      { n: 500 },
      ["n: expected a number of at most 100, received 500 (number)"],
    ],
    [
      "by two parts",
      {
        allOf: [
          { type: "string", pattern: "^a" },
          { pattern: "^a", minLength: 1 },
        ],
      },
      "b",
      ['expected a string that matches ^a, received "b" (string)'],
    ],
    [
      "by one model twice",
      { allOf: [lang, { allOf: [lang] }] },
      "x",
      ['expected one of "en", "fr", received "x" (string)'],
    ],
  ],
};
