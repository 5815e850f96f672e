import type { Json } from "../../generator/core/json.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, expectTypeOf, test } from "vitest";
import * as batch from "../../generated/src/json-schema/batch.js";
import { MetadataJsonSchema } from "../../generated/src/json-schema/metadata.js";
import type { JsonSchema } from "../../generated/src/runtime/index.js";
import { documentOf } from "../oracle/keywords/document.js";
import { inMemory, loadJsonSchemas, loadPackage } from "../support/load-package.js";

const $schema = "https://json-schema.org/draft/2020-12/schema";
const config = { outputs: ["models", "guards", "json-schema"] as const };

interface Row {
  readonly what: string;
  readonly version?: string;
  readonly schemas: Readonly<Record<string, Json>>;
  /** JSON Schemas by the names of their models. */
  readonly becomes: Readonly<Record<string, object>>;
}

const text = { type: "string" };

const table: readonly Row[] = [
  {
    what: "annotations stay, but for `discriminator` and extensions",
    schemas: {
      A: {
        title: "An A",
        description: "Text.",
        deprecated: true,
        readOnly: true,
        default: "x",
        format: "email",
        examples: ["x"],
        type: "string",
        discriminator: { propertyName: "kind" },
        "x-internal": 1,
      },
    },
    becomes: {
      A: {
        title: "An A",
        description: "Text.",
        deprecated: true,
        readOnly: true,
        default: "x",
        format: "email",
        examples: ["x"],
        type: "string",
      },
    },
  },
  {
    what: "what OpenAPI 3.0 has of its own is upgraded",
    version: "3.0.4",
    schemas: {
      A: { type: "number", nullable: true, minimum: 0, exclusiveMinimum: true, example: 1 },
      B: { type: "object", nullable: true, properties: { a: text } },
    },
    becomes: {
      A: { examples: [1], type: ["number", "null"], exclusiveMinimum: 0 },
      B: {
        anyOf: [{ $ref: "#/$defs/BValue" }, { type: "null" }],
        $defs: { BValue: { type: "object", properties: { a: text } } },
      },
    },
  },
  {
    what: "models are references, those inside and those elsewhere, and theirs come along",
    schemas: {
      A: {
        type: "object",
        properties: { b: { $ref: "#/components/schemas/B", description: "Its B." } },
      },
      B: { type: "array", items: { type: "object", properties: { c: { enum: ["x", "y"] } } } },
    },
    becomes: {
      A: {
        type: "object",
        properties: { b: { description: "Its B.", $ref: "#/$defs/B" } },
        $defs: {
          B: { type: "array", items: { $ref: "#/$defs/BItem" } },
          BItem: { type: "object", properties: { c: { $ref: "#/$defs/BItemC" } } },
          BItemC: { enum: ["x", "y"] },
        },
      },
      BItemC: { enum: ["x", "y"] },
    },
  },
  {
    what: "schemas that lead back to themselves, or to each other, are among their definitions",
    schemas: {
      A: { type: "object", properties: { b: { $ref: "#/components/schemas/B" } } },
      B: { type: "object", properties: { a: { $ref: "#/components/schemas/A" } } },
    },
    becomes: {
      A: {
        type: "object",
        properties: { b: { $ref: "#/$defs/B" } },
        $defs: {
          B: { type: "object", properties: { a: { $ref: "#/$defs/A" } } },
          A: { type: "object", properties: { b: { $ref: "#/$defs/B" } } },
        },
      },
    },
  },
  {
    what: "a `$dynamicRef` is a reference to what it was settled to, beside a `$ref` in `allOf`",
    schemas: {
      A: { $dynamicRef: "#/components/schemas/B" },
      B: { type: "integer" },
      C: { type: "number" },
      D: { $ref: "#/components/schemas/B", $dynamicRef: "#/components/schemas/C", allOf: [text] },
    },
    becomes: {
      A: { $ref: "#/$defs/B", $defs: { B: { type: "integer" } } },
      D: {
        $ref: "#/$defs/B",
        allOf: [text, { $ref: "#/$defs/C" }],
        $defs: { B: { type: "integer" }, C: { type: "number" } },
      },
    },
  },
  {
    what: "booleans are objects where a schema stands alone",
    schemas: { Any: true, None: false, Items: { prefixItems: [true, false] } },
    becomes: { Any: {}, None: { not: {} }, Items: { prefixItems: [true, false] } },
  },
  {
    what: "what validators refuse is said in another way",
    schemas: {
      A: { enum: [], required: ["a", "a"], dependentRequired: { a: ["b", "b"] }, not: text },
    },
    becomes: {
      A: {
        not: {},
        required: ["a"],
        dependentRequired: { a: ["b"] },
        allOf: [{ not: text }],
      },
    },
  },
  {
    what: "names and values are only that, whatever they are",
    schemas: {
      A: {
        const: JSON.parse('{ "__proto__": "*/" }') as Json,
        properties: JSON.parse('{ "__proto__": { "type": "string" }, "$ref": true }') as Json,
      },
      "Caf\u00e9": text,
      B: { $ref: "#/components/schemas/Caf%C3%A9" },
    },
    becomes: {
      A: {
        const: JSON.parse('{ "__proto__": "*/" }') as Json,
        properties: JSON.parse('{ "__proto__": { "type": "string" }, "$ref": true }') as Json,
      },
      B: { $ref: "#/$defs/Caf%C3%A9", $defs: { "Caf\u00e9": text } },
    },
  },
  {
    what: "requests and responses have schemas of their own, where they differ",
    schemas: {
      A: {
        type: "object",
        required: ["id", "b"],
        properties: {
          id: { type: "string", readOnly: true },
          b: { $ref: "#/components/schemas/B" },
        },
      },
      B: { type: "object", properties: { key: { type: "string", writeOnly: true } } },
    },
    becomes: {
      ARequest: {
        type: "object",
        properties: { b: { $ref: "#/$defs/B" } },
        required: ["b"],
        $defs: { B: { type: "object", properties: { key: { type: "string", writeOnly: true } } } },
      },
      AResponse: {
        type: "object",
        properties: { id: { type: "string", readOnly: true }, b: { $ref: "#/$defs/BResponse" } },
        required: ["id", "b"],
        $defs: { BResponse: { type: "object", properties: {} } },
      },
    },
  },
];

describe("in the JSON Schemas of a package", () => {
  test.each(table)("$what", async ({ version = "3.1.0", schemas, becomes }) => {
    const document = documentOf(version, Object.entries(schemas));
    const schemaOf = await loadJsonSchemas(await loadPackage({ ...inMemory(document), config }));
    for (const [name, wanted] of Object.entries(becomes)) {
      expect(JSON.parse(JSON.stringify(schemaOf(name)))).toStrictEqual({ $schema, ...wanted });
    }
  });
});

describe("BatchJsonSchema", () => {
  test("is taken by Ajv in its strict mode, and tells a batch from something else", () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
      batch.BatchJsonSchema,
    );
    const [example] = batch.BatchJsonSchema.examples as readonly object[];
    expect(validate(example)).toBe(true);
    expect(validate({ ...example, status: "gone" })).toBe(false);
  });

  test("has a type with which one can look into it", () => {
    expectTypeOf(batch.BatchJsonSchema).toEqualTypeOf<JsonSchema>();
    expect(batch.BatchJsonSchema.required).toContain("input_file_id");
    expect(batch.BatchJsonSchema.properties?.status).toEqual({ $ref: "#/$defs/BatchStatus" });
  });

  test("shares what it refers to with other schemas", () => {
    const { $defs } = batch.BatchJsonSchema;
    expect(Object.keys($defs ?? {})).toEqual([
      "BatchStatus",
      "Errors",
      "BatchError",
      "Metadata",
      "BatchRequestCounts",
      "BatchUsage",
      "InputTokensDetails",
      "OutputTokensDetails",
    ]);
    expect(batch.BatchJsonSchema.$defs).toBe($defs);
    expect(batch.ErrorsJsonSchema.$defs?.BatchError).toBe($defs?.BatchError);
    expect($defs?.Metadata).not.toHaveProperty("$schema");
    expect(MetadataJsonSchema).toEqual({ $schema, ...$defs?.Metadata });
  });
});
