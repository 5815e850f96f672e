import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expect, expectTypeOf, test } from "vitest";
import { BatchSchema, BatchStatusSchema, type Batch } from "../../generated/src/index.js";
import { BatchJsonSchema, BatchStatusJsonSchema } from "../../generated/src/json-schema/batch.js";
import type { ModelSchema } from "../../generator/runtime/schema.js";
import { withJsonSchema, type WithJsonSchema } from "../../generator/runtime/with-json-schema.js";
import { batch } from "../types/values.js";

const schema: WithJsonSchema<ModelSchema<Batch>> = withJsonSchema(BatchSchema, BatchJsonSchema);
const { jsonSchema } = schema["~standard"];

describe("a schema with its JSON Schema", () => {
  test("is a schema by both standards, and infers the model", () => {
    const standard: StandardSchemaV1<Batch> & StandardJSONSchemaV1<Batch> = schema;
    expect(standard).toBe(schema);
    expectTypeOf<StandardSchemaV1.InferOutput<typeof schema>>().toEqualTypeOf<Batch>();
    expectTypeOf<StandardJSONSchemaV1.InferInput<typeof schema>>().toEqualTypeOf<Batch>();
    expectTypeOf<StandardJSONSchemaV1.InferOutput<typeof schema>>().toEqualTypeOf<Batch>();
    expectTypeOf(jsonSchema).toExtend<StandardJSONSchemaV1.Converter>();
  });

  test("does all that it did without", () => {
    expectTypeOf(withJsonSchema(BatchSchema, BatchJsonSchema)).toExtend<typeof BatchSchema>();
    const value: unknown = batch;
    schema.assert(value);
    expectTypeOf(value).toEqualTypeOf<Batch>();
    expect(schema).toEqual({
      ...BatchSchema,
      "~standard": { ...BatchSchema["~standard"], jsonSchema },
    });
    expect(BatchSchema["~standard"]).not.toHaveProperty("jsonSchema");
    expect(schema["~standard"].validate({}).issues).not.toEqual([]);
  });

  test.each(["input", "output"] as const)("has the %s in both versions", (side) => {
    const { [side]: convert } = withJsonSchema(BatchStatusSchema, BatchStatusJsonSchema)[
      "~standard"
    ].jsonSchema;
    const { $schema, ...keywords } = BatchStatusJsonSchema;
    expect($schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(convert({ target: "draft-2020-12" })).toStrictEqual({ $schema, ...keywords });
    expect(convert({ target: "draft-07", libraryOptions: { a: 1 } })).toStrictEqual({
      $schema: "http://json-schema.org/draft-07/schema#",
      ...keywords,
    });
  });

  test("brings along all that it refers to", () => {
    const names = Object.keys(BatchJsonSchema.$defs ?? {});
    const recent = jsonSchema.input({ target: "draft-2020-12" });
    expect(recent).toEqual(BatchJsonSchema);
    expect(Object.getOwnPropertyDescriptor(recent, "$defs")).toHaveProperty("value");
    const { definitions, ...others } = jsonSchema.input({ target: "draft-07" });
    expect(Object.keys(Object(definitions) as object)).toEqual(names);
    expect(others).not.toHaveProperty("$defs");
    expect(JSON.stringify(others)).not.toContain("#/$defs/");
  });

  test.each(["draft-2020-12", "draft-07"])(
    "is the caller's own in %s, and may be changed",
    (target) => {
      const before = JSON.stringify(BatchJsonSchema);
      const changed = jsonSchema.input({ target });
      const pending: unknown[] = [changed];
      for (const value of pending) {
        if (typeof value !== "object" || value === null) continue;
        pending.push(...(Object.values(value) as unknown[]));
        for (const name of Object.keys(value))
          expect(Reflect.deleteProperty(value, name)).toBe(true);
      }
      expect(changed).toEqual({});
      expect(JSON.stringify(BatchJsonSchema)).toBe(before);
      expect(jsonSchema.output({ target })).not.toEqual({});
    },
  );

  test.each(["openapi-3.0", "draft-04", "toString"])("has no %s, and says so", (target) => {
    expect(() => jsonSchema.input({ target })).toThrow(
      `The JSON Schema target "${target}" is not supported. Use "draft-2020-12" or "draft-07".`,
    );
  });

  test("throws only once it is asked for what draft-07 does not have", () => {
    const { input } = withJsonSchema(BatchSchema, { contains: true, maxContains: 2 })["~standard"]
      .jsonSchema;
    expect(input({ target: "draft-2020-12" })).toEqual({ contains: true, maxContains: 2 });
    expect(() => input({ target: "draft-07" })).toThrow("no equivalent for `maxContains`");
  });
});
