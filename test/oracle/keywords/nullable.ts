import type { Json } from "../../../generator/core/json.js";
import type { Row } from "./row.js";

/** A schema of OpenAPI 3.0, and what it says in terms of JSON Schema 2020-12 (`schema`). */
export interface LegacyRow extends Row {
  readonly legacy: Json;
}

function ref(name: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

/**
 * What OpenAPI 3.0 writes differently.
 *
 * https://spec.openapis.org/oas/v3.0.4.html#schema-object
 */
export const legacyRows: readonly LegacyRow[] = [
  {
    name: "NullableString",
    about: "takes null beside strings",
    legacy: { type: "string", nullable: true, minLength: 1 },
    schema: { type: ["string", "null"], minLength: 1 },
    valid: ["a", null],
    invalid: ["", 1, {}],
  },
  {
    name: "NotNullable",
    about: "does not take null when nullable is false",
    legacy: { type: "string", nullable: false },
    schema: { type: "string" },
    valid: [""],
    invalid: [null],
  },
  {
    name: "NullableInteger",
    about: "takes null beside integers within bounds",
    legacy: { type: "integer", nullable: true, minimum: 0, maximum: 10 },
    schema: { type: ["integer", "null"], minimum: 0, maximum: 10 },
    valid: [0, 10, null],
    invalid: [-1, 11, 0.5],
  },
  {
    name: "NullableArray",
    about: "takes null beside arrays, and inside them",
    legacy: { type: "array", nullable: true, items: { type: "string", nullable: true } },
    schema: { type: ["array", "null"], items: { type: ["string", "null"] } },
    valid: [null, [], ["a", null]],
    invalid: [[1], {}],
  },
  {
    name: "NullableObject",
    about: "takes null instead of an object with properties",
    legacy: {
      type: "object",
      nullable: true,
      required: ["a"],
      properties: { a: { type: "integer" }, b: { type: "string", nullable: true } },
    },
    schema: {
      type: ["object", "null"],
      required: ["a"],
      properties: { a: { type: "integer" }, b: { type: ["string", "null"] } },
    },
    valid: [null, { a: 1 }, { a: 1, b: null }],
    invalid: [{}, { a: null }, []],
  },
  {
    name: "NullableMap",
    about: "takes null as the value of a property",
    legacy: { type: "object", additionalProperties: { type: "number", nullable: true } },
    schema: { type: "object", additionalProperties: { type: ["number", "null"] } },
    valid: [{}, { a: null, b: 1 }],
    invalid: [null, { a: "1" }],
  },
  {
    name: "NullableEnum",
    about: "takes null when the list has it",
    legacy: { type: "string", nullable: true, enum: ["a", "b", null] },
    schema: { type: ["string", "null"], enum: ["a", "b", null] },
    valid: ["a", "b", null],
    invalid: ["c", ""],
  },
  {
    name: "NullableReference",
    about: "takes null beside what is referred to, as such documents mean it",
    legacy: { nullable: true, allOf: [ref("LegacyBase")] },
    schema: { anyOf: [ref("LegacyBase"), { type: "null" }] },
    valid: [null, { id: 1 }],
    invalid: [{}, 1],
  },
  {
    name: "LegacyBase",
    about: "is referred to",
    legacy: { type: "object", required: ["id"], properties: { id: { type: "integer" } } },
    schema: { type: "object", required: ["id"], properties: { id: { type: "integer" } } },
    valid: [{ id: 1 }],
    invalid: [null, {}],
  },
  {
    name: "ReferenceWithSiblings",
    about: "ignores what is beside a reference",
    legacy: { type: "object", properties: { a: { ...ref("LegacyBase"), nullable: true } } },
    schema: { type: "object", properties: { a: ref("LegacyBase") } },
    valid: [{}, { a: { id: 1 } }],
    invalid: [{ a: null }, { a: {} }],
  },
  {
    name: "ExclusiveBooleans",
    about: "excludes the bounds that are marked so",
    legacy: {
      type: "number",
      minimum: 0,
      exclusiveMinimum: true,
      maximum: 10,
      exclusiveMaximum: false,
    },
    schema: { type: "number", exclusiveMinimum: 0, maximum: 10 },
    valid: [0.1, 10],
    invalid: [0, 10.1, -1],
  },
  {
    name: "ExclusiveWithoutBound",
    about: "ignores a mark without a bound",
    legacy: { type: "number", exclusiveMinimum: true, maximum: 1, exclusiveMaximum: true },
    schema: { type: "number", exclusiveMaximum: 1 },
    valid: [0.5, -1e9],
    invalid: [1, 2],
  },
  {
    name: "NullableOneOf",
    about: "takes null beside alternatives",
    legacy: { nullable: true, oneOf: [{ type: "string" }, ref("LegacyBase")] },
    schema: { anyOf: [{ oneOf: [{ type: "string" }, ref("LegacyBase")] }, { type: "null" }] },
    valid: [null, "a", { id: 1 }],
    invalid: [1, {}],
  },
  {
    name: "NullableTree",
    about: "ends with null",
    legacy: {
      type: "object",
      properties: {
        left: { nullable: true, allOf: [ref("NullableTree")] },
        items: { type: "array", items: ref("NullableTree") },
      },
    },
    schema: {
      type: "object",
      properties: {
        left: { anyOf: [ref("NullableTree"), { type: "null" }] },
        items: { type: "array", items: ref("NullableTree") },
      },
    },
    valid: [{}, { left: null, items: [{ left: {} }] }],
    invalid: [null, { left: 1 }, { items: [null] }],
  },
];
