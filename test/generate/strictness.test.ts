import { readFile } from "node:fs/promises";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { compileErrors } from "./compile.js";
import { generatePackage, generateSchemas } from "./package.js";

const self = { $ref: "#/components/schemas/P" };

/** Schemas of which little is left to check, or which contain themselves. */
const schemas: Readonly<Record<string, object | boolean>> = {
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
};

describe("a schema", () => {
  it.each(Object.entries(schemas))("%s gives a package that compiles", async (_what, schema) => {
    const { texts } = await generateSchemas({ P: schema }, { outputs: ["models", "guards"] });
    expect(compileErrors(texts)).toEqual([]);
  });

  it.each(Object.entries(schemas))(
    "%s gives an openapi.ts that compiles",
    async (_what, schema) => {
      const { texts } = await generateSchemas({ P: schema }, { outputs: ["models", "openapi"] });
      expect(texts).toHaveProperty(["openapi.ts"]);
      expect(compileErrors(texts)).toEqual([]);
    },
  );
});

/** Settings under which other things are errors than under the strictest. */
const settings: Readonly<Record<string, ts.CompilerOptions>> = {
  "the strictest settings": {},
  "no strictness": { strict: false, exactOptionalPropertyTypes: false },
  "a bundler's settings": {
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ESNext,
    lib: ["lib.esnext.full.d.ts"],
  },
};

describe.each(["spec/openapi.yaml", "test/fixtures/keywords-3.1.yaml"])("all of %s", (path) => {
  it.each(Object.entries(settings))("compiles with %s", async (_what, options) => {
    expect(compileErrors(await textsOf(path), options)).toEqual([]);
  });
});

describe("a program that looks at a result", () => {
  const program = `import { BatchSchema } from "./index.js";
    const result = BatchSchema.validate(null);
    export const text: string =
      result.issues === undefined ? result.value.id : result.issues.map((issue) => issue.message).join();
    const { value, issues } = result;
    export const both: readonly unknown[] = [value?.id, issues?.length];`;

  it.each(Object.entries(settings))("compiles with %s", async (_what, options) => {
    const texts = { ...(await textsOf("spec/openapi.yaml")), "program.ts": program };
    expect(compileErrors(texts, options)).toEqual([]);
  });
});

async function textsOf(path: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(new URL(`../../${path}`, import.meta.url), "utf8");
  const { texts } = await generatePackage(text, { outputs: ["models", "guards", "json-schema"] });
  return texts;
}
