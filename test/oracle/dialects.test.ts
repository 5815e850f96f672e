import { Ajv, type Options } from "ajv";
import { Ajv2019 } from "ajv/dist/2019.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../generator/core/json.js";
import { loadGuards } from "../../generator/validate/load-guards.js";
import { readDocument } from "../validate/read-document.js";
import { seed } from "./agreement.js";
import { anyJson } from "./instances/any-json.js";

const options: Options = {
  strict: false,
  logger: false,
  ownProperties: true,
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what the drafts say
  ignoreKeywordsWithRef: true,
};

const draft07 = "http://json-schema.org/draft-07/schema#";
const draft06 = "http://json-schema.org/draft-06/schema#";
const draft2019 = "https://json-schema.org/draft/2019-09/schema";

/** The dialects that Ajv knows, besides the newest. What is here of draft-06, draft-07 has as well. */
const dialects = {
  "http://json-schema.org/draft-07/schema#": (schema: object) => new Ajv(options).compile(schema),
  "http://json-schema.org/draft-06/schema#": (schema: object) =>
    new Ajv(options).compile({ ...schema, $schema: draft07 }),
  "https://json-schema.org/draft/2019-09/schema": (schema: object) =>
    new Ajv2019({ ...options, ignoreKeywordsWithRef: false }).compile(schema),
};

type DialectUri = keyof typeof dialects;

/** A schema in a dialect, and values that tell it from what the newest dialect makes of it. */
const rows: readonly (readonly [DialectUri, object, readonly Json[]])[] = [
  [draft07, { items: [{ type: "string" }, { type: "number" }] }, [[1], ["a"], ["a", 1, true]]],
  [draft07, { items: [{ type: "string" }], additionalItems: false }, [["a"], ["a", 1]]],
  [
    draft07,
    { items: [{ type: "string" }], additionalItems: { type: "number" } },
    [["a", 1], ["a", "b"], []],
  ],
  [draft07, { items: { type: "string" }, additionalItems: false }, [["a"], ["a", "b"], [1]]],
  [draft07, { additionalItems: false }, [[1]]],
  [draft07, { items: [true, false] }, [[1], [1, 2]]],
  [draft07, { dependencies: { a: ["b"] } }, [{ a: 1 }, { a: 1, b: 1 }, { b: 1 }, 1]],
  [
    draft07,
    { dependencies: { a: { required: ["c"] }, b: false, c: ["d", "e"] } },
    [{ a: 1 }, { a: 1, c: 1 }, { a: 1, c: 1, d: 1, e: 1 }, { b: 1 }],
  ],
  [
    draft07,
    { properties: { a: { $ref: "#/definitions/s" } }, definitions: { s: { type: "string" } } },
    [{ a: 1 }, { a: "a" }],
  ],
  [
    draft07,
    {
      $ref: "#/definitions/s",
      minLength: 9,
      definitions: { s: { type: "string" } },
    },
    ["a", 1],
  ],
  [
    draft07,
    { properties: { a: { $ref: "#/items/0" } }, items: [{ type: "string" }] },
    [{ a: 1 }, [1]],
  ],
  [
    draft07,
    { properties: { a: { $ref: "#name" } }, definitions: { s: { $id: "#name", type: "string" } } },
    [{ a: 1 }, { a: "a" }],
  ],
  [draft07, { dependentRequired: { a: ["b"] } }, [{ a: 1 }]],
  [draft07, { prefixItems: [{ type: "string" }], items: { type: "number" } }, [[1], ["a"]]],
  [draft07, { contains: { const: 1 }, minContains: 2 }, [[1], [1, 1], []]],
  [draft07, { unevaluatedProperties: false, properties: { a: true } }, [{ b: 1 }]],
  [draft07, { if: { type: "number" }, then: { minimum: 3 }, else: false }, [1, 3, "a"]],
  [draft06, { const: 1, propertyNames: { maxLength: 1 } }, [1, 2]],
  [draft06, { exclusiveMinimum: 1 }, [1, 2]],
  [draft06, { $ref: "#/definitions/s", minLength: 2, definitions: { s: {} } }, ["a"]],
  [draft2019, { items: [{ type: "string" }], additionalItems: false }, [["a"], ["a", 1]]],
  [draft2019, { items: [{ type: "string" }], unevaluatedItems: false }, [["a"], ["a", 1]]],
  [draft2019, { $ref: "#/$defs/s", minLength: 2, $defs: { s: { type: "string" } } }, ["a", "ab"]],
  [draft2019, { dependentSchemas: { a: { required: ["b"] } } }, [{ a: 1 }, { a: 1, b: 1 }]],
  [
    draft2019,
    { properties: { child: { $recursiveRef: "#" } }, additionalProperties: false },
    [{ child: {} }, { child: { other: 1 } }],
  ],
  [
    draft2019,
    {
      $recursiveAnchor: true,
      $ref: "tree",
      unevaluatedProperties: false,
      $defs: {
        tree: {
          $id: "tree",
          $recursiveAnchor: true,
          properties: { data: true, children: { type: "array", items: { $recursiveRef: "#" } } },
        },
      },
    },
    [
      { children: [{ data: 1 }] },
      { children: [{ daat: 1 }] },
      { children: [{ children: [{ other: 1 }] }] },
      { other: 1 },
    ],
  ],
  [
    draft2019,
    {
      $ref: "tree",
      unevaluatedProperties: false,
      $defs: {
        tree: {
          $id: "tree",
          $recursiveAnchor: true,
          properties: { data: true, children: { type: "array", items: { $recursiveRef: "#" } } },
        },
      },
    },
    [{ children: [{ daat: 1 }] }, { other: 1 }],
  ],
  [draft2019, { prefixItems: [{ type: "string" }] }, [[1]]],
];

const components = rows.map(([$schema, schema], index) => ({
  name: `S${index}`,
  schema: { $schema, $id: `https://example.com/${index}/`, ...schema },
}));

const document = await readDocument(
  JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Dialects", version: "1.0.0" },
    paths: {},
    components: {
      schemas: Object.fromEntries(components.map(({ name, schema }) => [name, schema])),
    },
  }),
);

describe("a schema of another dialect means what Ajv makes of it", () => {
  const guards = loadGuards(
    document,
    components.map(({ name }) => document.model(name)),
  );

  test.each(rows.map((row, index) => [...row, index] as const))(
    "%s: %j",
    (dialect, _schema, values, index) => {
      const { name, schema } = components[index] ?? { name: "", schema: {} };
      const isValid = dialects[dialect](schema);
      const guard = guards.get(name);
      const judge = (value: Json): void => {
        expect([value, guard?.(value).length === 0]).toEqual([value, isValid(value)]);
      };
      for (const value of values) judge(value);
      fc.assert(fc.property(anyJson(), judge), { seed, numRuns: 100 });
    },
  );
});

/** What draft-04 writes otherwise, which Ajv does not know, and the same in draft-07. */
const draft04: readonly (readonly [object, object, readonly Json[]])[] = [
  [
    { minimum: 1, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: false },
    { exclusiveMinimum: 1, maximum: 5 },
    [1, 2, 5, 6],
  ],
  [{ exclusiveMinimum: true }, {}, [0]],
  [{ items: [], additionalItems: { type: "number" } }, { items: { type: "number" } }, [[1], ["a"]]],
  [{ const: 1, if: true, then: false }, {}, [1, 2]],
  [
    {
      id: "https://example.com/root/",
      properties: { a: { $ref: "item" } },
      definitions: { item: { id: "item", type: "string" } },
    },
    { properties: { a: { type: "string" } } },
    [{ a: 1 }, { a: "a" }],
  ],
  [
    {
      id: "https://example.com/root/",
      properties: { a: { $ref: "#item" } },
      definitions: { item: { id: "#item", type: "string" } },
    },
    { properties: { a: { type: "string" } } },
    [{ a: 1 }, { a: "a" }],
  ],
];

test.each(draft04)("draft-04 means %j", async (schema, same, values) => {
  const { model, ...read } = await readDocument(
    JSON.stringify({
      openapi: "3.0.3",
      info: { title: "Dialects", version: "1.0.0" },
      paths: {},
      components: {
        schemas: { S: { $schema: "http://json-schema.org/draft-04/schema#", ...schema } },
      },
    }),
  );
  const guard = loadGuards(read, [model("S")]).get("S");
  const isValid = new Ajv(options).compile(same);
  for (const value of values)
    expect([value, guard?.(value).length === 0]).toEqual([value, isValid(value)]);
});
