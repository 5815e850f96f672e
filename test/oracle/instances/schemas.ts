import { jsonTypes } from "../../../generator/core/json-type.js";
import type { Json, JsonObject } from "../../../generator/core/json.js";
import fc from "fast-check";

/** The components that a schema may refer to. */
export interface Targets {
  /** From where the same value is meant. */
  readonly inPlace: readonly string[];
  /** From inside a property or an item: there, a schema may refer to itself. */
  readonly inside: readonly string[];
}

/**
 * Schemas of a few keywords, and of schemas inside them.
 *
 * @param depth - how many schemas may stand inside each other
 */
export function schemas(targets: Targets, depth: number): fc.Arbitrary<Json> {
  const inside: Targets = { ...targets, inPlace: targets.inside };
  const groups = [
    ...plainGroups,
    ...(depth === 0 ? [] : applicators(schemas(targets, depth - 1), schemas(inside, depth - 1))),
  ];
  const keywords = fc
    .uniqueArray(fc.nat(groups.length - 1), { minLength: 1, maxLength: 3 })
    .chain((chosen) =>
      fc.tuple(...chosen.map((index) => groups[index] ?? fc.constant<JsonObject>({}))),
    )
    .map((parts): JsonObject => Object.assign({}, ...parts) as JsonObject);
  const references = targets.inPlace.map((name) => `#/components/schemas/${name}`);
  return fc.oneof(
    { weight: 12, arbitrary: keywords },
    { weight: 1, arbitrary: fc.boolean() },
    ...(references.length === 0
      ? []
      : [{ weight: 2, arbitrary: fc.constantFrom(...references).map(($ref) => ({ $ref })) }]),
  );
}

/** Values that literals are made of: few, so that schemas meet. */
const literals: readonly Json[] = [
  ...[null, true, false, 0, 1, 2, 1.5, "", "a", "b", "constructor"],
  ...[[], [1], ["a", null], {}, { a: 1 }, { a: "b", b: [1] }],
];

const types = fc.constantFrom(...jsonTypes, "integer");
// Where TypeScript has a member of that name already, only a required property has a type of its own.
const optionalNames = fc.constantFrom("a", "b", "c", "a-b", "");
const names = fc.oneof({ weight: 9, arbitrary: optionalNames }, fc.constant("constructor"));
const patterns = fc.constantFrom("^a", "b$", "^[a-c]?$", "^.$");
const size = fc.nat(3);

/** Sets of keywords that go together, without schemas inside. */
const plainGroups: readonly fc.Arbitrary<JsonObject>[] = [
  types.map((type) => ({ type })),
  types.map((type) => ({ type })),
  fc.uniqueArray(types, { minLength: 1, maxLength: 3 }).map((type) => ({ type })),
  fc.constantFrom(...literals).map((literal) => ({ const: literal })),
  fc
    .uniqueArray(fc.constantFrom(...literals), { minLength: 1, maxLength: 4 })
    .map((values) => ({ enum: values })),
  some({
    minimum: fc.integer({ min: -2, max: 2 }),
    maximum: fc.integer({ min: -2, max: 4 }),
    exclusiveMinimum: fc.integer({ min: -2, max: 2 }),
    exclusiveMaximum: fc.constantFrom(0.5, 3),
    multipleOf: fc.constantFrom(2, 0.1, 1.5),
  }),
  some({ minLength: size, maxLength: size, pattern: patterns }),
  some({ minItems: size, maxItems: size, uniqueItems: fc.boolean() }),
  some({
    minProperties: size,
    maxProperties: size,
    required: fc.uniqueArray(names, { maxLength: 2 }),
    dependentRequired: members(fc.uniqueArray(names, { maxLength: 2 })),
  }),
];

/** Sets of keywords with schemas, for the same value or for what is inside it. */
function applicators(
  same: fc.Arbitrary<Json>,
  inside: fc.Arbitrary<Json>,
): readonly fc.Arbitrary<JsonObject>[] {
  const several = fc.array(same, { minLength: 1, maxLength: 3 });
  return [
    some({
      prefixItems: fc.array(inside, { minLength: 1, maxLength: 2 }),
      items: inside,
    }),
    some({ contains: inside, minContains: fc.nat(2), maxContains: fc.nat(2) }),
    some({ properties: members(inside), required: fc.uniqueArray(names, { maxLength: 2 }) }),
    some({
      properties: members(inside),
      patternProperties: patterns.chain((pattern) =>
        inside.map((schema) => ({ [pattern]: schema })),
      ),
      additionalProperties: inside,
    }),
    some({ propertyNames: inside, dependentSchemas: members(same) }),
    several.map((allOf) => ({ allOf })),
    several.map((anyOf) => ({ anyOf })),
    several.map((oneOf) => ({ oneOf })),
    same.map((not) => ({ not })),
    some({ if: same, then: same, else: same }),
  ];
}

/** Some of these keywords. */
function some(keywords: Readonly<Record<string, fc.Arbitrary<Json>>>): fc.Arbitrary<JsonObject> {
  const entries = Object.entries(keywords).map(([name, value]) =>
    fc.option(fc.tuple(fc.constant(name), value), { nil: undefined, freq: 2 }),
  );
  return fc
    .tuple(...entries)
    .map((some) => Object.fromEntries(some.filter((entry) => entry !== undefined)));
}

function members(value: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> {
  return fc
    .array(fc.tuple(optionalNames, value), { minLength: 1, maxLength: 3 })
    .map((entries) => Object.fromEntries(entries));
}
