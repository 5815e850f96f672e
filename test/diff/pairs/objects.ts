import { integer, number, object, string, type Pair } from "./pair.js";

const open = { type: "object" } as const;
const closed = { additionalProperties: false } as const;
const a = object({ a: string });
const ab = object({ a: string, b: string });

/** Keywords of objects. */
export const objectPairs: readonly Pair[] = [
  // properties, by R1
  [
    "a new optional property in an open object",
    a,
    ab,
    "compatible",
    "compatible",
    { pointers: ["/properties/b"] },
  ],
  ["a property is removed from an open object", ab, a, "compatible", "compatible"],
  ["a property becomes required", a, object({ a: string }, "a"), "breaking", "compatible"],
  ["a property becomes optional", object({ a: string }, "a"), a, "compatible", "breaking"],
  ["a property has another type", a, object({ a: number }), "breaking", "breaking"],
  [
    "a property becomes narrower",
    object({ a: number }),
    object({ a: integer }),
    "breaking",
    "compatible",
    { pointers: ["/properties/a/type"] },
  ],
  [
    "a property becomes wider",
    object({ a: integer }),
    object({ a: number }),
    "compatible",
    "breaking",
  ],
  ["a property is anything now", a, object({ a: {} }), "compatible", "breaking"],
  ["a property is forbidden", a, object({ a: false }), "breaking", "compatible"],
  [
    "a property is renamed in an open object",
    object({ a: string }),
    object({ b: string }),
    "compatible",
    "compatible",
    { changes: 2 },
  ],
  [
    "a property deep inside",
    object({ a: object({ b: object({ c: string }) }) }),
    object({ a: object({ b: object({ c: integer }) }) }),
    "breaking",
    "breaking",
    { pointers: ["/properties/a/properties/b/properties/c/type"] },
  ],
  // additionalProperties, by R1
  [
    "an object is closed",
    a,
    { ...a, ...closed },
    "breaking",
    "compatible",
    { messages: ["`additionalProperties` is new: false"] },
  ],
  ["an object is opened", { ...a, ...closed }, a, "compatible", "breaking"],
  [
    "a map has other values",
    { type: "object", additionalProperties: string },
    { type: "object", additionalProperties: number },
    "breaking",
    "breaking",
  ],
  [
    "a map has narrower values",
    { type: "object", additionalProperties: number },
    { type: "object", additionalProperties: integer },
    "breaking",
    "compatible",
  ],
  [
    "an open object becomes a map",
    open,
    { type: "object", additionalProperties: string },
    "breaking",
    "compatible",
  ],
  [
    "a map becomes an open object",
    { type: "object", additionalProperties: string },
    open,
    "compatible",
    "breaking",
  ],
  // patternProperties
  [
    "patternProperties is added",
    open,
    { type: "object", patternProperties: { "^x-": string } },
    "compatible",
    "compatible",
  ],
  [
    "patternProperties has another type",
    { type: "object", patternProperties: { "^x-": string } },
    { type: "object", patternProperties: { "^x-": number } },
    "breaking",
    "breaking",
  ],
  [
    "patternProperties is narrower",
    { type: "object", patternProperties: { "^x-": number } },
    { type: "object", patternProperties: { "^x-": integer } },
    "breaking",
    "compatible",
  ],
  [
    "patternProperties opens a closed object",
    { type: "object", properties: { a: string }, ...closed },
    { type: "object", properties: { a: string }, patternProperties: { "^x-": string }, ...closed },
    "compatible",
    "breaking",
  ],
  // propertyNames
  [
    "propertyNames is added",
    { type: "object", additionalProperties: string },
    { type: "object", additionalProperties: string, propertyNames: { maxLength: 3 } },
    "breaking",
    "compatible",
  ],
  [
    "propertyNames is removed",
    { type: "object", additionalProperties: string, propertyNames: { pattern: "^a" } },
    { type: "object", additionalProperties: string },
    "compatible",
    "breaking",
  ],
  // sizes
  ["minProperties is added", open, { type: "object", minProperties: 1 }, "breaking", "compatible"],
  [
    "minProperties is removed",
    { type: "object", minProperties: 1 },
    open,
    "compatible",
    "breaking",
  ],
  [
    "minProperties is greater",
    { type: "object", minProperties: 1 },
    { type: "object", minProperties: 2 },
    "breaking",
    "compatible",
  ],
  ["maxProperties is added", open, { type: "object", maxProperties: 2 }, "breaking", "compatible"],
  [
    "maxProperties is removed",
    { type: "object", maxProperties: 2 },
    open,
    "compatible",
    "breaking",
  ],
  [
    "maxProperties is greater",
    { type: "object", maxProperties: 2 },
    { type: "object", maxProperties: 3 },
    "compatible",
    "breaking",
  ],
  // dependentRequired
  [
    "dependentRequired is added",
    ab,
    { ...ab, dependentRequired: { a: ["b"] } },
    "breaking",
    "compatible",
  ],
  [
    "dependentRequired is removed",
    { ...ab, dependentRequired: { a: ["b"] } },
    ab,
    "compatible",
    "breaking",
  ],
  // dependentSchemas
  [
    "dependentSchemas is added",
    ab,
    { ...ab, dependentSchemas: { a: { required: ["b"] } } },
    "breaking",
    "compatible",
  ],
  [
    "dependentSchemas is removed",
    { ...ab, dependentSchemas: { a: { maxProperties: 1 } } },
    ab,
    "compatible",
    "breaking",
  ],
  [
    "dependentSchemas is stricter",
    { ...ab, dependentSchemas: { a: { minProperties: 2 } } },
    { ...ab, dependentSchemas: { a: { minProperties: 3 } } },
    "breaking",
    "compatible",
  ],
  // unevaluatedProperties
  [
    "unevaluatedProperties closes an object",
    a,
    { ...a, unevaluatedProperties: false },
    "breaking",
    "compatible",
  ],
  [
    "unevaluatedProperties no longer closes an object",
    { ...a, unevaluatedProperties: false },
    a,
    "compatible",
    "breaking",
  ],
  [
    "unevaluatedProperties closes what allOf describes",
    { allOf: [a, object({ b: number })] },
    { allOf: [a, object({ b: number })], unevaluatedProperties: false },
    "breaking",
    "compatible",
  ],
  [
    "unevaluatedProperties has other values",
    { ...a, unevaluatedProperties: string },
    { ...a, unevaluatedProperties: number },
    "breaking",
    "breaking",
  ],
];
