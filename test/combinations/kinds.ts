import type { JsonObject } from "../../generator/core/json.js";

const text = { type: "string" };
/** A kind of property type: its name, and a schema of it. */
export interface Kind {
  readonly name: string;
  readonly schema: JsonObject;
}

const object = { type: "object", properties: { a: text } };

export function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/** Schemas that the kinds of property types refer to. */
export const targets: JsonObject = {
  Station: { type: "object", properties: { a: text } },
  Narrow: { type: "object", properties: { a: { const: "x" } }, required: ["a"] },
  Names: { type: "string", enum: ["x", "y"] },
  OpenNames: { anyOf: [text, { enum: ["x", "y"] }] },
  Either: { oneOf: [ref("Station"), text] },
  Animal: {
    oneOf: [ref("Cat"), ref("Dog")],
    discriminator: { propertyName: "kind" },
  },
  Cat: { type: "object", properties: { kind: { const: "cat" }, a: text }, required: ["kind"] },
  Dog: { type: "object", properties: { kind: { const: "dog" } }, required: ["kind"] },
  Stations: { type: "array", items: ref("Station") },
  Tree: { type: "object", properties: { a: text, next: ref("Tree") } },
  Nest: { type: "array", items: ref("Nest") },
  Dictionary: { type: "object", additionalProperties: text },
  Derived: { allOf: [ref("Station"), { type: "object", properties: { b: { type: "integer" } } }] },
  Maybe: { type: ["object", "null"], properties: { a: text } },
  Alias: ref("Station"),
};

/** A schema of each kind of type that a property can have, by name. */
const schemas: Readonly<Record<string, JsonObject>> = {
  text,
  integer: { type: "integer" },
  flag: { type: "boolean" },
  nothing: { type: "null" },
  literal: { const: "x" },
  one: { const: 1 },
  enum: { type: "string", enum: ["x", "z"] },
  nullable: { type: ["string", "null"] },
  array: { type: "array", items: text },
  arrayOfModels: { type: "array", items: ref("Station") },
  nestedArrays: { type: "array", items: { type: "array", items: ref("Names") } },
  arrayOfMaps: {
    type: "array",
    items: { type: "object", additionalProperties: { type: "object" } },
  },
  bounded: { type: "array", prefixItems: [text], items: { type: "object" }, maxItems: 3 },
  mapOfArrays: {
    type: "object",
    additionalProperties: { type: "array", items: { type: "object" } },
  },
  mapOfStations: { type: "object", additionalProperties: ref("Stations") },
  sealed: {
    type: "object",
    required: ["p"],
    properties: { p: ref("Station") },
    additionalProperties: { type: "object" },
  },
  arrayOfObjects: { type: "array", items: { type: "object" } },
  arrayOfUnknown: { type: "array" },
  filled: { type: "array", items: text, minItems: 1 },
  tuple: { type: "array", prefixItems: [text, { type: "integer" }], minItems: 1 },
  pair: { type: "array", prefixItems: [text, text], minItems: 2, maxItems: 2 },
  anyObject: { type: "object" },
  object,
  demanding: { ...object, required: ["a", "b"] },
  closed: { ...object, additionalProperties: false },
  empty: { type: "object", additionalProperties: false },
  map: { type: "object", additionalProperties: text },
  mapBeside: { ...object, additionalProperties: { type: "integer" } },
  mapOfObjects: { type: "object", additionalProperties: { type: "object" } },
  mapOfModels: { type: "object", additionalProperties: ref("Station") },
  union: { oneOf: [text, { type: "integer" }] },
  unionOfObjects: { oneOf: [object, { type: "object", required: ["b"] }] },
  open: { anyOf: [text, { const: "x" }] },
  unknown: {},
  never: { not: {} },
  untyped: { properties: { a: text } },
  model: ref("Station"),
  narrow: ref("Narrow"),
  names: ref("Names"),
  openNames: ref("OpenNames"),
  either: ref("Either"),
  animal: ref("Animal"),
  cat: ref("Cat"),
  stations: ref("Stations"),
  tree: ref("Tree"),
  nest: ref("Nest"),
  dictionary: ref("Dictionary"),
  derived: ref("Derived"),
  maybe: ref("Maybe"),
  alias: ref("Alias"),
  nullableModel: { anyOf: [ref("Station"), { type: "null" }] },
};

export const kinds: readonly Kind[] = Object.entries(schemas).map(([name, schema]) => ({
  name,
  schema,
}));
