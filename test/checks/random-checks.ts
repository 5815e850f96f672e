import fc from "fast-check";
import type { Check, Checks, Evaluated, SizeKeyword } from "../../generator/checks/check.js";
import type { JsonType, SchemaType } from "../../generator/core/json-type.js";
import type { Json } from "../../generator/core/json.js";
import { minimum, maximum, oneOfValues, required, types, when, size, call } from "./build.js";
import type { CheckedModels } from "../../generator/checks/accepts.js";

// Few different literals, names and limits, so that random checks and values often meet.

const literal = fc.constantFrom<Json[]>(null, true, false, -1, 0, 1, 1.5, 2, "", "a", "b", "ab");

const name = fc.constantFrom("a", "b", "ab");

const names = fc.uniqueArray(name, { maxLength: 2 });

const namePattern = fc.constantFrom("^a", "b$");

const limit = fc.nat({ max: 3 });

const schemaType = fc.constantFrom<SchemaType[]>(
  "null",
  "boolean",
  "number",
  "integer",
  "string",
  "array",
  "object",
);

export const randomValue: fc.Arbitrary<Json> = valueOfDepth(2);

function valueOfDepth(depth: number): fc.Arbitrary<Json> {
  if (depth === 0) return literal;
  const inner = valueOfDepth(depth - 1);
  return fc.oneof(
    { arbitrary: literal, weight: 3 },
    { arbitrary: fc.array(inner, { maxLength: 3 }), weight: 2 },
    {
      arbitrary: fc.dictionary(name, inner, { maxKeys: 3, noNullPrototype: true }),
      weight: 3,
    },
  );
}

const checksOfModels: ReadonlyMap<string, Checks> = new Map<string, Checks>([
  ["short string", [types("string"), when("string", size("maxLength", 1))]],
  ["a, if an object", [when("object", required("a"))]],
]);

/** The models that random checks call. */
export const models: CheckedModels = {
  checksOf: (model) => checksOfModels.get(model) ?? [],
  evaluatedBy: () => [],
};

const checkOfNumber: fc.Arbitrary<Check> = fc.oneof(
  limit.map(minimum),
  limit.map(maximum),
  fc.constant<Check>({ kind: "multipleOf", divisor: 2 }),
);

const checkOfString: fc.Arbitrary<Check> = fc.oneof(
  sizeBy("minLength", "maxLength"),
  namePattern.map((pattern) => ({ kind: "pattern", pattern }) as const),
);

/** Checks as keywords make them: those for values of one type are in a `when`. */
export const randomChecks: fc.Arbitrary<Checks> = checksOfDepth(3);

/** The same, of which few are inside each other. */
export const flatRandomChecks: fc.Arbitrary<Checks> = checksOfDepth(1);

function checksOfDepth(depth: number): fc.Arbitrary<Checks> {
  const inner = depth === 0 ? fc.constant<Checks>([]) : checksOfDepth(depth - 1);
  return fc.array(checkAround(inner, depth === 0), { maxLength: depth === 0 ? 1 : 3 });
}

function checkAround(inner: fc.Arbitrary<Checks>, isLeaf: boolean): fc.Arbitrary<Check> {
  const whenOf = (type: JsonType, check: fc.Arbitrary<Check>): fc.Arbitrary<Check> =>
    fc.array(check, { maxLength: 3 }).map((checks) => when(type, ...checks));
  const leaves = [
    fc.constant<Check>({ kind: "never", keyword: "false" }),
    fc.uniqueArray(schemaType, { minLength: 1, maxLength: 4 }).map((some) => types(...some)),
    fc.array(literal, { maxLength: 4 }).map((values) => oneOfValues(...values)),
    fc.constantFrom(...checksOfModels.keys()).map(call),
    whenOf("number", checkOfNumber),
    whenOf("string", checkOfString),
  ];
  if (isLeaf) return fc.oneof(...leaves);
  const branches = fc.array(inner, { maxLength: 4 });
  return fc.oneof(
    ...leaves,
    whenOf("array", checkOfArray(inner)),
    whenOf("object", checkOfObject(inner)),
    fc.record({ kind: fc.constantFrom("any", "one"), branches }),
    fc.record({ kind: fc.constant("not"), checks: inner }),
    fc.record({
      kind: fc.constant("conditional"),
      condition: inner,
      then: inner,
      otherwise: inner,
    }),
  );
}

function checkOfArray(inner: fc.Arbitrary<Checks>): fc.Arbitrary<Check> {
  return fc.oneof(
    sizeBy("minItems", "maxItems"),
    fc.constant<Check>({ kind: "unique" }),
    fc.record({ kind: fc.constant("item"), index: limit, checks: inner }),
    fc.record({
      kind: fc.constant("items"),
      from: limit,
      keyword: fc.constant("items"),
      checks: inner,
    }),
    fc.record(
      { kind: fc.constant("contains"), checks: inner, minimum: limit, maximum: limit },
      { requiredKeys: ["kind", "checks", "minimum"] },
    ),
    unevaluated("items", inner),
  );
}

function checkOfObject(inner: fc.Arbitrary<Checks>): fc.Arbitrary<Check> {
  const property = fc.record({
    kind: fc.constant("property"),
    name,
    required: fc.boolean(),
    checks: inner,
  });
  const patterns = fc.uniqueArray(namePattern, { maxLength: 1 });
  const switchCase = fc.record({ values: names, checks: inner });
  return fc.oneof(
    property,
    property,
    name.map(required),
    sizeBy("minProperties", "maxProperties"),
    fc.record({ kind: fc.constant("matching"), pattern: namePattern, checks: inner }),
    fc.record({ kind: fc.constant("additional"), names, patterns, checks: inner }),
    fc.record({ kind: fc.constant("names"), checks: inner }),
    fc.record({ kind: fc.constant("dependent"), name, checks: inner }),
    fc.record({
      kind: fc.constant("switch"),
      name,
      cases: fc.array(switchCase, { maxLength: 2 }),
    }),
    unevaluated("properties", inner),
  );
}

function unevaluated(
  target: "items" | "properties",
  inner: fc.Arbitrary<Checks>,
): fc.Arbitrary<Check> {
  const patterns = fc.uniqueArray(namePattern, { maxLength: 1 });
  const part: fc.Arbitrary<Evaluated> =
    target === "properties"
      ? fc.record({ kind: fc.constant("named"), names, patterns })
      : fc.oneof(
          fc.record({ kind: fc.constant("first"), count: limit }),
          fc.record({ kind: fc.constant("passing"), checks: inner }),
        );
  const parts = fc.array(part, { maxLength: 2 });
  const evaluated: fc.Arbitrary<Evaluated> = fc.oneof(
    { arbitrary: fc.constant({ kind: "all" }), weight: 1 },
    { arbitrary: part, weight: 4 },
    {
      arbitrary: fc.record({
        kind: fc.constant("depending"),
        condition: inner,
        then: parts,
        otherwise: parts,
      }),
      weight: 4,
    },
  );
  return fc.record({
    kind: fc.constant("unevaluated"),
    target: fc.constant(target),
    evaluated: fc.array(evaluated, { maxLength: 2 }),
    checks: inner,
  });
}

function sizeBy(...keywords: readonly SizeKeyword[]): fc.Arbitrary<Check> {
  return fc
    .tuple(fc.constantFrom(...keywords), limit)
    .map(([keyword, most]) => size(keyword, most));
}
