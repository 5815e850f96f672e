import { describe, expect, it } from "vitest";
import { generateSchemas } from "./package.js";

const a = { type: "string" };
const b = { type: "integer" };
const named = { $ref: "#/components/schemas/Names" };

/** What is declared under the name `A`, on one line and without comments. */
async function typeOf(schema: unknown): Promise<string> {
  const components = { A: schema, Names: { type: "string", enum: ["x", "y"] } };
  const { texts } = await generateSchemas(components, { outputs: ["models"] });
  const text = (texts["models/a.ts"] ?? "").replaceAll(/\/\*\*[^]*?\*\//g, "");
  const [, alias, members] =
    /^export (?:type A =([^]*?);|interface A (\{[^]*?\n\}))$/m.exec(text) ?? [];
  return (alias ?? members ?? "").replaceAll(/\s+/g, " ").trim().replace(/^\| /, "");
}

describe("the type of an array", () => {
  it.each([
    [{ type: "array", items: a }, "string[]"],
    [{ type: "array", items: a, minItems: 1 }, "[string, ...string[]]"],
    [{ type: "array", items: a, minItems: 3 }, "[string, string, string, ...string[]]"],
    // A matrix, say, is not written out.
    [{ type: "array", items: a, minItems: 16, maxItems: 16 }, "[string, ...string[]]"],
    [{ type: "array", items: a, minItems: 2, maxItems: 2 }, "[string, string]"],
    [{ type: "array", items: a, minItems: 1, maxItems: 4 }, "[string, ...string[]]"],
    [{ type: "array", items: a, maxItems: 4 }, "string[]"],
    [{ type: "array", items: a, maxItems: 0 }, "[]"],
    [{ type: "array", items: false }, "[]"],
    [{ type: "array", items: a, minItems: 2, maxItems: 1 }, "never"],
    [{ type: "array", prefixItems: [a, b] }, "[string?, number?, ...unknown[]]"],
    [{ type: "array", prefixItems: [a, b], minItems: 2, maxItems: 2 }, "[string, number]"],
    [{ type: "array", prefixItems: [a, b], maxItems: 1 }, "[string?]"],
    [{ type: "array", prefixItems: [a], items: b, maxItems: 3 }, "[string?, number?, number?]"],
    [{ type: "array", prefixItems: [a], items: b, maxItems: 99 }, "[string?, ...number[]]"],
    [
      { type: "array", prefixItems: [a], items: b, minItems: 3 },
      "[string, number, number, ...number[]]",
    ],
    [{ type: "array", prefixItems: [a, b], items: false, minItems: 1 }, "[string, number?]"],
    [{ type: "array", prefixItems: [a, false, b] }, "[string?]"],
    [
      { type: "array", prefixItems: [a, b], unevaluatedItems: false, minItems: 1 },
      "[string, number?]",
    ],
    [{ type: "array", prefixItems: [a], unevaluatedItems: b }, "[string?, ...number[]]"],
    [
      {
        type: "array",
        allOf: [{ prefixItems: [a] }],
        anyOf: [{ prefixItems: [a, b] }, true],
        unevaluatedItems: false,
      },
      "[string?, unknown?]",
    ],
    // Any item may be one that `contains` evaluates.
    [
      { type: "array", prefixItems: [a], contains: b, unevaluatedItems: false },
      "[string?, ...unknown[]]",
    ],
    [
      {
        allOf: [
          { type: "array", items: a, minItems: 1 },
          { items: a, maxItems: 1 },
        ],
      },
      "[string]",
    ],
    // Without a word about arrays, a bound is about other values as well.
    [{ minItems: 1 }, "unknown"],
  ])("%j is %s", async (schema, type) => {
    expect(await typeOf(schema)).toBe(type);
  });
});

describe("the type of an object", () => {
  it.each([
    [{ type: "object", additionalProperties: false }, "Record<string, never>"],
    [{ type: "object", unevaluatedProperties: false }, "Record<string, never>"],
    [{ type: "object", unevaluatedProperties: a }, "{ [key: string]: string; }"],
    [{ type: "object", propertyNames: false }, "Record<string, never>"],
    [
      { type: "object", propertyNames: { enum: ["x", "y"] }, additionalProperties: a },
      "{ x?: string; y?: string; }",
    ],
    [
      { type: "object", propertyNames: named, additionalProperties: a },
      "{ x?: string; y?: string; }",
    ],
    [
      { type: "object", propertyNames: named, additionalProperties: a, required: ["y"] },
      "{ x?: string; y: string; }",
    ],
    [{ type: "object", propertyNames: { const: "x" } }, "{ x?: unknown; }"],
    [
      { type: "object", propertyNames: { pattern: "^x" }, additionalProperties: a },
      "{ [key: string]: string; }",
    ],
  ])("%j is %s", async (schema, type) => {
    expect(await typeOf(schema)).toBe(type);
  });
});

describe("the type of a union that is open", () => {
  it.each([
    [{ anyOf: [a, { const: "x" }, { const: "y" }] }, '"x" | "y" | (string & {})'],
    [{ anyOf: [{ const: "x" }, a] }, '"x" | (string & {})'],
    [{ anyOf: [a, { enum: ["x", "y"] }] }, "KnownA | (string & {})"],
    [{ anyOf: [named, { type: "string", minLength: 3 }] }, "Names | (string & {})"],
    [{ anyOf: [{ anyOf: [a, named] }, { type: "null" }] }, "Names | (string & {}) | null"],
    [{ anyOf: [a, named], type: "string" }, "Names | (string & {})"],
    [{ anyOf: [a, b, named] }, "number | Names | (string & {})"],
    [{ anyOf: [{ type: "number" }, { const: 1 }, { const: 2 }] }, "1 | 2 | (number & {})"],
    [{ anyOf: [{ type: ["string", "null"] }, { const: "x" }] }, '"x" | (string & {}) | null'],
    // Nothing is suggested where nothing is known of the type.
    [{ anyOf: [a, { const: 1 }] }, "string | 1"],
    [{ anyOf: [b, named] }, "number | Names"],
    [
      { type: "object", properties: { k: { const: "x" } }, additionalProperties: a },
      '{ k?: "x"; [key: string]: string | undefined; }',
    ],
  ])("%j is %s", async (schema, type) => {
    expect(await typeOf(schema)).toBe(type);
  });
});

describe("the values of a literal union", () => {
  it.each([
    [{ enum: [1, null, "x"] }, '[1, null, "x"]'],
    [{ oneOf: [{ const: "x" }, { type: "null" }, { const: "y" }] }, '["x", "y", null]'],
    [{ oneOf: [{ const: "x" }, { const: null }, { const: "y" }] }, '["x", null, "y"]'],
    [{ anyOf: [{ const: "x" }, { const: "y" }, a] }, '["x", "y"]'],
  ])("of %j are %s", async (schema, values) => {
    const { texts } = await generateSchemas({ A: schema }, { outputs: ["models"] });
    expect(texts["models/a.ts"]).toContain(`export const aValues = ${values} as const;`);
  });
});
