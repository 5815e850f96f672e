import type { Json, JsonObject } from "../../generator/core/json.js";
import { describe, expect, it } from "vitest";
import {
  componentOf,
  reconcilable,
  shownChanges,
  shownLeft,
  type ComponentSample,
} from "./reconciled.js";

interface Case {
  readonly title: string;
  readonly openapi?: string;
  /** The component `A`, or all of them where `A` is among their names. */
  readonly schemas: JsonObject;
  readonly samples: readonly ComponentSample[];
  readonly changes: readonly string[];
  /** What becomes of the component `A`. */
  readonly becomes: Json;
}

const property = (schema: JsonObject): JsonObject => ({
  type: "object",
  properties: { p: schema },
});

const cases: readonly Case[] = [
  {
    title: "null for a type",
    schemas: { A: property({ type: "string" }) },
    samples: [["A", { p: null }]],
    changes: ["/A/properties/p: accept null"],
    becomes: property({ type: ["string", "null"] }),
  },
  {
    title: "null for several types",
    schemas: { A: property({ type: ["string", "integer"] }) },
    samples: [["A", { p: null }]],
    changes: ["/A/properties/p: accept null"],
    becomes: property({ type: ["string", "integer", "null"] }),
  },
  {
    title: "null for listed values",
    schemas: { A: property({ type: "string", enum: ["a", "b"] }) },
    samples: [["A", { p: null }]],
    changes: ["/A/properties/p: accept null"],
    becomes: property({ enum: ["a", "b", null], type: ["string", "null"] }),
  },
  {
    title: "null for a constant",
    schemas: { A: property({ const: "a" }) },
    samples: [["A", { p: null }]],
    changes: ["/A/properties/p: accept null"],
    becomes: property({ enum: ["a", null] }),
  },
  {
    title: "null for alternatives",
    schemas: { A: property({ anyOf: [{ type: "string" }, { type: "integer" }] }) },
    samples: [["A", { p: null }]],
    changes: ["/A/properties/p: accept null"],
    becomes: property({ anyOf: [{ type: "string" }, { type: "integer" }, { type: "null" }] }),
  },
  {
    title: "null for exclusive alternatives",
    schemas: { A: property({ oneOf: [{ type: "string" }, { type: "object" }] }) },
    samples: [["A", { p: null }]],
    changes: ["/A/properties/p: accept null"],
    becomes: property({ oneOf: [{ type: "string" }, { type: "object" }, { type: "null" }] }),
  },
  {
    title: "null where a dynamic reference is used",
    schemas: {
      A: {
        $id: "https://example.com/a",
        $dynamicAnchor: "item",
        ...property({ $dynamicRef: "#item" }),
      },
      B: {
        $id: "https://example.com/b",
        $dynamicAnchor: "item",
        $ref: "https://example.com/a",
        required: ["p"],
      },
    },
    samples: [["B", { p: null }]],
    changes: ["/A/properties/p: accept null"],
    becomes: {
      $id: "https://example.com/a",
      $dynamicAnchor: "item",
      ...property({ anyOf: [{ $dynamicRef: "#item" }, { type: "null" }] }),
    },
  },
  {
    title: "null for a property that is called like a keyword",
    schemas: { A: { type: "object", properties: { propertyNames: { type: "string" } } } },
    samples: [["A", { propertyNames: null }]],
    changes: ["/A/properties/propertyNames: accept null"],
    becomes: { type: "object", properties: { propertyNames: { type: ["string", "null"] } } },
  },
  {
    title: "null where a component is used",
    schemas: {
      A: property({ $ref: "#/components/schemas/B", description: "A use." }),
      B: { type: "string" },
    },
    samples: [["A", { p: null }]],
    changes: ["/A/properties/p: accept null"],
    becomes: property({
      description: "A use.",
      anyOf: [{ $ref: "#/components/schemas/B" }, { type: "null" }],
    }),
  },
  {
    title: "null for what has several parts",
    schemas: {
      A: property({ allOf: [{ $ref: "#/components/schemas/B" }], title: "T", maxLength: 3 }),
      B: { type: "string" },
    },
    samples: [["A", { p: null }]],
    changes: ["/A/properties/p: accept null"],
    becomes: property({
      title: "T",
      anyOf: [{ allOf: [{ $ref: "#/components/schemas/B" }], maxLength: 3 }, { type: "null" }],
    }),
  },
  {
    title: "null as an item",
    schemas: { A: { type: "array", items: { type: "string" } } },
    samples: [["A", ["a", null]]],
    changes: ["/A/items: accept null"],
    becomes: { type: "array", items: { type: ["string", "null"] } },
  },
  {
    title: "null as any member",
    schemas: { A: { type: "object", additionalProperties: { type: "integer" } } },
    samples: [["A", { x: null }]],
    changes: ["/A/additionalProperties: accept null"],
    becomes: { type: "object", additionalProperties: { type: ["integer", "null"] } },
  },
  {
    title: "null as the whole value",
    schemas: { A: { type: "string" } },
    samples: [["A", null]],
    changes: ["/A: accept null"],
    becomes: { type: ["string", "null"] },
  },
  {
    title: "null for a type, in OpenAPI 3.0",
    openapi: "3.0.3",
    schemas: { A: property({ type: "string" }) },
    samples: [["A", { p: null }]],
    changes: ["/A/properties/p: accept null"],
    becomes: property({ type: "string", nullable: true }),
  },
  {
    title: "null for listed values, in OpenAPI 3.0",
    openapi: "3.0.3",
    schemas: { A: property({ type: "string", enum: ["a"] }) },
    samples: [["A", { p: null }]],
    changes: ["/A/properties/p: accept null"],
    becomes: property({ type: "string", enum: ["a", null], nullable: true }),
  },
  {
    title: "null where a component is used, in OpenAPI 3.0",
    openapi: "3.0.3",
    schemas: { A: property({ $ref: "#/components/schemas/B" }), B: { type: "string" } },
    samples: [["A", { p: null }]],
    changes: ["/A/properties/p: accept null"],
    becomes: property({ allOf: [{ $ref: "#/components/schemas/B" }], nullable: true }),
  },
  {
    title: "a required property that is not sent",
    schemas: { A: { type: "object", required: ["a", "b"] } },
    samples: [["A", { a: 1 }]],
    changes: ['/A: do not require "b"'],
    becomes: { type: "object", required: ["a"] },
  },
  {
    title: "required properties of which none is sent",
    schemas: { A: { type: "object", required: ["a", "b"] } },
    samples: [["A", {}]],
    changes: ['/A: do not require "a" and "b"'],
    becomes: { type: "object" },
  },
  {
    title: "values that are not listed",
    schemas: { A: { type: "string", enum: ["a"] } },
    samples: [
      ["A", "c"],
      ["A", "b"],
    ],
    changes: ['/A: accept "b" and "c"'],
    becomes: { type: "string", enum: ["a", "b", "c"] },
  },
  {
    title: "another constant",
    schemas: { A: { const: 1 } },
    samples: [["A", 2]],
    changes: ["/A: accept 2"],
    becomes: { enum: [1, 2] },
  },
  {
    title: "many values that are not listed",
    schemas: { A: { enum: ["a"] } },
    samples: ["b", "c", "d", "e", "f"].map((value) => ["A", value]),
    changes: ["/A: accept any string, since at least 5 are not in the list"],
    becomes: { type: "string" },
  },
  {
    title: "a fraction",
    schemas: { A: { type: "integer" } },
    samples: [["A", 0.5]],
    changes: ["/A: accept numbers with a fraction"],
    becomes: { type: "number" },
  },
  {
    title: "a fraction and null",
    schemas: { A: { type: ["integer", "string"] } },
    samples: [
      ["A", 0.5],
      ["A", null],
    ],
    changes: ["/A: accept numbers with a fraction", "/A: accept null"],
    becomes: { type: ["string", "number", "null"] },
  },
  ...(
    [
      ["minimum", { minimum: 3 }, [2, 1], { minimum: 1 }, 1],
      ["maximum", { maximum: 3 }, [4.5, 4], { maximum: 4.5 }, 4.5],
      ["exclusiveMinimum", { exclusiveMinimum: 3 }, [3], { minimum: 3 }, 3],
      ["exclusiveMaximum", { exclusiveMaximum: 3 }, [4], { maximum: 4 }, 4],
      ["minLength", { minLength: 3 }, ["😀"], { minLength: 1 }, 1],
      ["maxLength", { maxLength: 3 }, ["abcde"], { maxLength: 5 }, 5],
      ["minItems", { minItems: 3 }, [[]], { minItems: 0 }, 0],
      ["maxItems", { maxItems: 1 }, [[1, 2]], { maxItems: 2 }, 2],
      ["minProperties", { minProperties: 1 }, [{}], { minProperties: 0 }, 0],
      ["maxProperties", { maxProperties: 0 }, [{ a: 1 }], { maxProperties: 1 }, 1],
    ] as const
  ).map(([keyword, schema, values, becomes, limit]): Case => ({
    title: `what goes beyond ${keyword}`,
    schemas: { A: schema },
    samples: values.map((value) => ["A", value]),
    changes: [`/A: loosen \`${keyword}\` to ${limit}`],
    becomes,
  })),
  {
    title: "an exclusive bound, in OpenAPI 3.0",
    openapi: "3.0.3",
    schemas: { A: { type: "number", minimum: 0, exclusiveMinimum: true } },
    samples: [["A", -1]],
    changes: ["/A: loosen `exclusiveMinimum` to -1"],
    becomes: { type: "number", minimum: -1 },
  },
  {
    title: "a property that is not allowed",
    schemas: { A: { type: "object", additionalProperties: false } },
    samples: [["A", { extra: [1] }]],
    changes: ['/A: allow the property "extra"'],
    becomes: { type: "object", additionalProperties: false, properties: { extra: {} } },
  },
  {
    title: "more than one alternative",
    schemas: { A: { oneOf: [{ type: "string" }, { maxLength: 3 }] } },
    samples: [["A", "a"]],
    changes: ["/A: accept values that match several alternatives: replace `oneOf` by `anyOf`"],
    becomes: { anyOf: [{ type: "string" }, { maxLength: 3 }] },
  },
  {
    title: "what comes up only after a first change",
    schemas: {
      A: {
        type: "object",
        properties: { p: { oneOf: [{ type: "string" }, { type: "string", maxLength: 1 }] } },
        required: ["q"],
      },
    },
    samples: [["A", { p: "a" }]],
    changes: [
      "/A/properties/p: accept values that match several alternatives: replace `oneOf` by `anyOf`",
      '/A: do not require "q"',
    ],
    becomes: {
      type: "object",
      properties: { p: { anyOf: [{ type: "string" }, { type: "string", maxLength: 1 }] } },
    },
  },
  {
    title: "null inside of what accepts null, too",
    schemas: {
      A: property({ $ref: "#/components/schemas/B" }),
      B: property({ allOf: [{ type: "string" }] }),
    },
    samples: [
      ["A", { p: null }],
      ["A", { p: { p: null } }],
    ],
    changes: ["/A/properties/p: accept null", "/B/properties/p: accept null"],
    becomes: property({ anyOf: [{ $ref: "#/components/schemas/B" }, { type: "null" }] }),
  },
  {
    title: "the alternative that constants point to, not the one with the fewest issues",
    schemas: {
      A: {
        anyOf: [
          { type: "object", required: ["kind"], properties: { kind: { const: "x" } } },
          {
            type: "object",
            required: ["kind", "a", "b", "c"],
            properties: { kind: { const: "y" } },
          },
          { type: "string" },
        ],
      },
    },
    samples: [["A", { kind: "y", a: 1 }]],
    changes: ['/A/anyOf/1: do not require "b" and "c"'],
    becomes: {
      anyOf: [
        { type: "object", required: ["kind"], properties: { kind: { const: "x" } } },
        { type: "object", required: ["kind", "a"], properties: { kind: { const: "y" } } },
        { type: "string" },
      ],
    },
  },
];

describe("a document becomes wider", () => {
  it.each(cases)("for $title", async ({ schemas, openapi, samples, changes, becomes }) => {
    const document = await reconcilable(schemas, openapi);
    const result = document.run(samples);
    expect(shownLeft(result)).toEqual([]);
    expect(shownChanges(result)).toEqual(changes);
    expect(result.acceptedAfter).toBe(samples.length);
    const after = document.after(result);
    expect(componentOf(after, "A")).toEqual(becomes);
    const again = after.run(samples);
    expect(again).toMatchObject({ accepted: samples.length, changes: [], left: [] });
    expect(again.overlay).toBeUndefined();
  });

  it.each(cases)("in the same way every time: $title", async ({ schemas, openapi, samples }) => {
    const document = await reconcilable(schemas, openapi);
    const { overlay } = document.run(samples);
    expect(document.run(samples).overlay).toBe(overlay);
    expect((await reconcilable(schemas, openapi)).run(samples).overlay).toBe(overlay);
  });
});
