import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../generator/core/json.js";
import type { Dialect } from "../../generator/openapi/dialects.js";
import { upgradeSchema } from "../../generator/schema/upgrade.js";

/** The keywords of a schema in terms of 2020-12, `null` beside them, and the keywords that are reported. */
function upgraded(schema: JsonObject, dialect: Dialect): readonly unknown[] {
  const recursiveReference = (): JsonObject => ({ $dynamicRef: "#recursive" });
  const result = upgradeSchema(schema, { dialect, recursiveReference });
  const said = result.deviations.map((deviation) =>
    deviation.kind === "old"
      ? `${deviation.code} ${deviation.keyword}`
      : `coerced ${deviation.keyword}`,
  );
  return [
    result.keywords,
    result.orNull ? "or null" : "",
    said,
    Object.fromEntries(result.origins),
  ];
}

type Row = readonly [
  dialect: Dialect,
  schema: JsonObject,
  keywords: JsonObject,
  said?: readonly string[],
  orNull?: "or null" | undefined,
  origins?: Readonly<Record<string, string>>,
];

const object = { type: "object", properties: {} };
const text = { type: "string" };

const tables: Readonly<Record<string, readonly Row[]>> = {
  "A schema of 2020-12": [
    ["2020-12", { type: "string", minLength: 1 }, { type: "string", minLength: 1 }],
    ["2020-12", { $ref: "#a", minLength: 1 }, { $ref: "#a", minLength: 1 }],
    ["2020-12", { items: text }, { items: text }],
  ],
  "What is beside `$ref`": [
    ["openapi-3.0", { $ref: "#a", minLength: 1 }, { $ref: "#a" }],
    ["draft-07", { $ref: "#a", minLength: 1 }, { $ref: "#a" }],
    ["2019-09", { $ref: "#a", minLength: 1 }, { $ref: "#a", minLength: 1 }],
    // It is not a reference: the parser reports an error.
    ["draft-07", { $ref: 1, minLength: 1 }, { $ref: 1, minLength: 1 }],
  ],
  "A keyword that is newer than the dialect": [
    ["draft-04", { const: 1 }, {}, ["unknown-keyword const"]],
    ["draft-06", { const: 1, if: true }, { const: 1 }, ["unknown-keyword if"]],
    ["draft-07", { if: true, minContains: 1 }, { if: true }, ["unknown-keyword minContains"]],
    ["2019-09", { minContains: 1, prefixItems: [] }, { minContains: 1 }, ["unknown-keyword prefixItems"]], // prettier-ignore
  ],
  "An example": [
    ["2020-12", { example: 1 }, { examples: [1] }],
    ["2020-12", { example: null }, { examples: [null] }],
    ["2020-12", { example: 1, examples: [2] }, { example: 1, examples: [2] }],
  ],
  "`id`": [
    ["draft-04", { id: "x" }, {}],
    ["draft-06", { id: "x" }, { id: "x" }],
  ],
  "An exclusive bound": [
    ["openapi-3.0", { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
    ["draft-04", { maximum: 1, exclusiveMaximum: true }, { exclusiveMaximum: 1 }],
    ["openapi-3.0", { minimum: 1, exclusiveMinimum: false }, { minimum: 1 }],
    ["openapi-3.0", { exclusiveMinimum: false }, {}],
    ["openapi-3.0", { exclusiveMinimum: true }, {}, ["ineffective-keyword exclusiveMinimum"]],
    [
      "2020-12",
      { maximum: 1, exclusiveMaximum: true },
      { exclusiveMaximum: 1 },
      ["old-exclusiveMaximum exclusiveMaximum"],
    ],
    ["2020-12", { exclusiveMinimum: 0 }, { exclusiveMinimum: 0 }],
    [
      "openapi-3.0",
      { minimum: 1, exclusiveMinimum: "true" },
      { exclusiveMinimum: 1 },
      ["coerced exclusiveMinimum"],
    ],
  ],
  "`$recursiveRef`": [
    ["2019-09", { $recursiveRef: "#" }, { $dynamicRef: "#recursive" }, [], undefined, { $dynamicRef: "$recursiveRef" }], // prettier-ignore
    ["2020-12", { $recursiveRef: "#" }, { $dynamicRef: "#recursive" }, ["old-recursiveRef $recursiveRef"], undefined, { $dynamicRef: "$recursiveRef" }], // prettier-ignore
    ["2019-09", { $recursiveRef: "#", $ref: "a" }, { $recursiveRef: "#", $ref: "a" }],
  ],
  "Items of a tuple": [
    ["draft-07", { items: [text] }, { prefixItems: [text] }, [], undefined, { prefixItems: "items" }], // prettier-ignore
    ["2020-12", { items: [text] }, { prefixItems: [text] }, ["old-items items"], undefined, { prefixItems: "items" }], // prettier-ignore
    ["draft-07", { items: [] }, {}],
    ["draft-07", { items: [text], additionalItems: false }, { prefixItems: [text], items: false }, [], undefined, { prefixItems: "items", items: "additionalItems" }], // prettier-ignore
    ["draft-07", { items: [], additionalItems: text }, { items: text }, [], undefined, { items: "additionalItems" }], // prettier-ignore
    ["draft-07", { items: text, additionalItems: false }, { items: text }, ["ineffective-keyword additionalItems"]], // prettier-ignore
    ["draft-07", { additionalItems: false }, {}, ["ineffective-keyword additionalItems"]],
  ],
  "`dependencies`": [
    [
      "draft-07",
      { dependencies: { a: ["b"], c: object } },
      { dependentRequired: { a: ["b"] }, dependentSchemas: { c: object } },
      [],
      undefined,
      { dependentRequired: "dependencies", dependentSchemas: "dependencies" },
    ],
    [
      "2020-12",
      { dependencies: { a: ["b"] }, dependentRequired: { c: ["d"] } },
      { dependentRequired: { c: ["d"], a: ["b"] } },
      ["old-dependencies dependencies"],
      undefined,
      { dependentRequired: "dependencies" },
    ],
    ["draft-07", { dependencies: {} }, {}],
    ["draft-07", { dependencies: 1 }, { dependencies: 1 }],
  ],
  "`definitions`": [
    ["draft-07", { definitions: { a: text } }, {}],
    ["2020-12", { definitions: { a: text } }, {}, ["old-definitions definitions"]],
  ],
  "`nullable`": [
    ["openapi-3.0", { ...text, nullable: true }, { type: ["string", "null"] }],
    ["2020-12", { ...text, nullable: true }, { type: ["string", "null"] }, ["old-nullable nullable"]], // prettier-ignore
    ["openapi-3.0", { ...text, nullable: "true" }, { type: ["string", "null"] }, ["coerced nullable"]], // prettier-ignore
    ["openapi-3.0", { ...text, nullable: false }, text],
    ["openapi-3.0", { type: ["string", "null"], nullable: true }, { type: ["string", "null"] }],
    ["openapi-3.0", { ...object, nullable: true }, object, [], "or null"],
    ["openapi-3.0", { enum: ["a", null], nullable: true }, { enum: ["a"] }, [], "or null"],
    ["openapi-3.0", { allOf: [object], nullable: true }, { allOf: [object] }, [], "or null"],
    ["openapi-3.0", { minLength: 1, nullable: true }, { minLength: 1 }, [], "or null"],
  ],
  "A type beside `null`": [
    ["2020-12", { ...object, type: ["object", "null"] }, object, [], "or null"],
    ["2020-12", { ...object, type: ["null", "object"] }, object, [], "or null"],
    ["2020-12", { ...object, type: ["object", null] }, object, ["coerced type"], "or null"],
    ["2020-12", { type: ["string", "null"] }, { type: ["string", "null"] }],
    [
      "2020-12",
      { ...object, type: ["object", "string", "null"] },
      { ...object, type: ["object", "string", "null"] },
    ],
    [
      "2020-12",
      { ...object, type: ["object", "null"], allOf: [] },
      { ...object, type: ["object", "null"], allOf: [] },
    ],
    [
      "2020-12",
      { type: ["string", "null"], enum: ["a", null], "x-enum-varnames": ["A", "N"] },
      { type: "string", enum: ["a"], "x-enum-varnames": ["A"] },
      [],
      "or null",
    ],
    // `null` is no value of it.
    [
      "2020-12",
      { type: ["string", "null"], enum: ["a", "b"] },
      { type: ["string", "null"], enum: ["a", "b"] },
    ],
    // Nobody knows which values these are about.
    [
      "2020-12",
      { type: ["string", "null"], enum: ["a", null], "x-enum-varnames": ["A"] },
      { type: "string", enum: ["a"], "x-enum-varnames": ["A"] },
      [],
      "or null",
    ],
  ],
};

describe.each(Object.entries(tables))("%s", (_what, rows) => {
  const whole = rows.map(([dialect, schema, keywords, said = [], orNull = "", origins = {}]) => {
    return { dialect, schema, result: [keywords, orNull, said, origins] };
  });
  test.each(whole)("in $dialect: $schema", ({ dialect, schema, result }) => {
    expect(upgraded(schema, dialect)).toEqual(result);
  });
});
