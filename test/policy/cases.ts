import type { Json, JsonObject } from "../../generator/core/json.js";
import type { Policies } from "../../generator/config/policies.js";

/** A schema, a policy that it is read by, and the result of the two. */
export interface Case {
  /** The name of the component, which is in every case another one. */
  readonly name: string;
  readonly schema: Json;
  readonly policies: Policies;
  /** The type of the model on one line, without its comments. */
  readonly type: string;
  readonly valid: readonly Json[];
  readonly invalid: readonly Json[];
}

const nullable: Policies = { optional: "nullable" };
const open: Policies = { enums: "open" };
const allow: Policies = { additionalProperties: "allow" };
const forbid: Policies = { additionalProperties: "forbid" };
const types: Policies = { constraints: "types" };
const untyped: Policies = { untypedProperties: "object" };

const a = { type: "string" };
const b = { type: "integer" };

function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/** Components that the schemas of cases refer to. */
export const shared: JsonObject = {
  SharedText: { type: "string", minLength: 2 },
  SharedNull: { type: ["string", "null"] },
  SharedEnum: { type: "string", enum: ["x", "y"] },
  SharedBase: { type: "object", properties: { a } },
  SharedA: {
    type: "object",
    required: ["kind"],
    properties: { kind: { enum: ["a", "aa"] }, n: b },
  },
  SharedB: { type: "object", required: ["kind"], properties: { kind: { enum: ["b"] } } },
};

export const cases: readonly Case[] = [
  // optional
  {
    name: "OptionalText",
    schema: { type: "object", required: ["b"], properties: { a, b } },
    policies: nullable,
    type: "{ b: number; a?: string | null; }",
    valid: [{ b: 1 }, { a: null, b: 1 }, { a: "", b: 1 }],
    invalid: [{ a: null }, { b: null }, { a: 1, b: 1 }, null],
  },
  {
    name: "OptionalExact",
    schema: { type: "object", properties: { a } },
    policies: { optional: "exact" },
    type: "{ a?: string; }",
    valid: [{}, { a: "" }],
    invalid: [{ a: null }],
  },
  {
    name: "OptionalOfAllKinds",
    schema: {
      properties: {
        never: false,
        any: true,
        reference: ref("SharedText"),
        already: ref("SharedNull"),
        choice: { oneOf: [a, b] },
        only: { const: "a" },
        list: { type: "array", items: a },
        free: { minimum: 1 },
      },
      type: "object",
    },
    policies: nullable,
    type: '{ never?: never; any?: unknown; reference?: SharedText | null; already?: SharedNull; choice?: string | number | null; only?: "a" | null; list?: string[] | null; free?: unknown; }',
    valid: [
      { any: null, reference: null, already: null, choice: null, only: null, list: null },
      { free: null, list: ["a"], only: "a" },
    ],
    invalid: [
      { never: null },
      { list: [null] },
      { reference: "a" },
      { only: "b" },
      { free: 0 },
      { choice: true },
    ],
  },
  {
    name: "OptionalModel",
    schema: {
      type: "object",
      properties: { inner: { type: "object", required: ["a"], properties: { a } } },
    },
    policies: nullable,
    type: "{ inner?: OptionalModelInner | null; }",
    valid: [{ inner: null }, { inner: { a: "" } }],
    invalid: [{ inner: {} }, { inner: { a: null } }],
  },
  {
    name: "OptionalInParts",
    schema: { required: ["a"], allOf: [{ type: "object", properties: { a, b } }] },
    policies: nullable,
    type: "{ a: string; b?: number | null; }",
    valid: [{ a: "" }, { a: "", b: null }],
    invalid: [{ a: null }, {}],
  },
  {
    name: "OptionalRequiredByPart",
    schema: { allOf: [{ type: "object", properties: { a, b } }, { required: ["b"] }] },
    policies: nullable,
    type: "{ b: number; a?: string | null; }",
    valid: [{ b: 1 }, { a: null, b: 1 }],
    invalid: [{ b: null }],
  },
  {
    name: "OptionalUnderNot",
    schema: { type: "object", not: { required: ["b"], properties: { a } } },
    policies: nullable,
    type: "{ [key: string]: unknown; }",
    valid: [{}, { a: null, b: 1 }],
    invalid: [{ b: 1 }, { a: "", b: 1 }],
  },
  // enums
  {
    name: "EnumOpen",
    schema: { type: "string", enum: ["a", "b"] },
    policies: open,
    type: '"a" | "b" | (string & {})',
    valid: ["a", "b", "", "other"],
    invalid: [1, null, []],
  },
  {
    name: "EnumUntyped",
    schema: { enum: ["a", "b"] },
    policies: open,
    type: '"a" | "b" | (string & {})',
    valid: ["a", "other"],
    invalid: [1, null, {}],
  },
  {
    name: "EnumMixed",
    schema: { enum: ["a", "b", 1, null] },
    policies: open,
    type: '"a" | "b" | 1 | (string & {}) | null',
    valid: ["a", "other", 1, null],
    invalid: [2, true, [1]],
  },
  {
    name: "EnumOrNull",
    schema: { type: ["string", "null"], enum: ["a", "b", null] },
    policies: open,
    type: "EnumOrNullValue | null",
    valid: ["a", "other", null],
    invalid: [1, false],
  },
  {
    name: "EnumOfNumbers",
    schema: { enum: [1, 2] },
    policies: open,
    type: "1 | 2",
    valid: [1, 2],
    invalid: [3, "a"],
  },
  {
    name: "EnumOfOne",
    schema: { type: "string", enum: ["a"] },
    policies: open,
    type: '"a"',
    valid: ["a"],
    invalid: ["b"],
  },
  {
    name: "EnumConst",
    schema: { const: "a", enum: ["a", "b"] },
    policies: open,
    type: '"a"',
    valid: ["a"],
    invalid: ["b", "c"],
  },
  {
    name: "EnumWithPattern",
    schema: { type: "string", enum: ["ab", "ac"], pattern: "^a", minLength: 2 },
    policies: open,
    type: '"ab" | "ac" | (string & {})',
    valid: ["ab", "ad"],
    invalid: ["bb", "a"],
  },
  {
    name: "EnumBesideStrings",
    schema: { anyOf: [{ type: "string" }, { type: "string", enum: ["a", "b"] }] },
    policies: open,
    type: "EnumBesideStringsOption2 | (string & {})",
    valid: ["a", "c"],
    invalid: [1],
  },
  {
    name: "EnumInOneOf",
    schema: { oneOf: [{ enum: ["a", "b"] }, { enum: ["c", "d"] }] },
    policies: open,
    type: "EnumInOneOfOption1 | EnumInOneOfOption2",
    valid: ["a", "c", "e"],
    invalid: [1],
  },
  {
    name: "EnumUnderNot",
    schema: { type: "string", not: { enum: ["a", "b"] } },
    policies: open,
    type: "string",
    valid: ["c"],
    invalid: ["a", "b"],
  },
  {
    name: "EnumAsTag",
    schema: { oneOf: [ref("SharedA"), ref("SharedB")] },
    policies: { enums: "open", optional: "nullable" },
    type: "SharedA | SharedB",
    valid: [{ kind: "a", n: null }, { kind: "aa", n: 1 }, { kind: "b" }],
    invalid: [{ kind: "c" }, { kind: "b".repeat(2) }, { kind: null }, { kind: "a", n: "" }],
  },
  {
    name: "EnumInProperty",
    schema: { type: "object", properties: { a: ref("SharedEnum") } },
    policies: { enums: "open", optional: "nullable" },
    type: "{ a?: SharedEnum | null; }",
    valid: [{ a: "x" }, { a: "z" }, { a: null }, {}],
    invalid: [{ a: 1 }],
  },
  // additionalProperties
  {
    name: "AdditionalAllowed",
    schema: { type: "object", properties: { a }, additionalProperties: false },
    policies: allow,
    type: "{ a?: string; }",
    valid: [{ a: "" }, { b: 1 }],
    invalid: [{ a: 1 }],
  },
  {
    name: "UnevaluatedAllowed",
    schema: { type: "object", allOf: [{ properties: { a } }], unevaluatedProperties: false },
    policies: allow,
    type: "{ a?: string; }",
    valid: [{ b: 1 }],
    invalid: [{ a: 1 }],
  },
  {
    name: "AdditionalOfOneType",
    schema: { type: "object", properties: { a }, additionalProperties: a },
    policies: allow,
    type: "{ a?: string; [key: string]: string | undefined; }",
    valid: [{ b: "" }],
    invalid: [{ b: 1 }],
  },
  {
    name: "AdditionalInOneOf",
    schema: {
      oneOf: [
        { type: "object", properties: { a }, additionalProperties: false, required: ["a"] },
        { type: "object", properties: { b }, additionalProperties: false, required: ["b"] },
      ],
    },
    policies: allow,
    type: "AdditionalInOneOfWithA | AdditionalInOneOfWithB",
    valid: [{ a: "" }, { b: 1 }, { a: "", b: 1 }],
    invalid: [{}, { c: 1 }],
  },
  {
    name: "AdditionalForbidden",
    schema: { type: "object", properties: { a, b: { properties: { c: b } } } },
    policies: forbid,
    type: "{ a?: string; b?: AdditionalForbiddenB; }",
    valid: [{ a: "" }, { b: { c: 1 } }, { b: [] }],
    invalid: [{ c: 1 }, { b: { c: 1, d: 1 } }],
  },
  {
    name: "AdditionalOfMaps",
    schema: {
      type: "object",
      properties: { a: { type: "object" }, b: { type: "object", additionalProperties: a } },
    },
    policies: forbid,
    type: "{ a?: { [key: string]: unknown }; b?: { [key: string]: string }; }",
    valid: [{ a: { x: 1 }, b: { x: "" } }],
    invalid: [{ c: 1 }, { b: { x: 1 } }],
  },
  {
    name: "ForbiddenInAllOf",
    schema: { allOf: [ref("SharedBase"), { type: "object", properties: { b } }] },
    policies: forbid,
    type: "extends SharedBase { b?: number; }",
    valid: [{ a: "", b: 1 }, {}],
    invalid: [{ c: 1 }, { a: "", b: 1, c: 1 }, { a: 1 }],
  },
  {
    name: "ForbiddenBesideOptions",
    schema: {
      type: "object",
      properties: { a },
      oneOf: [
        { properties: { b }, required: ["b"] },
        { properties: { c: b }, required: ["c"] },
      ],
    },
    policies: forbid,
    type: "",
    valid: [{ a: "", b: 1 }, { c: 1 }],
    invalid: [{ a: "" }, { b: 1, d: 1 }, { a: 1, b: 1 }],
  },
  {
    name: "ForbiddenOption",
    schema: { anyOf: [{ type: "object", properties: { a } }, { type: "string" }] },
    policies: forbid,
    type: "ForbiddenOptionOption1 | string",
    valid: [{ a: "" }, "", {}],
    invalid: [{ b: 1 }],
  },
  {
    name: "ForbiddenAlone",
    schema: { allOf: [{ type: "object", properties: { a } }], description: "One part only." },
    policies: forbid,
    type: "{ a?: string; }",
    valid: [{ a: "" }],
    invalid: [{ b: 1 }],
  },
  {
    name: "ForbiddenInCondition",
    schema: {
      type: "object",
      properties: { a },
      if: { required: ["a"] },
      then: { properties: { b } },
    },
    policies: forbid,
    type: "",
    valid: [{ a: "", b: 1 }, { a: "" }, {}],
    invalid: [{ b: 1 }, { a: "", c: 1 }],
  },
  // constraints
  {
    name: "TypesOfValues",
    schema: {
      type: "object",
      minProperties: 1,
      maxProperties: 2,
      propertyNames: { maxLength: 4 },
      properties: {
        text: { type: "string", minLength: 2, maxLength: 3, pattern: "^a" },
        date: { type: "string", format: "date" },
        int: { type: "integer", minimum: 1, maximum: 3, multipleOf: 2 },
        more: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 },
        list: { type: "array", minItems: 1, maxItems: 2, uniqueItems: true, contains: b },
        enum: { enum: ["a", "b"] },
      },
    },
    policies: types,
    type: "{ text?: string; date?: string; int?: number; more?: number; list?: unknown[]; enum?: TypesOfValuesEnum; }",
    valid: [
      {},
      { text: "", date: "x", int: 7, more: 9, list: [], enum: "a", further: 1 },
      { list: ["a", "a", "a"] },
    ],
    invalid: [{ text: 1 }, { int: 1.5 }, { list: {} }, { enum: "c" }, [], { date: 1 }],
  },
  {
    name: "TypesOfTuple",
    schema: { type: "array", prefixItems: [a, b], minItems: 3, maxItems: 3 },
    policies: types,
    type: "[string, number, ...unknown[]]",
    valid: [
      ["", 1],
      ["", 1, 2, 3],
    ],
    invalid: [[""], [], [1, 1]],
  },
  {
    name: "TypesOfUnevaluated",
    schema: { type: "array", contains: b, minContains: 2, unevaluatedItems: a },
    policies: types,
    type: "unknown[]",
    valid: [[], [1], ["", 1]],
    invalid: [[null], [{}]],
  },
  {
    name: "TypesInOneOf",
    schema: {
      oneOf: [
        { type: "integer", maximum: 5 },
        { type: "integer", minimum: 6 },
      ],
    },
    policies: types,
    type: "number",
    valid: [5, 6],
    invalid: [0.5, ""],
  },
  {
    name: "TypesInBoth",
    schema: {
      oneOf: [
        { type: "integer", maximum: 5 },
        { type: "integer", minimum: 6 },
      ],
      anyOf: [{ minimum: 3 }, { type: "null" }],
    },
    policies: types,
    type: "number",
    valid: [1, 5, 6],
    invalid: [0.5, "", null],
  },
  {
    name: "TypesUnderNot",
    schema: { type: "integer", not: { minimum: 5 } },
    policies: types,
    type: "number",
    valid: [4],
    invalid: [5],
  },
  // together
  {
    name: "Everything",
    schema: {
      type: "object",
      required: ["id"],
      additionalProperties: false,
      properties: {
        id: { type: "string", minLength: 4 },
        status: { type: "string", enum: ["on", "off"] },
      },
    },
    policies: { ...nullable, ...open, ...allow, ...types },
    type: "{ id: string; status?: EverythingStatus | null; }",
    valid: [{ id: "" }, { id: "", status: null }, { id: "", status: "new", more: 1 }],
    invalid: [{}, { id: null }, { id: "", status: 1 }],
  },

  // untypedProperties
  {
    name: "UntypedProperties",
    schema: { required: ["a"], properties: { a } },
    policies: untyped,
    type: "{ a: string; }",
    valid: [{ a: "" }],
    invalid: ["", null, [], {}],
  },
  {
    name: "UntypedExact",
    schema: { properties: { a } },
    policies: { untypedProperties: "exact" },
    type: "",
    valid: [{}, "", null],
    invalid: [{ a: 1 }],
  },
  {
    name: "UntypedInside",
    schema: { type: "object", properties: { b: { additionalProperties: a } } },
    policies: untyped,
    type: "{ b?: { [key: string]: string }; }",
    valid: [{}, { b: { c: "" } }],
    invalid: [{ b: "" }, { b: { c: 1 } }],
  },
  {
    name: "UntypedParts",
    schema: { allOf: [{ properties: { a } }, { required: ["a"] }] },
    policies: untyped,
    type: "{ a: string; }",
    valid: [{ a: "" }],
    invalid: ["", null],
  },
  {
    name: "UntypedOption",
    schema: { oneOf: [{ type: "string" }, { required: ["a"], properties: { a } }] },
    policies: untyped,
    type: "string | UntypedOptionWithA",
    valid: ["", { a: "" }],
    invalid: [1, null, {}],
  },
  {
    // Here, options are about a value that may be null, and say so outside.
    name: "UntypedOptionOfTyped",
    schema: { type: ["object", "null"], anyOf: [{ required: ["a"] }, { required: ["b"] }] },
    policies: untyped,
    type: "",
    valid: [null, { a: 1 }, { b: 1 }],
    invalid: [{}, ""],
  },
  {
    name: "UntypedNegated",
    schema: { type: ["object", "string"], not: { required: ["a"] } },
    policies: untyped,
    type: "",
    valid: [{}],
    invalid: [{ a: 1 }, ""],
  },
  {
    name: "UntypedReference",
    schema: { allOf: [ref("SharedBase"), { properties: { b } }] },
    policies: untyped,
    type: "extends SharedBase { b?: number; }",
    valid: [{ b: 1 }],
    invalid: [{ b: "" }, null],
  },
];
