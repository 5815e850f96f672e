import { describe, expect, test } from "vitest";
import { resolvePointer } from "../../generator/core/pointer.js";
import type { Json, JsonObject } from "../../generator/core/json.js";
import { guardsInMemory, inMemory } from "../support/guards-in-memory.js";

type Row = readonly [keyword: string, schema: Json, value: Json];

const string = { type: "string" };

/** A value that breaks each keyword, as the document names it, and the keyword alone. */
const rows: readonly Row[] = [
  ["type", string, 1],
  ["enum", { enum: ["a", "b"] }, "c"],
  ["const", { const: "a" }, "c"],
  ["minimum", { type: "number", minimum: 1 }, 0],
  ["maximum", { type: "number", maximum: 1 }, 2],
  ["exclusiveMinimum", { type: "number", exclusiveMinimum: 1 }, 1],
  ["exclusiveMaximum", { type: "number", exclusiveMaximum: 1 }, 1],
  ["exclusiveMaximum", { type: "number", exclusiveMaximum: true, maximum: 1 }, 1],
  ["multipleOf", { type: "number", multipleOf: 2 }, 1],
  ["minLength", { type: "string", minLength: 1 }, ""],
  ["maxLength", { type: "string", maxLength: 1 }, "ab"],
  ["pattern", { type: "string", pattern: "^a" }, "b"],
  ["format", { type: "string", format: "uuid" }, "b"],
  ["format", { type: "integer", format: "int32" }, 1e10],
  ["minItems", { type: "array", minItems: 1 }, []],
  ["maxItems", { type: "array", maxItems: 0 }, [1]],
  ["uniqueItems", { type: "array", uniqueItems: true }, [1, 1]],
  ["items", { type: "array", items: false }, [1]],
  ["items", { type: "array", prefixItems: [string], items: false }, ["a", 1]],
  ["additionalItems", { type: "array", items: [string], additionalItems: false }, ["a", 1]],
  ["type", { type: "array", items: [string], additionalItems: string }, ["a", 1]],
  ["type", { type: "array", items: [string] }, [1]],
  ["prefixItems", { type: "array", prefixItems: [false] }, [1]],
  ["items", { type: "array", items: [false] }, [1]],
  ["unevaluatedItems", { prefixItems: [string], unevaluatedItems: false }, ["a", 1]],
  ["contains", { type: "array", contains: string }, [1]],
  ["minContains", { type: "array", contains: string, minContains: 2 }, ["a"]],
  ["maxContains", { type: "array", contains: string, maxContains: 1 }, ["a", "a"]],
  ["minContains", { type: "array", contains: true, minContains: 2 }, ["a"]],
  ["maxContains", { type: "array", contains: true, maxContains: 1 }, ["a", "a"]],
  ["required", { type: "object", required: ["a"] }, {}],
  ["minProperties", { type: "object", minProperties: 1 }, {}],
  ["maxProperties", { type: "object", maxProperties: 0 }, { a: 1 }],
  ["type", { type: "object", properties: { a: string } }, { a: 1 }],
  ["properties", { type: "object", properties: { a: false } }, { a: 1 }],
  ["patternProperties", { type: "object", patternProperties: { "^a": false } }, { a: 1 }],
  ["type", { type: "object", patternProperties: { "^a/~": string } }, { "a/~": 1 }],
  ["additionalProperties", { type: "object", additionalProperties: false }, { a: 1 }],
  ["unevaluatedProperties", { type: "object", unevaluatedProperties: false }, { a: 1 }],
  ["pattern", { type: "object", propertyNames: { pattern: "^b" } }, { a: 1 }],
  ["propertyNames", { type: "object", propertyNames: false }, { a: 1 }],
  ["dependentRequired", { type: "object", dependentRequired: { a: ["b"] } }, { a: 1 }],
  ["dependencies", { type: "object", dependencies: { a: ["b"] } }, { a: 1 }],
  ["dependencies", { type: "object", dependencies: { a: false } }, { a: 1 }],
  ["dependentSchemas", { type: "object", dependentSchemas: { a: false } }, { a: 1 }],
  ["required", { type: "object", dependentSchemas: { a: { required: ["b"] } } }, { a: 1 }],
  ["maximum", { allOf: [{ maximum: 1 }] }, 2],
  ["allOf", { allOf: [false] }, 2],
  ["anyOf", { anyOf: [] }, 2],
  ["anyOf", { anyOf: [string, { type: "boolean" }] }, 2],
  ["maximum", { anyOf: [string, { maximum: 1 }] }, 2],
  ["oneOf", { oneOf: [{ minimum: 1 }, { maximum: 3 }] }, 2],
  ["not", { not: string }, "a"],
  ["not", { not: {} }, "a"],
  ["required", { type: "object", if: {}, then: { required: ["a"] } }, {}],
  ["required", { type: "object", if: false, else: { required: ["a"] } }, {}],
  ["then", { type: "object", if: {}, then: false }, {}],
];

const schemas: JsonObject = Object.fromEntries(
  rows.map(([, schema], index) => [`Row${index}`, schema]),
);
const document = { openapi: "3.1.0", info: { title: "t", version: "1" }, components: { schemas } };
const loaded = await guardsInMemory({ ...inMemory(document), config: { formats: "assert" } });

describe("an issue names the keyword of the document, and where that is", () => {
  test.each(rows.map((row, index) => [...row, index] as const))(
    "%s in %j for %j",
    (keyword, _schema, value, index) => {
      const issues = loaded.guards(`Row${index}`).validate(value).issues ?? [];
      expect(issues.map((issue) => issue.keyword)).toEqual([keyword]);
      for (const { schemaPath } of issues) {
        const pointer = schemaPath.replace(/^#/, "");
        const found = resolvePointer(document, pointer);
        expect(found, schemaPath).toBeDefined();
        // Of a schema that is `false`, the keyword that holds it is named.
        expect(pointer.split("/").slice(found === false ? -2 : -1)).toContain(keyword);
      }
    },
  );
});
