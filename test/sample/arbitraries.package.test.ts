import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fastCheck from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/core/json.js";
import { loadArbitraries } from "../../generator/sample/load-arbitraries.js";
import { documentOf, generateSchemas } from "../generate/package.js";
import { guardsInMemory } from "../support/guards-in-memory.js";
import { compileTexts, strictest } from "../support/native-compiler.js";

/** The declarations of fast-check. */
const fastCheckTypes = resolve(
  import.meta.dirname,
  "../../node_modules/fast-check/lib/fast-check.d.ts",
);

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** Schemas, each with a piece of the code of its arbitrary. */
const rows: readonly (readonly [what: string, schema: JsonObject, code: string])[] = [
  ["anything", {}, "fc.jsonValue()"],
  ["a text", { type: "string", minLength: 2 }, "fc.string({ minLength: 2 })"],
  ["an integer", { type: "integer", minimum: 1, maximum: 9 }, "fc.integer({ min: 1, max: 9 })"],
  ["a natural number", { type: "integer", minimum: 0 }, "fc.nat()"],
  ["an exclusive integer", { type: "integer", exclusiveMinimum: 1, maximum: 9 }, "min: 2, max: 9"],
  ["an integer beyond 32 bits", { type: "integer", minimum: 5e9 }, "max: 9007199254740991"],
  ["a number", { type: "number", exclusiveMaximum: 2 }, "max: 2, maxExcluded: true, noNaN: true"],
  ["a decimal", { type: "number", multipleOf: 0.05, minimum: 0, maximum: 1 }, "factor * 5 / 100"],
  ["constants", { enum: [1, "a", null] }, "fc.constantFrom(...sValues)"],
  ["a pattern", { type: "string", pattern: "^[a-c]{3}$" }, "fc.stringMatching(/^[a-c]{3}$/u)"],
  [
    "a pattern with a length, which the guard decides",
    { type: "string", pattern: "^a+$", maxLength: 4 },
    "fc.stringMatching(/^a+$/u).filter(isS)",
  ],
  [
    "a pattern with lookahead, for which values are listed",
    { enum: ["a1"], pattern: "^(?=.*1)" },
    "fc.constantFrom(...sValues)",
  ],
  ["a list", { type: "array", items: { type: "null" }, maxItems: 3 }, "maxLength: 3"],
  [
    "a set of numbers",
    { type: "array", items: { type: "number" }, uniqueItems: true },
    "comparator: isEqual",
  ],
  [
    "a set of few values",
    { type: "array", items: { enum: ["a", "b"] }, uniqueItems: true, minItems: 2 },
    "fc.uniqueArray(sItemArbitrary, { minLength: 2 })",
  ],
  [
    "a tuple",
    { type: "array", prefixItems: [{ type: "string" }, { const: 1 }], items: false, minItems: 2 },
    "fc.tuple(fc.string(), fc.constant(1))",
  ],
  [
    "contained items",
    { type: "array", items: { type: "integer" }, contains: { minimum: 5 }, minContains: 2 },
    "fc.array(fc.integer({ min: 5 }), { minLength: 2 })",
  ],
  [
    "an object",
    { type: "object", required: ["a"], properties: { a: { type: "null" }, b: { const: 1 } } },
    'requiredKeys: ["a"], noNullPrototype: true',
  ],
  ["a map", { type: "object", additionalProperties: { const: 1 } }, "fc.dictionary(fc.string(), "],
  [
    "a map with a pattern",
    { type: "object", patternProperties: { "^x": { const: 1 } }, additionalProperties: false },
    "fc.dictionary(fc.stringMatching(/^x/u), ",
  ],
  [
    "a combination of objects",
    {
      allOf: [
        { type: "object", required: ["a"], properties: { a: { type: "string" } } },
        { type: "object", properties: { a: { minLength: 1 }, b: { type: "null" } } },
      ],
    },
    "a: fc.string({ minLength: 1 }), b: fc.constant(null)",
  ],
  ["options", { anyOf: [{ type: "string" }, { type: "null" }] }, "fc.option(fc.string())"],
  [
    "options that overlap, which the guard decides",
    { oneOf: [{ type: "integer" }, { type: "number", minimum: 1 }] },
    ".filter(isS)",
  ],
  ["an exclusion", { type: "string", not: { const: "" } }, ".filter(isS)"],
  [
    "an exclusion that leaves little, for which values are listed",
    { type: "integer", minimum: 1, maximum: 1_000_000, not: { minimum: 3 } },
    "fc.constantFrom(1, 2",
  ],
  [
    "a dependency",
    {
      type: "object",
      properties: { a: { const: 1 }, b: { const: 2 } },
      dependentRequired: { a: ["b"] },
    },
    "fc.oneof(",
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
    "fc.oneof(",
  ],
  [
    "no unevaluated properties",
    {
      type: "object",
      allOf: [{ properties: { a: { const: 1 } } }],
      unevaluatedProperties: false,
    },
    "fc.record({ a: fc.constant(1) }",
  ],
  [
    "a tree",
    {
      type: "object",
      required: ["value"],
      properties: { value: { type: "integer" }, left: ref("S"), right: ref("S") },
    },
    'maxDepth: 2 }, fc.record({ value: fc.integer() }, { noNullPrototype: true }), fc.record({ value: fc.integer(), left: tie("S")',
  ],
  [
    "a tree of lists",
    { type: "array", items: ref("S") },
    'fc.array(tie("S"), { depthIdentifier: "S" })',
  ],
  [
    "a property with the name of the prototype",
    { type: "object", required: ["__proto__"], properties: { ["__proto__"]: { const: 1 } } },
    '["__proto__"]: fc.constant(1)',
  ],
];

/** The code of the arbitrary of the model S, on one line. */
async function codeOf(schema: JsonObject): Promise<string> {
  const outputs = ["models", "guards", "arbitraries"] as const;
  const { texts } = await generateSchemas({ S: schema }, { outputs, format: "none" });
  return texts["arbitraries/s.ts"] ?? "";
}

describe("arbitraries", () => {
  it.each(rows)("of %s make valid values", async (_what, schema, code) => {
    expect(await codeOf(schema)).toContain(code);
    const read = await guardsInMemory({ spec: { text: documentOf({ S: schema }) } });
    const arbitrary = loadArbitraries(read, read.models.all).get("S");
    if (arbitrary === undefined) throw new Error("there is no arbitrary");
    const { is } = read.guards("S");
    const ajv = new Ajv2020({ strict: false, multipleOfPrecision: 9 });
    ajv.addSchema({ $id: "doc", components: { schemas: { S: schema } } });
    const accepts = ajv.compile({ $ref: "doc#/components/schemas/S" });
    const values = fastCheck.sample(arbitrary, { numRuns: 200, seed: 1 });
    expect(values.filter((value) => !is(value))).toEqual([]);
    const asJson = values.map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    expect(asJson.filter((value) => !accepts(value))).toEqual([]);
  });

  it("compile with the strictest settings, and so do fixtures", async () => {
    const schemas = Object.fromEntries(
      rows.map(([, schema], index) => [
        `S${index}`,
        JSON.parse(
          JSON.stringify(schema).replaceAll("schemas/S", `schemas/S${index}`),
        ) as JsonObject,
      ]),
    );
    const outputs = ["models", "guards", "arbitraries", "fixtures"] as const;
    const { texts } = await generateSchemas(schemas, { outputs, format: "none" });
    const compiled = Object.fromEntries(
      Object.entries(texts).filter(([path]) => path.endsWith(".ts")),
    );
    const settings = { ...strictest, lib: ["es2020", "dom"], skipLibCheck: true };
    expect(
      compileTexts(compiled, { ...settings, paths: { "fast-check": [fastCheckTypes] } }),
    ).toEqual([]);
  });

  it("of models that contain each other are in one module, which the others re-export", async () => {
    const node = (child: string): JsonObject => ({
      type: "object",
      required: ["child"],
      properties: { child: { anyOf: [ref(child), { type: "null" }] } },
    });
    const outputs = ["models", "guards", "arbitraries"] as const;
    const { texts } = await generateSchemas(
      { A: node("B"), B: node("A"), C: node("A") },
      { outputs },
    );
    expect(texts["arbitraries/b.ts"]).toContain('export { bArbitrary } from "./a.js";');
    expect(texts["arbitraries/c.ts"]).toContain('import { aArbitrary } from "./a.js";');
  });

  it("of a schema that nothing satisfies do not exist, nor the members that need them", async () => {
    const outputs = ["models", "guards", "arbitraries", "fixtures"] as const;
    const { texts } = await generateSchemas(
      {
        None: { type: "string", enum: [1] },
        Some: { type: "object", properties: { a: ref("None") } },
      },
      { outputs },
    );
    expect(texts["arbitraries/none.ts"]).toContain("export {};");
    expect(texts["arbitraries/some.ts"]).toMatch(/fc\.record\(\s*\{\},/);
    expect(texts["fixtures/none.ts"]).toContain("No valid value of {@link None} is known.");
  });

  it("keep their import of fast-check where a model has its short name", async () => {
    const outputs = ["models", "guards", "arbitraries"] as const;
    const { texts } = await generateSchemas({ fc: { type: "string" } }, { outputs });
    expect(texts["arbitraries/fc.ts"]).toMatch(/import \* as fc2? from "fast-check";/);
  });

  it("make fast-check an optional peer dependency of a package", async () => {
    const outputs = ["models", "guards", "arbitraries", "package"] as const;
    const { texts } = await generateSchemas({ S: { type: "string" } }, { outputs });
    expect(JSON.parse(texts["package.json"] ?? "")).toMatchObject({
      exports: { "./arbitraries/*": { types: "./dist/arbitraries/*.d.ts" } },
      peerDependencies: { "fast-check": "^4.0.0" },
      peerDependenciesMeta: { "fast-check": { optional: true } },
    });
  });
});

describe("fixtures", () => {
  it("are a minimal and a full value, and one for each option", async () => {
    const outputs = ["models", "fixtures"] as const;
    const kind = (name: string): JsonObject => ({
      type: "object",
      required: ["kind"],
      properties: { kind: { const: name }, [name]: { type: "array", items: { type: "integer" } } },
    });
    const { texts } = await generateSchemas(
      { Pet: { oneOf: [ref("Cat"), ref("Dog")] }, Cat: kind("cat"), Dog: kind("dog") },
      { outputs, format: "none" },
    );
    expect(texts["fixtures/pet.ts"]).toContain(
      '{ minimal: { kind: "cat" }, full: { kind: "cat", cat: [1] }, cat: { kind: "cat" }, dog: { kind: "dog" } }',
    );
  });
});
