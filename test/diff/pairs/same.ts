import {
  integer,
  nothing,
  number,
  object,
  ref,
  string,
  type Expected,
  type Further,
  type Pair,
  type Written,
} from "./pair.js";

type Same = readonly [what: string, old: Written, now: Written, more?: Further];

const ab = object({ a: string, b: number });

const rows: readonly Same[] = [
  ["nothing", string, string],
  ["true against the empty schema", true, {}],
  ["false against not", false, { not: {} }],
  [
    "required is moved into an allOf",
    { ...ab, required: ["a"] },
    { ...ab, allOf: [{ required: ["a"] }] },
  ],
  [
    "properties are moved into an allOf",
    { ...ab, required: ["a"] },
    { allOf: [ab, { required: ["a"] }] },
  ],
  [
    "properties are split over two parts",
    ab,
    { allOf: [object({ a: string }), object({ b: number })] },
  ],
  ["allOf of one", string, { allOf: [string] }],
  ["anyOf of one", number, { anyOf: [number] }],
  ["oneOf of one", number, { oneOf: [number] }],
  [
    "allOf inside of allOf",
    { allOf: [{ allOf: [number] }, { minimum: 1 }] },
    { allOf: [number, { minimum: 1 }] },
  ],
  ["options of anyOf in another order", { anyOf: [string, number] }, { anyOf: [number, string] }],
  ["options of oneOf in another order", { oneOf: [string, number] }, { oneOf: [number, string] }],
  [
    "options that are components in another order",
    { oneOf: [ref("A"), ref("B")] },
    { oneOf: [ref("B"), ref("A")] },
    {
      components: {
        A: object({ kind: { const: "a" } }, "kind"),
        B: object({ kind: { const: "b" } }, "kind"),
      },
    },
  ],
  ["literals in another order", { enum: ["a", "b"] }, { enum: ["b", "a"] }],
  ["required in another order", { ...ab, required: ["a", "b"] }, { ...ab, required: ["b", "a"] }],
  ["properties in another order", ab, object({ b: number, a: string })],
  ["types in another order", { type: ["string", "null"] }, { type: ["null", "string"] }],
  ["one type as a list", string, { type: ["string"] }],
  ["number beside integer", number, { type: ["integer", "number"] }],
  ["null as an option", { type: ["string", "null"] }, { anyOf: [string, nothing] }],
  ["null as an option of oneOf", { type: ["string", "null"] }, { oneOf: [string, nothing] }],
  [
    "nullable of 3.0 against a list of types",
    { type: "string", nullable: true },
    { type: ["string", "null"] },
    { oldVersion: "3.0.3" },
  ],
  [
    "nullable of 3.0 against anyOf",
    object({ a: { type: "string", nullable: true } }),
    object({ a: { anyOf: [string, nothing] } }),
    { oldVersion: "3.0.3" },
  ],
  [
    "a nullable reference of 3.0",
    object({ a: { nullable: true, allOf: [ref("One")] } }),
    object({ a: { nullable: true, allOf: [ref("One")] } }),
    { oldVersion: "3.0.3", newVersion: "3.0.3", components: { One: string } },
  ],
  [
    "nullable that is false",
    string,
    { type: "string", nullable: false },
    { oldVersion: "3.0.3", newVersion: "3.0.3" },
  ],
  [
    "3.0 against 3.1",
    { type: "number", minimum: 0, exclusiveMinimum: true },
    { type: "number", exclusiveMinimum: 0 },
    { oldVersion: "3.0.3" },
  ],
  ["3.0 against 3.1, the same text", ab, ab, { oldVersion: "3.0.3" }],
  [
    "a whole number above 0 against one of at least 1",
    { type: "integer", exclusiveMinimum: 0 },
    { type: "integer", minimum: 1 },
  ],
  ["a whole number below 9.5", { type: "integer", maximum: 9.5 }, { type: "integer", maximum: 9 }],
  ["an integer against a multiple of 1", integer, { type: "number", multipleOf: 1 }],
  [
    "a multipleOf that follows",
    { type: "number", multipleOf: 4 },
    { type: "number", multipleOf: 4, allOf: [{ multipleOf: 2 }] },
  ],
  ["an enum of one against const", { enum: ["a"] }, { const: "a" }],
  [
    "an enum against options of const",
    { enum: ["a", "b"] },
    { oneOf: [{ const: "a" }, { const: "b" }] },
  ],
  ["an enum that repeats its type", { enum: ["a", "b"] }, { type: "string", enum: ["a", "b"] }],
  ["a boolean as literals", { type: "boolean" }, { enum: [true, false] }],
  ["null as a literal", nothing, { const: null }],
  ["minLength of 0", string, { type: "string", minLength: 0 }],
  ["minItems of 0", { type: "array" }, { type: "array", minItems: 0 }],
  ["minProperties of 0", { type: "object" }, { type: "object", minProperties: 0 }],
  [
    "minProperties that required implies",
    { ...ab, required: ["a"] },
    { ...ab, required: ["a"], minProperties: 1 },
  ],
  ["uniqueItems that is false", { type: "array" }, { type: "array", uniqueItems: false }],
  [
    "uniqueItems of at most one item",
    { type: "array", maxItems: 1 },
    { type: "array", maxItems: 1, uniqueItems: true },
  ],
  ["items of anything", { type: "array" }, { type: "array", items: {} }],
  [
    "no items against maxItems of 0",
    { type: "array", items: false },
    { type: "array", maxItems: 0 },
  ],
  [
    "minContains of 1",
    { type: "array", contains: string },
    { type: "array", contains: string, minContains: 1 },
  ],
  ["minContains of 0", { type: "array" }, { type: "array", contains: string, minContains: 0 }],
  [
    "a closed tuple against maxItems",
    { type: "array", prefixItems: [string, number], items: false },
    { type: "array", prefixItems: [string, number], maxItems: 2 },
  ],
  [
    "items against unevaluatedItems",
    { type: "array", prefixItems: [string], items: number },
    { type: "array", prefixItems: [string], unevaluatedItems: number },
  ],
  [
    "additionalProperties against unevaluatedProperties",
    { ...ab, additionalProperties: false },
    { ...ab, unevaluatedProperties: false },
  ],
  [
    "propertyNames of anything",
    { type: "object" },
    { type: "object", propertyNames: { type: "string" } },
  ],
  [
    "dependentRequired against dependentSchemas",
    { ...ab, dependentRequired: { a: ["b"] } },
    { ...ab, dependentSchemas: { a: { required: ["b"] } } },
  ],
  [
    "dependentRequired of what is required",
    { ...ab, required: ["b"] },
    { ...ab, required: ["b"], dependentRequired: { a: ["b"] } },
  ],
  [
    "dependentRequired against if and then",
    { ...ab, dependentRequired: { a: ["b"] } },
    { ...ab, if: { required: ["a"] }, then: { required: ["b"] } },
  ],
  ["not of not", { type: "number", minimum: 1 }, { type: "number", not: { not: { minimum: 1 } } }],
  [
    "not of a bound",
    { type: "number", minimum: 1 },
    { type: "number", not: { exclusiveMaximum: 1 } },
  ],
  ["if without then", number, { type: "number", if: { minimum: 1 } }],
  [
    "if with the same then and else",
    { type: "number", minimum: 1 },
    { type: "number", if: { multipleOf: 2 }, then: { minimum: 1 }, else: { minimum: 1 } },
  ],
  [
    "anyOf against oneOf of types that exclude each other",
    { anyOf: [string, number] },
    { oneOf: [string, number] },
  ],
  ["anyOf against a list of types", { anyOf: [string, number] }, { type: ["string", "number"] }],
  [
    "a schema moved into $defs",
    object({ a: string }),
    { ...object({ a: { $ref: "#/components/schemas/M/$defs/A" } }), $defs: { A: string } },
  ],
  [
    "a reference inside allOf",
    object({ a: ref("One") }),
    object({ a: { allOf: [ref("One")] } }),
    { components: { One: string } },
  ],
  [
    "a pattern written twice",
    { type: "string", pattern: "^a" },
    { type: "string", pattern: "^a", allOf: [{ pattern: "^a" }] },
  ],
  [
    "a bound that another one contains",
    { type: "number", minimum: 2 },
    { type: "number", minimum: 2, allOf: [{ minimum: 1 }] },
  ],
  ["a keyword for another type", string, { type: "string", minimum: 1 }],
  [
    "a description and a default",
    string,
    { type: "string", description: "A text.", default: "a", deprecated: true, examples: ["b"] },
  ],
];

/** Pairs that mean the same, but have other types. */
const otherTypes: readonly Same[] = [
  ["contains of anything", { type: "array", minItems: 1 }, { type: "array", contains: {} }],
  ["additionalProperties that is true", ab, { ...ab, additionalProperties: true }],
  ["additionalProperties of anything", ab, { ...ab, additionalProperties: {} }],
  [
    "an object without properties, closed",
    { type: "object", additionalProperties: false },
    { type: "object", maxProperties: 0 },
  ],
  [
    "a map against patternProperties of anything",
    { type: "object", additionalProperties: string },
    { type: "object", patternProperties: { "": string } },
  ],
  [
    "a reference to the same schema by another name",
    object({ a: ref("One") }),
    object({ a: ref("Two") }),
    { components: { One: string, Two: string } },
  ],
];

/** Pairs that mean the same: there is no entry, or one about types. */
export const samePairs: readonly Pair[] = [
  ...rows.map((row) => pairOf(row, "none")),
  ...otherTypes.map((row) => pairOf(row, "compatible")),
];

function pairOf([what, old, now, more]: Same, expected: Expected): Pair {
  return [what, old, now, expected, expected, more ?? {}];
}
