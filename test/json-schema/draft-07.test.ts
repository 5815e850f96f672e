import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { toDraft07 } from "../../generator/runtime/draft-07.js";
import type { JsonSchema } from "../../generator/runtime/json-schema.js";

const $schema = "http://json-schema.org/draft-07/schema#";

interface Row {
  readonly what: string;
  readonly schema: JsonSchema;
  readonly becomes: object;
}

const text = { type: "string" };
const number = { type: "number" };

/** Keywords as the names of something else, where they mean nothing. */
const names = {
  $ref: "#/nowhere",
  $id: "x",
  items: [{ prefixItems: [] }],
  unevaluatedProperties: false,
  $defs: {},
};

const table: readonly Row[] = [
  {
    what: "what both versions have stays, and so does what neither has",
    schema: {
      title: "T",
      description: "D",
      type: ["string", "null"],
      format: "email",
      deprecated: true,
      readOnly: true,
      contentMediaType: "application/json",
      discriminator: { propertyName: "kind", mapping: { a: "#/$defs/A" } },
      xml: { name: "x" },
      externalDocs: { url: "https://example.com" },
      "x-internal": names,
      constructor: 1,
    },
    becomes: {
      title: "T",
      description: "D",
      type: ["string", "null"],
      format: "email",
      deprecated: true,
      readOnly: true,
      contentMediaType: "application/json",
      discriminator: { propertyName: "kind", mapping: { a: "#/$defs/A" } },
      xml: { name: "x" },
      externalDocs: { url: "https://example.com" },
      "x-internal": names,
      constructor: 1,
    },
  },
  {
    what: "values are no schemas",
    schema: { enum: [names], const: names, default: names, examples: [names], example: names },
    becomes: { enum: [names], const: names, default: names, examples: [names], example: names },
  },
  {
    what: "names of properties, of patterns and of definitions are no keywords",
    schema: {
      properties: { $ref: text, items: { prefixItems: [text] }, unevaluatedItems: true },
      patternProperties: { $id: text },
      $defs: { $defs: text, maxContains: { $ref: "#/$defs/$defs" } },
    },
    becomes: {
      properties: { $ref: text, items: { items: [text] }, unevaluatedItems: true },
      patternProperties: { $id: text },
      definitions: { $defs: text, maxContains: { $ref: "#/definitions/$defs" } },
    },
  },
  {
    what: "`__proto__` is a name like any other",
    schema: JSON.parse(`{
      "properties": { "__proto__": { "$ref": "#/$defs/__proto__" } },
      "$defs": { "__proto__": { "const": { "__proto__": 1 } } }
    }`) as JsonSchema,
    becomes: JSON.parse(`{
      "properties": { "__proto__": { "$ref": "#/definitions/__proto__" } },
      "definitions": { "__proto__": { "const": { "__proto__": 1 } } }
    }`) as object,
  },
  {
    what: "members that are undefined are none",
    schema: { dependencies: undefined, contains: undefined, minContains: 2, not: text },
    becomes: { not: text },
  },
  {
    what: "`$schema` is that of draft-07, and `$id` stays",
    schema: { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:a", not: text },
    becomes: { $id: "urn:a", not: text },
  },
  {
    what: "every schema in a schema is converted",
    schema: {
      allOf: [{ prefixItems: [text] }, true],
      anyOf: [{ prefixItems: [text] }],
      oneOf: [{ prefixItems: [text] }],
      not: { prefixItems: [text] },
      if: { prefixItems: [text] },
      then: { prefixItems: [text] },
      else: { prefixItems: [text] },
      contains: { prefixItems: [text] },
      additionalProperties: { prefixItems: [text] },
      propertyNames: { prefixItems: [text] },
      patternProperties: { "^a": { prefixItems: [text] } },
    },
    becomes: {
      allOf: [{ items: [text] }, true],
      anyOf: [{ items: [text] }],
      oneOf: [{ items: [text] }],
      not: { items: [text] },
      if: { items: [text] },
      then: { items: [text] },
      else: { items: [text] },
      contains: { items: [text] },
      additionalProperties: { items: [text] },
      propertyNames: { items: [text] },
      patternProperties: { "^a": { items: [text] } },
    },
  },
  {
    what: "a reference beside nothing stays alone, others go to `allOf`",
    schema: {
      $ref: "#/$defs/A",
      $defs: { A: { allOf: [text], description: "An A.", $ref: "#/$defs/B" }, B: { $ref: "#" } },
    },
    becomes: {
      definitions: {
        A: { allOf: [text, { $ref: "#/definitions/B" }], description: "An A." },
        B: { $ref: "#" },
      },
      allOf: [{ $ref: "#/definitions/A" }],
    },
  },
  {
    what: "references go where the schemas went, whatever these are called",
    schema: {
      prefixItems: [{ $ref: "#/items" }, true],
      items: { $ref: "#/prefixItems/1" },
      properties: {
        a: { $ref: "#/dependentSchemas/a%20b~1c%23%25~0" },
        b: { $ref: "#/$defs/C/definitions/caf\u00e9" },
      },
      dependentSchemas: { "a b/c#%~": text },
      $defs: { C: { definitions: { "caf\u00e9": number } } },
    },
    becomes: {
      items: [{ $ref: "#/additionalItems" }, true],
      additionalItems: { $ref: "#/items/1" },
      properties: {
        a: { $ref: "#/dependencies/a%20b~1c%23%25~0" },
        b: { $ref: "#/definitions/C/definitions/caf%C3%A9" },
      },
      dependencies: { "a b/c#%~": text },
      definitions: { C: { definitions: { "caf\u00e9": number } } },
    },
  },
  {
    what: "anchors are replaced by pointers, and a `$dynamicRef` within one file is a `$ref`",
    schema: {
      $dynamicAnchor: "node",
      properties: { a: { $ref: "#text" }, b: { $dynamicRef: "#node" }, c: { $anchor: "text" } },
      not: { $ref: "#/properties/a", $dynamicRef: "#text" },
    },
    becomes: {
      properties: { a: { $ref: "#/properties/c" }, b: { $ref: "#" }, c: {} },
      not: { allOf: [{ $ref: "#/properties/a" }, { $ref: "#/properties/c" }] },
    },
  },
  {
    what: "items are `items` and `additionalItems`",
    schema: {
      allOf: [
        { items: text },
        { prefixItems: [text, number] },
        { prefixItems: [text], items: false },
        { prefixItems: [], items: number },
      ],
    },
    becomes: {
      allOf: [
        { items: text },
        { items: [text, number] },
        { items: [text], additionalItems: false },
        { items: number },
      ],
    },
  },
  {
    what: "both keywords for dependents are `dependencies`, the second one in `allOf`",
    schema: {
      properties: {
        a: { dependentRequired: { a: ["b"] } },
        b: { dependentSchemas: { a: { prefixItems: [text] } } },
        c: { dependentRequired: { a: ["b"] }, dependentSchemas: { a: text }, allOf: [true] },
        d: { $ref: "#/properties/c/dependentSchemas/a" },
      },
    },
    becomes: {
      properties: {
        a: { dependencies: { a: ["b"] } },
        b: { dependencies: { a: { items: [text] } } },
        c: { dependencies: { a: ["b"] }, allOf: [true, { dependencies: { a: text } }] },
        d: { $ref: "#/properties/c/allOf/1/dependencies/a" },
      },
    },
  },
  {
    what: "what only draft-07 would heed is left out",
    schema: { type: "object", dependencies: { a: ["b"] }, additionalItems: false },
    becomes: { type: "object" },
  },
  {
    what: "what restricts nothing is left out, where draft-07 does not have it",
    schema: {
      contentSchema: { unevaluatedProperties: false },
      allOf: [
        { contains: text, minContains: 0 },
        { minContains: 2, maxContains: 1 },
      ],
    },
    becomes: { allOf: [{}, {}] },
  },
  {
    what: "`minContains: 1` is what `contains` means",
    schema: { contains: text, minContains: 1 },
    becomes: { contains: text },
  },
  {
    what: "`unevaluated…` is `additional…` where nothing else evaluates, or nothing at all",
    schema: {
      oneOf: [
        { properties: { a: text }, unevaluatedProperties: false },
        { additionalProperties: text, unevaluatedProperties: false },
        { $ref: "#/oneOf/0", unevaluatedProperties: {} },
        { unevaluatedItems: text },
        { prefixItems: [text], unevaluatedItems: number },
        { items: text, contains: text, unevaluatedItems: false },
        { contains: text, unevaluatedItems: true },
      ],
    },
    becomes: {
      oneOf: [
        { properties: { a: text }, additionalProperties: false },
        { additionalProperties: text },
        { $ref: "#/oneOf/0" },
        { items: text },
        { items: [text], additionalItems: number },
        { items: text, contains: text },
        { contains: text },
      ],
    },
  },
];

/** A schema that cannot be converted, the keyword because of which, and its place. */
const impossible: readonly (readonly [schema: object, keyword: string, place: string])[] = [
  [{ $schema: "https://example.com/dialect" }, "$schema", "#/$schema"],
  [{ $defs: { A: { $id: "a" } } }, "$id", "#/$defs/A/$id"],
  [{ $anchor: "a", items: { $ref: "/a" } }, "$ref", "#/items/$ref"],
  [{ not: { $ref: "#/$defs/A" } }, "$ref", "#/not/$ref"],
  [{ not: { $ref: "#/$defs/%" }, $defs: { "%": text } }, "$ref", "#/not/$ref"],
  [{ not: { $ref: "#/enum/0" }, enum: [text] }, "$ref", "#/not/$ref"],
  [{ not: { $dynamicRef: "#a" } }, "$dynamicRef", "#/not/$dynamicRef"],
  [{ contains: text, minContains: 2 }, "minContains", "#/minContains"],
  [{ contains: text, maxContains: 2 }, "maxContains", "#/maxContains"],
  [{ contains: text, unevaluatedItems: false }, "unevaluatedItems", "#/unevaluatedItems"],
  [{ allOf: [text], unevaluatedItems: text }, "unevaluatedItems", "#/unevaluatedItems"],
  ...["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "if", "dependentSchemas"].map(
    (keyword) =>
      [
        { properties: { "a/\u001b": { [keyword]: {}, unevaluatedProperties: false } } },
        "unevaluatedProperties",
        "#/properties/a~1%1B/unevaluatedProperties",
      ] as const,
  ),
  [{ anyOf: text }, "anyOf", "#/anyOf"],
  [{ properties: { a: "string" } }, "properties", "#/properties/a"],
  [{ $defs: [text] }, "$defs", "#/$defs"],
  [{ prefixItems: text }, "prefixItems", "#/prefixItems"],
  [{ patternProperties: { "\ud800": 1 } }, "patternProperties", "#/patternProperties/%EF%BF%BD"],
];

describe("a JSON Schema of version 2020-12, in draft-07", () => {
  test.each(table)("$what", ({ schema, becomes }) => {
    const before = JSON.stringify(schema);
    const result = toDraft07(schema);
    expect(result).toStrictEqual({ $schema, ...becomes });
    expect(Object.keys(result)[0]).toBe("$schema");
    expect(JSON.stringify(schema)).toBe(before);
    const ajv = new Ajv({ strict: false, validateFormats: false });
    expect(ajv.validateSchema(result), ajv.errorsText()).toBe(true);
  });

  test.each(impossible)("%j is impossible because of `%s` at %s", (schema, keyword, place) => {
    // Some of them are malformed.
    expect(() => toDraft07(schema as JsonSchema)).toThrow(
      `The JSON Schema cannot be converted to draft-07: it has no equivalent for \`${keyword}\` at ${place}. Use draft-2020-12, or a schema without it.`,
    );
  });

  test("is converted however deep it is", () => {
    let schema: JsonSchema = { prefixItems: [text] };
    for (let depth = 0; depth < 5_000; depth += 1) schema = { not: schema };
    let result: JsonSchema = toDraft07(schema);
    // The row of `not` says what it holds.
    for (let depth = 0; depth < 5_000; depth += 1) result = result.not as JsonSchema;
    expect(result).toEqual({ items: [text] });
  });
});
