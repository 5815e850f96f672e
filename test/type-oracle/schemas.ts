const a = { type: "string" };
const b = { type: "integer" };
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** Small schemas of OpenAPI 3.1 that use every keyword that shapes a type, alone and together. */
import type { JsonObject } from "../../generator/core/json.js";
export const schemas: JsonObject = {
  // Values.
  Anything: true,
  Never: false,
  Untyped: {},
  TypeList: { type: ["string", "integer", "null"] },
  ObjectOrArray: { type: ["object", "array"] },
  TypeListOfObject: { type: ["object", "null"], required: ["a"], properties: { a } },
  Enum: { enum: ["a", 1, 1.5, true, null] },
  EnumOfStructures: { enum: [{ a: [1, { b: null }] }, ["a", 0], "a"] },
  EnumAndType: { type: ["string", "number"], enum: ["a", 1, null] },
  Const: { const: "a" },
  ConstNumber: { const: -1 },
  ConstStructure: { const: { a: 1, b: [null, true] } },
  ConstAndEnum: { enum: ["a", "b"], const: "b" },
  Numbers: { type: "number", minimum: 0, exclusiveMaximum: 10, multipleOf: 0.5 },
  Strings: { type: "string", minLength: 1, pattern: "^a" },

  // Arrays.
  Items: { type: "array", items: a },
  ItemsUntyped: { items: a },
  NoItems: { type: "array", items: false },
  Prefix: { type: "array", prefixItems: [a, b] },
  PrefixUntyped: { prefixItems: [a, b] },
  PrefixClosed: { type: "array", prefixItems: [a, b], items: false },
  PrefixRest: { type: "array", prefixItems: [a], items: b },
  PrefixMin: { type: "array", prefixItems: [a, b], minItems: 1 },
  PrefixExact: { type: "array", prefixItems: [a, b], items: false, minItems: 2 },
  PrefixMinBeyond: { type: "array", prefixItems: [a], items: b, minItems: 3 },
  PrefixMax: { type: "array", prefixItems: [a, b], maxItems: 1 },
  PrefixImpossible: { type: "array", prefixItems: [a, false, b] },
  Lengths: { type: "array", items: b, minItems: 1, maxItems: 2 },
  MaxItemsZero: { type: "array", maxItems: 0 },
  Contains: { type: "array", contains: a, minContains: 1, maxContains: 2 },
  DistinctItems: { type: "array", items: b, uniqueItems: true },
  UnevaluatedItems: { type: "array", prefixItems: [a], unevaluatedItems: b },
  UnevaluatedItemsNone: { allOf: [{ prefixItems: [a] }], type: "array", unevaluatedItems: false },
  UnevaluatedItemsCombined: {
    type: "array",
    prefixItems: [a],
    anyOf: [{ prefixItems: [a, b] }, { minItems: 1 }],
    unevaluatedItems: false,
  },
  PrefixMaxBeyond: { type: "array", prefixItems: [a], items: b, minItems: 1, maxItems: 3 },
  LengthExact: { type: "array", items: b, minItems: 2, maxItems: 2 },
  NeverLength: { type: "array", items: b, minItems: 3, maxItems: 2 },
  LengthsMet: {
    allOf: [
      { type: "array", minItems: 1 },
      { items: b, maxItems: 1 },
    ],
  },
  UnevaluatedItemsContains: { type: "array", contains: a, unevaluatedItems: b },
  TuplesMet: {
    allOf: [
      { type: "array", prefixItems: [{ type: ["string", "integer"] }] },
      { type: "array", prefixItems: [a, b], minItems: 1 },
      { items: { type: ["string", "number", "boolean"] } },
    ],
  },

  // Objects.
  Properties: { type: "object", required: ["a"], properties: { a, b } },
  PropertiesUntyped: { required: ["a"], properties: { a, b } },
  RequiredOnly: { type: "object", required: ["a", "other"] },
  NoObject: { type: "object", additionalProperties: false },
  Closed: { type: "object", properties: { a, b }, additionalProperties: false },
  Dictionary: { type: "object", additionalProperties: b },
  DictionaryNamed: { type: "object", properties: { a }, additionalProperties: b },
  DictionaryRequired: {
    type: "object",
    required: ["a", "c"],
    properties: { a },
    additionalProperties: b,
  },
  DictionaryUntyped: { additionalProperties: b },
  FalseProperty: { type: "object", properties: { a, b: false } },
  Patterns: {
    type: "object",
    properties: { a },
    patternProperties: { "^x-": { type: "boolean" } },
  },
  PatternsClosed: {
    type: "object",
    properties: { a },
    patternProperties: { "^x-": { type: "boolean" } },
    additionalProperties: false,
  },
  PatternsOfNamed: {
    type: "object",
    properties: { a: { type: ["string", "integer"] } },
    patternProperties: { "^a$": { type: "integer" } },
    additionalProperties: { type: "null" },
  },
  PropertyNames: { type: "object", propertyNames: { enum: ["a", "b"] }, additionalProperties: b },
  PropertyNamesNamed: {
    type: "object",
    propertyNames: ref("Names"),
    properties: { a },
    required: ["a"],
  },
  PropertyNamesConst: { type: "object", propertyNames: { const: "a" }, additionalProperties: b },
  Names: { type: "string", enum: ["a", "b"] },
  UnevaluatedDictionary: { type: "object", properties: { a }, unevaluatedProperties: b },
  UnevaluatedNone: { type: "object", unevaluatedProperties: false },
  ExtendsNone: { allOf: [ref("NoObject"), { type: "object", properties: { a } }] },
  DependentRequired: { type: "object", properties: { a, b }, dependentRequired: { a: ["b"] } },
  DependentSchemas: {
    type: "object",
    properties: { a, b },
    dependentSchemas: { a: { required: ["c"], properties: { b: { const: 1 }, c: a } } },
  },
  UnevaluatedProperties: {
    allOf: [{ type: "object", properties: { a } }],
    properties: { b },
    unevaluatedProperties: false,
  },
  UnevaluatedPropertiesTyped: {
    type: "object",
    properties: { a },
    anyOf: [{ properties: { c: a }, required: ["c"] }, true],
    unevaluatedProperties: b,
  },
  Sizes: { type: "object", minProperties: 1, maxProperties: 2 },

  // Combinations.
  Extends: {
    allOf: [ref("Properties"), { type: "object", required: ["b"], properties: { c: a } }],
  },
  ExtendsNarrowed: { allOf: [ref("Properties")], properties: { a: { const: "a" } } },
  ExtendsTwo: { allOf: [ref("Properties"), ref("RequiredOnly")], required: ["b"] },
  ExtendsClosed: { allOf: [ref("Closed")], required: ["a"] },
  ExtendsDictionary: { allOf: [ref("DictionaryNamed")], properties: { b: { minimum: 1 } } },
  ExtendsUntyped: { allOf: [ref("PropertiesUntyped")], properties: { c: b } },
  ExtendsNothing: { allOf: [ref("Properties"), { type: "object" }], required: ["a"] },
  ExtendsUnion: { allOf: [ref("AnyOf"), { properties: { c: b } }] },
  ReferenceAndSiblings: { ...ref("TypeList"), type: ["string", "boolean"] },
  AllOfDictionaries: {
    allOf: [
      { type: "object", additionalProperties: { type: ["string", "integer"] } },
      { type: "object", properties: { a }, required: ["a"] },
      { additionalProperties: { type: ["integer", "string", "null"] } },
    ],
  },
  AnyOf: { anyOf: [a, b, ref("Properties"), { type: "array", items: a }] },
  AnyOfKnown: { anyOf: [a, { enum: ["a", "b"] }, { type: "null" }] },
  AnyOfNamed: { anyOf: [a, ref("Names"), { type: "null" }] },
  AnyOfConst: { anyOf: [{ const: "a" }, { const: 1 }, { type: "number" }, a] },
  AnyOfKnownNarrowed: { allOf: [ref("AnyOfKnown")], type: "string" },
  AnyOfRequired: {
    type: "object",
    properties: { a, b },
    anyOf: [{ required: ["a"] }, { required: ["b"] }],
  },
  OneOf: { oneOf: [{ type: "number" }, { type: "integer" }, a] },
  OneOfConst: { type: "string", oneOf: [{ const: "a" }, { const: "b" }] },
  Discriminated: {
    oneOf: [ref("Cat"), ref("Dog")],
    discriminator: { propertyName: "kind" },
  },
  Cat: { type: "object", required: ["kind"], properties: { kind: { const: "a" }, a } },
  Dog: { type: "object", required: ["kind"], properties: { kind: { const: "b" }, a: b } },
  Not: { not: { type: ["string", "object"] } },
  NotEnum: { type: "string", not: { enum: ["a", "b"] } },
  NotRequired: { type: "object", properties: { a }, not: { required: ["a", "b"] } },
  NotNot: { not: { not: { type: "string" } } },
  NotConst: { enum: ["a", "b", null], not: { const: "a" } },
  IfThenElse: {
    type: "object",
    properties: { kind: { enum: ["a", "b"] }, a, b },
    if: { properties: { kind: { const: "a" } }, required: ["kind"] },
    then: { required: ["a"] },
    else: { required: ["b"], properties: { a: false } },
  },
  IfOnly: { if: { type: "string" } },
  IfThenTypes: { if: { type: "string" }, then: { const: "a" }, else: { type: "integer" } },
  ThenOnly: { type: ["string", "integer"], then: { type: "string" } },

  // Recursion.
  Tree: {
    type: "object",
    required: ["a"],
    properties: {
      a,
      b: { type: "array", items: ref("Tree") },
      c: { anyOf: [ref("Tree"), { type: "null" }] },
    },
  },
  Value: {
    anyOf: [
      { type: ["string", "number", "boolean", "null"] },
      { type: "array", items: ref("Value") },
      { type: "object", additionalProperties: ref("Value") },
    ],
  },
  Nested: { type: "array", items: ref("Nested") },
  Pair: {
    type: "array",
    prefixItems: [a, { anyOf: [ref("Pair"), { type: "null" }] }],
    minItems: 1,
  },
  RecursiveDictionary: {
    type: "object",
    properties: { a },
    additionalProperties: ref("RecursiveDictionary"),
  },
  Dynamic: {
    $dynamicAnchor: "node",
    type: "object",
    properties: { a, b: { $dynamicRef: "#node" } },
  },
  Shared: {
    type: "object",
    properties: { a: { $ref: "#/components/schemas/Shared/$defs/One" } },
    $defs: { One: { type: ["string", "null"] } },
  },
};

/** Small schemas of OpenAPI 3.0 that allow `null`. */
export const nullableSchemas: JsonObject = {
  NullableText: { type: "string", nullable: true },
  NullableEnum: { type: "string", enum: ["a", "b"], nullable: true },
  NullableEnumWithNull: { type: "string", enum: ["a", null], nullable: true },
  NullableObject: {
    type: "object",
    nullable: true,
    required: ["a"],
    properties: { a: { type: "integer", minimum: 0, exclusiveMinimum: true } },
  },
  NullableReference: { nullable: true, allOf: [ref("NullableObject")] },
  NotNullable: { type: "object", allOf: [ref("NullableObject")] },
  NullableUntyped: { nullable: true, properties: { a } },
  NullableProperties: {
    type: "object",
    required: ["a"],
    properties: {
      a: { type: "string", nullable: true },
      b: { nullable: true, allOf: [ref("NullableEnum")] },
    },
  },
  NullableUnion: { nullable: true, oneOf: [a, ref("NullableObject")] },
  NullableArray: { type: "array", nullable: true, items: { type: "integer", nullable: true } },
  ExtendsNullable: { allOf: [ref("NullableObject"), { type: "object", properties: { b } }] },
};
