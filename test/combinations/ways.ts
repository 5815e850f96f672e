import type { JsonObject } from "../../generator/core/json.js";
import { kinds, ref, type Kind } from "./kinds.js";

/** The component schemas that ways to combine kinds refer to: objects with a property of each kind. */
export const bases: JsonObject = Object.fromEntries(
  kinds.flatMap(({ name, schema }) => [
    [`Has_${name}`, object({ p: schema })],
    [`Needs_${name}`, object({ p: schema }, { required: ["p"] })],
    [`MayBe_${name}`, { ...object({ p: schema }), type: ["object", "null"] }],
    [`MapOf_${name}`, { type: "object", additionalProperties: schema }],
    [`Next_${name}`, object({ p: schema, next: ref(`Next_${name}`) })],
    [`All_${name}`, object({ p: schema, all: { type: "array", items: ref(`All_${name}`) } })],
  ]),
);

/**
 * Ways to combine kinds of property types in a schema: two of them, or as many as the parameters say.
 * The schema is called `self`.
 */
export const ways: Readonly<
  Record<string, (left: Kind, right: Kind, self: JsonObject) => JsonObject>
> = {
  Extend: (left, right) => ({ allOf: [has(left), object({ p: right.schema })] }),
  ExtendRequired: (left, right) => ({
    allOf: [has(left), object({ p: right.schema }, { required: ["p"] })],
  }),
  ExtendOptional: (left, right) => ({ allOf: [needs(left), object({ p: right.schema })] }),
  RequiredElsewhere: (left, right) => ({
    allOf: [has(left), object({ q: right.schema })],
    required: ["p", "q", "r"],
  }),
  TwoBases: (left, right) => ({ allOf: [has(left), needs(right)] }),
  TwoBasesAndOwn: (left, right) => ({
    allOf: [has(left), has(right), object({ q: left.schema, p: {} }, { required: ["p"] })],
  }),
  NullableBase: (left, right) => ({
    allOf: [ref(`MayBe_${left.name}`), object({ p: right.schema })],
  }),
  NullableExtension: (left, right) => ({
    anyOf: [{ allOf: [has(left), object({ p: right.schema })] }, { type: "null" }],
  }),
  AdditionalBeside: (left, right) =>
    object({ p: left.schema }, { additionalProperties: right.schema }),
  AdditionalBesideRequired: (left, right) =>
    object({ p: left.schema }, { additionalProperties: right.schema, required: ["p"] }),
  AdditionalInBase: (left, right) => ({
    allOf: [ref(`MapOf_${left.name}`), object({ p: right.schema })],
  }),
  AdditionalInBoth: (left, right) => ({
    allOf: [ref(`MapOf_${left.name}`), { type: "object", additionalProperties: right.schema }],
  }),
  AdditionalInOwn: (left, right) => ({
    allOf: [has(left), { type: "object", additionalProperties: right.schema }],
  }),
  Recursion: (left, right, self) => ({
    allOf: [ref(`Next_${left.name}`), object({ p: right.schema, next: self })],
  }),
  RecursionInArrays: (left, right, self) => ({
    allOf: [
      ref(`All_${left.name}`),
      object({ p: right.schema, all: { type: "array", items: { anyOf: [self, left.schema] } } }),
    ],
  }),
  Union: (left, right) => ({ anyOf: [left.schema, right.schema] }),
  UnionBeside: (left, right) => ({
    ...object({ p: left.schema }),
    oneOf: [object({ p: right.schema }), { required: ["p"] }],
  }),
  UnionOfExtensions: (left, right) => ({
    oneOf: [{ allOf: [has(left), object({ p: right.schema })] }, right.schema],
  }),
  Siblings: (left, right) => ({
    ...has(left),
    ...object({ p: right.schema }, { required: ["q"] }),
  }),
  Both: (left, right) => ({ allOf: [left.schema, right.schema] }),
  BothInside: (left, right) => object({ p: { allOf: [left.schema, right.schema] } }),
  Items: (left, right) => ({
    type: "array",
    prefixItems: [left.schema],
    items: right.schema,
  }),
};

/** What may stand around a kind, so that it is inside of a property's type. */
export const wrappings: Readonly<Record<string, (schema: JsonObject) => JsonObject>> = {
  Plain: (schema) => schema,
  Array: (items) => ({ type: "array", items }),
  Tuple: (schema) => ({ type: "array", prefixItems: [schema, schema], minItems: 1 }),
  Map: (additionalProperties) => ({ type: "object", additionalProperties }),
  Object: (inner) => object({ inner }),
  Nullable: (schema) => ({ anyOf: [schema, { type: "null" }] }),
  Union: (schema) => ({ oneOf: [schema, { type: "array", items: schema }] }),
};

/** The schemas that three kinds are combined in: a chain of models, and parts that meet. */
export function tripleOf([a, b, c]: readonly [Kind, Kind, Kind], name: string): JsonObject {
  return {
    [`${name}Middle`]: { allOf: [has(a), object({ p: b.schema, q: a.schema })] },
    [name]: { allOf: [ref(`${name}Middle`), object({ p: c.schema, q: b.schema })] },
    [`${name}Parts`]: { allOf: [has(a), needs(b), object({ p: c.schema })] },
    [`${name}Union`]: { anyOf: [a.schema, { allOf: [b.schema, c.schema] }] },
    [`${name}Map`]: object({ p: a.schema, q: b.schema }, { additionalProperties: c.schema }),
  };
}

function has({ name }: Kind): JsonObject {
  return ref(`Has_${name}`);
}

function needs({ name }: Kind): JsonObject {
  return ref(`Needs_${name}`);
}

function object(properties: JsonObject, others: JsonObject = {}): JsonObject {
  return { type: "object", properties, ...others };
}
