import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { compileTexts, strictest, type CompilerSettings } from "../support/native-compiler.js";
import { compileErrors } from "./compile.js";
import { compileRows } from "./compile-rows.js";
import { generatePackage, generateSchemas } from "./package.js";

/** Schemas of which little is left to check, or which contain themselves. */
const schemasWith = (self: object): Readonly<Record<string, object | boolean>> => ({
  "that every value meets": true,
  "that no value meets": false,
  "that excludes everything": { not: {} },
  "of an enum without values": { enum: [] },
  "of an object without properties": { type: "object", additionalProperties: false },
  "of a nested object without properties": { properties: { a: { additionalProperties: false } } },
  "of an object whose properties all match a pattern": {
    patternProperties: { "^a": { type: "string" } },
    additionalProperties: false,
  },
  "of an object without a certain property": { properties: { constructor: false, a: false } },
  "of an object without any name": { propertyNames: false },
  "of an object that forbids a property beside another": { dependentSchemas: { a: false } },
  "of an empty list": { type: "array", items: false },
  "of a tuple without more": { prefixItems: [{ type: "string" }], items: false },
  "of a list with so many items": { contains: true, minContains: 2, maxContains: 3 },
  "of exactly one, of which one is always met": { oneOf: [true, { type: "string" }] },
  "of any, of which one is never met": { anyOf: [false, { type: "string" }] },
  "of a condition that is always met": { if: true, then: { type: "string" }, else: false },
  "of a condition without consequences": { if: { type: "string" } },
  "of two types that exclude each other": { allOf: [{ type: "string" }, { type: "number" }] },
  "of a list of itself": { type: "array", items: self },
  "of a dictionary of itself": { type: "object", additionalProperties: self },
  "of a text, or a list of itself": { anyOf: [{ type: "string" }, { type: "array", items: self }] },
  "of a tuple of itself": { prefixItems: [self, { type: "string" }], minItems: 2 },
  "of an object that holds itself": { type: "object", properties: { a: self, b: { items: self } } },
  "of itself under a negation": { properties: { a: { not: self } } },
});

const rows = Object.keys(schemasWith({})).map((what, index) => {
  const schema = schemasWith({ $ref: `#/components/schemas/P${index}` })[what];
  return { what, name: `P${index}`, schema };
});

describe("a schema", async () => {
  const { texts } = await generateSchemas(
    Object.fromEntries(rows.map(({ name, schema }) => [name, schema])),
    { outputs: ["models", "guards", "openapi"], format: "none" },
  );
  const errors = [...compileTexts(texts, strictest), ...compileErrors(texts)];

  it.each(rows)("$what gives types and guards that compile", ({ name }) => {
    const paths = ["models", "guards"].map((folder) => `${folder}/${name.toLowerCase()}.ts`);
    expect(Object.keys(texts)).toEqual(expect.arrayContaining(paths));
    expect(errors.filter((error) => paths.some((path) => error.startsWith(path)))).toEqual([]);
  });

  it("gives an openapi.ts and an index that compile", () => {
    expect(texts["openapi.ts"]).toContain("P0:");
    expect(errors).toEqual([]);
  });
});

describe("a package that does not compile", () => {
  const wrong = { "src/b.ts": "export const b: string = 1;\n" };

  it("is found with TypeScript 7, with its row", () => {
    expect(compileRows({ right: { "src/a.ts": "export const a = 1;\n" }, wrong })).toEqual([
      expect.stringMatching(/^wrong: src\/b\.ts\(1,14\): error TS2322: /),
    ]);
  });

  it("is found with TypeScript 5.9", () => {
    expect(compileErrors(wrong)).toEqual([expect.stringMatching(/^src\/b\.ts:1:14 TS2322: /)]);
  });
});

/** Settings under which other things are errors than under the strictest. */
const settings: Readonly<Record<string, CompilerSettings>> = {
  "the strictest settings": strictest,
  "no strictness": { ...strictest, strict: false, exactOptionalPropertyTypes: false },
  "a bundler's settings": {
    ...strictest,
    module: "preserve",
    moduleResolution: "bundler",
    target: "esnext",
    lib: ["esnext", "dom"],
  },
};

/** A program that looks at a result. */
const program = `import { BatchSchema } from "./index.js";
const result = BatchSchema.validate(null);
export const text: string =
  result.issues === undefined ? result.value.id : result.issues.map((issue) => issue.message).join();
const { value, issues } = result;
export const both: readonly unknown[] = [value?.id, issues?.length];
`;

describe.each([
  ["all of spec/openapi.yaml, and a program that looks at a result", "spec/openapi.yaml", program],
  ["all of test/fixtures/keywords-3.1.yaml", "test/fixtures/keywords-3.1.yaml", "export {};\n"],
])("%s", async (_what, path, user) => {
  const text = await readFile(new URL(`../../${path}`, import.meta.url), "utf8");
  const outputs = ["models", "guards", "json-schema"] as const;
  const { texts } = await generatePackage(text, { outputs, format: "none" });
  const files = { ...texts, "program.ts": user };

  it.each(Object.entries(settings))("compiles with %s", (_settings, options) => {
    expect(compileTexts(files, options)).toEqual([]);
  });

  it("compiles with TypeScript 5.9", () => {
    expect(compileErrors(files)).toEqual([]);
  });
});
