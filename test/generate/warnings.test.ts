import { describe, expect, it } from "vitest";
import { generateSchemas } from "./package.js";

/** The warnings about component schemas: the code, and the pointer below the schema `A`. */
async function warningsOf(schema: object): Promise<readonly string[]> {
  const { diagnostics } = await generateSchemas(
    { A: schema, B: { type: "object" } },
    { outputs: ["models"] },
  );
  return diagnostics.map(
    ({ code, place }) => `${code} ${place?.pointer.replace("/components/schemas/A", "") ?? ""}`,
  );
}

const text = { type: "string" };

describe("a schema that describes objects", () => {
  it.each([
    [{ properties: { a: text } }, "/properties"],
    [{ required: ["a"] }, "/required"],
    [{ additionalProperties: text }, "/additionalProperties"],
    [{ allOf: [{ properties: { a: text } }] }, ""],
    [{ anyOf: [text, { properties: { a: text } }] }, "/anyOf/1/properties"],
    [
      { type: "object", properties: { b: { properties: { a: text } } } },
      "/properties/b/properties",
    ],
    [{ type: "array", items: { properties: { a: text } } }, "/items/properties"],
  ])("%j accepts other values, which is a warning", async (schema, pointer) => {
    expect(await warningsOf(schema)).toEqual([`untyped-properties ${pointer}`]);
  });

  it.each([
    { type: "object", properties: { a: text } },
    { type: ["object", "null"], properties: { a: text } },
    { allOf: [{ $ref: "#/components/schemas/B" }, { properties: { a: text } }] },
    { allOf: [{ type: "object" }, { properties: { a: text } }] },
    { type: "object", anyOf: [{ required: ["a"] }, { required: ["b"] }] },
    { type: "object", not: { required: ["a"] } },
    { oneOf: [{ const: "a" }, { type: "object" }], required: ["a"] },
    {},
  ])("%j has a type, or needs none", async (schema) => {
    expect(await warningsOf(schema)).toEqual([]);
  });
});

describe("words about values", () => {
  it.each([
    [{ enum: ["a", "b"], "x-enum-varnames": ["A"] }, "mismatched", "x-enum-varnames"],
    [{ enum: ["a"], "x-enum-descriptions": { b: "B" } }, "mismatched", "x-enum-descriptions"],
    [{ type: "string", "x-enumNames": ["A"] }, "mismatched", "x-enumNames"],
    [{ enum: ["a"], "x-enumDescriptions": [1] }, "malformed", "x-enumDescriptions"],
    [{ enum: ["a"], "x-enum-varnames": "A" }, "malformed", "x-enum-varnames"],
  ])("are a warning where they fit none: %j", async (schema, what, keyword) => {
    expect(await warningsOf(schema)).toEqual([`${what}-value-labels /${keyword}`]);
  });

  it.each([
    {
      enum: ["a", "b"],
      "x-enum-varnames": ["A", null],
      "x-enum-descriptions": { a: "The first." },
    },
    { type: ["string", "null"], enum: ["a", null], "x-enum-varnames": ["A", "None"] },
    { enum: [1, true], "x-enumDescriptions": { 1: "One.", true: "Yes." } },
  ])("fit: %j", async (schema) => {
    expect(await warningsOf(schema)).toEqual([]);
  });
});
