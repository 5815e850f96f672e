import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../generator/core/json.js";
import { sample } from "../../generator/index.js";
import { documentOf } from "../generate/package.js";

type Row = readonly [what: string, schema: JsonObject, first: Json, among: readonly Json[]];

/** Schemas, with the simplest value, and others that have to be among the values. */
const rows: readonly Row[] = [
  ["anything", {}, 0, [null, false, true, "", [], {}]],
  ["a listed value", { enum: ["b", "a"] }, "b", ["a"]],
  ["a constant", { const: { a: [1] } }, { a: [1] }, []],
  ["a boolean", { type: "boolean" }, true, [false]],
  ["an integer within bounds", { type: "integer", minimum: 3, maximum: 7 }, 3, [7, 4, 5]],
  ["an exclusive bound", { type: "number", exclusiveMinimum: 1, exclusiveMaximum: 2 }, 1.5, []],
  ["a multiple", { type: "number", minimum: 0.3, multipleOf: 0.25 }, 1, [0.5, 1.25]],
  [
    "multiples of two numbers",
    { type: "integer", minimum: 1, allOf: [{ multipleOf: 4 }, { multipleOf: 6 }] },
    12,
    [],
  ],
  ["a length", { type: "string", minLength: 2, maxLength: 4 }, "aa", ["aaaa"]],
  ["a pattern", { type: "string", pattern: "^[A]{3}$" }, "AAA", []],
  ["a list", { type: "array", items: { const: 1 } }, [], [[1], [1, 1]]],
  [
    "unique items",
    { type: "array", items: { enum: [1, 2, 3] }, minItems: 2, maxItems: 3, uniqueItems: true },
    [1, 2],
    [
      [3, 2],
      [1, 2, 3],
    ],
  ],
  [
    "items with types of their own",
    { type: "array", prefixItems: [{ const: "a" }, { type: "null" }], items: false, minItems: 2 },
    ["a", null],
    [],
  ],
  [
    "contained items",
    { type: "array", items: { type: "integer" }, contains: { minimum: 5 }, minContains: 2 },
    [5, 5],
    [[6, 5]],
  ],
  [
    "properties",
    {
      type: "object",
      required: ["a"],
      properties: { a: { const: 1 }, b: { type: ["boolean", "null"] } },
      additionalProperties: false,
    },
    { a: 1 },
    [
      { a: 1, b: null },
      { a: 1, b: true },
    ],
  ],
  [
    "a map",
    { type: "object", additionalProperties: { const: 1 }, minProperties: 1, maxProperties: 2 },
    { other1: 1 },
    [{ other1: 1, other2: 1 }],
  ],
  [
    "names that match",
    {
      type: "object",
      patternProperties: { "^x{2}$": { const: 1 } },
      additionalProperties: false,
      minProperties: 1,
    },
    { xx: 1 },
    [],
  ],
  [
    "names within a list",
    { type: "object", propertyNames: { enum: ["a", "b"] }, minProperties: 2 },
    { a: 0, b: null },
    [{ a: null, b: null }],
  ],
  [
    "a dependency",
    {
      type: "object",
      properties: { a: { const: 1 }, b: { const: 2 } },
      dependentRequired: { a: ["b"] },
    },
    {},
    [{ b: 2 }, { a: 1, b: 2 }],
  ],
  ["options", { anyOf: [{ const: "a" }, { type: "integer", minimum: 2 }] }, 2, ["a", 3]],
  [
    "one option, where they overlap",
    { oneOf: [{ type: "integer" }, { type: "number", minimum: 1 }] },
    0,
    [1.5],
  ],
  [
    "options with a tag",
    {
      type: "object",
      oneOf: [
        { required: ["k"], properties: { k: { const: "a" } } },
        { required: ["k", "n"], properties: { k: { const: "b" }, n: { const: 1 } } },
      ],
    },
    { k: "a" },
    [{ k: "b", n: 1 }],
  ],
  ["an exclusion", { enum: [1, 2], not: { const: 1 } }, 2, []],
  [
    "a property that must be absent or different",
    { type: "object", required: ["a"], not: { required: ["a"], properties: { a: { const: 0 } } } },
    { a: 1 },
    [{ a: null }],
  ],
  [
    "a condition",
    {
      type: "object",
      required: ["a"],
      properties: { a: { type: "boolean" } },
      if: { properties: { a: { const: true } } },
      then: { required: ["b"], properties: { b: { const: 1 } } },
    },
    { a: false },
    [{ a: true, b: 1 }],
  ],
  [
    "no unevaluated properties",
    {
      type: "object",
      allOf: [{ properties: { a: { const: 1 } } }],
      unevaluatedProperties: false,
    },
    {},
    [{ a: 1 }],
  ],
  [
    "a tree, without endless nesting",
    {
      type: "object",
      required: ["value"],
      properties: {
        value: { anyOf: [{ $ref: "#/components/schemas/S" }, { type: "integer" }] },
      },
    },
    { value: 0 },
    [{ value: { value: 0 } }],
  ],
  [
    "a list of an own kind, where each option nests",
    {
      oneOf: [
        {
          type: "object",
          required: ["left", "right"],
          properties: {
            left: { $ref: "#/components/schemas/S" },
            right: { $ref: "#/components/schemas/S" },
          },
        },
        { type: "string", minLength: 1 },
      ],
    },
    "a",
    [{ left: "a", right: "a" }],
  ],
];

/** Tells whether Ajv accepts a value under a schema, which may refer to itself as `S`. */
function acceptedByAjv(schema: JsonObject): (value: Json) => boolean {
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema({ components: { schemas: { S: schema } } }, "document");
  const validate = ajv.getSchema("document#/components/schemas/S");
  return (value) => validate?.(value) === true;
}

async function samples(schema: JsonObject): ReturnType<typeof sample> {
  const result = await sample({
    spec: { text: documentOf({ S: schema }) },
    model: "S",
    count: 500,
    invalid: true,
  });
  expect(result.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return result;
}

describe("Values", () => {
  it.each(rows)("of %s", async (_what, schema, first, among) => {
    const { valid, invalid } = await samples(schema);
    expect(valid[0]).toEqual(first);
    const texts = valid.map((value) => JSON.stringify(value));
    expect(texts).toEqual(expect.arrayContaining(among.map((value) => JSON.stringify(value))));
    const accepts = acceptedByAjv(schema);
    expect(valid.filter((value) => !accepts(value))).toEqual([]);
    expect(invalid.filter(({ value }) => accepts(value))).toEqual([]);
    expect(new Set(texts).size).toBe(valid.length);
  });

  it.each<[keyword: string, schema: JsonObject]>([
    ["type", { type: "string" }],
    ["enum", { enum: ["a", "b"] }],
    ["const", { const: 1 }],
    ["minimum", { type: "integer", minimum: 3 }],
    ["exclusiveMaximum", { type: "number", exclusiveMaximum: 3 }],
    ["multipleOf", { type: "integer", multipleOf: 3 }],
    ["minLength", { type: "string", minLength: 2 }],
    ["maxLength", { type: "string", maxLength: 2 }],
    ["pattern", { type: "string", pattern: "^[0-9]{2}$" }],
    ["minItems", { type: "array", minItems: 1 }],
    ["maxItems", { type: "array", maxItems: 2 }],
    ["uniqueItems", { type: "array", uniqueItems: true, minItems: 1 }],
    ["required", { type: "object", required: ["a"] }],
    ["additionalProperties", { type: "object", additionalProperties: false }],
    ["maxProperties", { type: "object", maxProperties: 0 }],
    ["type", { type: "array", items: { type: "object", properties: { a: { type: "null" } } } }],
  ])("that break only `%s`", async (keyword, schema) => {
    const { invalid } = await samples(schema);
    expect(invalid.map(({ issue }) => issue.keyword)).toContain(keyword);
    const places = invalid.map(({ issue }) => `${issue.schemaPath} ${issue.keyword}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it.each<[none: string, schema: JsonObject]>([
    ["nothing-valid", { type: "string", minLength: 2, maxLength: 1 }],
    ["nothing-valid", { type: "object", required: ["a"], properties: { a: false } }],
    ["not-found", { type: "array", minItems: 1_000_000_000 }],
    ["not-found", { type: "object", minProperties: 1_000_000_000 }],
    ["not-found", { type: "string", minLength: 1_000_000_000 }],
    ["not-found", { type: "string", pattern: "^a{50000000}$" }],
    ["not-found", { type: "string", pattern: "^(?:(?:a{1000}){1000}|b{9999999})$" }],
    [
      "not-found",
      {
        type: "object",
        patternProperties: { "^a{50000000}$": {} },
        additionalProperties: false,
        minProperties: 1,
      },
    ],
    ["not-found", { type: "string", pattern: "^(?=.*[0-9])(?=.*[a-z]).{9}$" }],
  ])("are missing with a reason: %s", async (none, schema) => {
    const { valid, invalid, none: why } = await samples(schema);
    expect([valid, invalid, why]).toEqual([[], [], none]);
  });

  it("that are invalid are JSON, beside the largest numbers as well", async () => {
    const { invalid } = await samples({ type: "number", minimum: 1e308 });
    const texts = invalid.map(({ value }) => JSON.stringify(value));
    expect(texts.map((text) => JSON.parse(text) as Json)).toEqual(
      invalid.map(({ value }) => value),
    );
    expect(invalid.map(({ issue }) => issue.keyword)).toEqual(["minimum", "type"]);
  });

  it("are as many as wanted, and the same each time", async () => {
    const spec = { text: documentOf({ S: { type: "array", items: { type: "integer" } } }) };
    const once = await sample({ spec, model: "S", count: 3 });
    expect(once.valid).toHaveLength(3);
    expect(once.invalid).toEqual([]);
    expect(await sample({ spec, model: "S", count: 3 })).toEqual(once);
  });

  it("are random with a seed, which decides them", async () => {
    const spec = { text: documentOf({ S: { type: "array", items: { type: "integer" } } }) };
    const of = (seed: number, count = 5): ReturnType<typeof sample> =>
      sample({ spec, model: "S", count, seed });
    const once = await of(1);
    expect(once.valid).toHaveLength(5);
    expect(await of(1)).toEqual(once);
    expect((await of(1, 100)).valid.slice(0, 5)).toEqual(once.valid);
    expect((await of(2)).valid).not.toEqual(once.valid);
  });

  it("are each made once, and end when all are made", async () => {
    const spec = { text: documentOf({ S: { enum: ["a", "b", null] } }) };
    const { valid } = await sample({ spec, model: "S", count: 1000, seed: -1 });
    expect(new Set(valid)).toEqual(new Set(["a", "b", null]));
    expect(valid).toHaveLength(3);
  });

  it("that are invalid are made from random ones with a seed", async () => {
    const spec = { text: documentOf({ S: { type: "integer", minimum: 3 } }) };
    const { invalid } = await sample({ spec, model: "S", seed: 1, invalid: true });
    expect(invalid.map(({ issue }) => issue.keyword)).toContain("type");
  });

  it.each([
    ["an unknown model", { model: "T" }, "unknown-model"],
    ["a count that is none", { model: "S", count: -1 }, "invalid-option"],
    ["a seed with a fraction", { model: "S", seed: 0.5 }, "invalid-option"],
    ["a seed of more than 32 bits", { model: "S", seed: 2 ** 31 }, "invalid-option"],
  ])("are not made for %s", async (_what, options, code) => {
    const spec = { text: documentOf({ S: {} }) };
    const { valid, diagnostics } = await sample({ spec, ...options });
    expect([valid, diagnostics.map((each) => each.code)]).toEqual([[], [code]]);
  });
});
