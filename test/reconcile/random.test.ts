import type { Json, JsonObject } from "../../generator/core/json.js";
import {
  array,
  assert as assertProperty,
  asyncProperty,
  constantFrom,
  integer,
  oneof,
  record,
  tuple,
  type Arbitrary,
} from "fast-check";
import { expect, it } from "vitest";
import type { Contradiction } from "../../generator/reconcile/reconciliation.js";
import { reconcilable, type ComponentSample } from "./reconciled.js";

const leaf: Arbitrary<JsonObject> = oneof(
  constantFrom<JsonObject>(
    { type: "string" },
    { type: "integer" },
    { type: ["integer", "boolean"] },
    { type: "string", enum: ["a", "b"] },
    { const: "a" },
    { $ref: "#/components/schemas/Shared" },
    { allOf: [{ $ref: "#/components/schemas/Shared" }], description: "A use." },
    { anyOf: [{ type: "string", maxLength: 1 }, { $ref: "#/components/schemas/Shared" }] },
    {
      oneOf: [
        { type: "integer", maximum: 2 },
        { type: "number", minimum: 2 },
      ],
    },
    { type: "array", items: { type: "string" }, maxItems: 1 },
  ),
  integer({ min: 0, max: 2 }).map((minimum): JsonObject => ({ type: "number", minimum })),
);

const names = ["p", "q"] as const;

const objectSchema: Arbitrary<JsonObject> = record({
  p: leaf,
  q: leaf,
  required: constantFrom<readonly string[]>([], ["p"], ["p", "q"]),
  isClosed: constantFrom(true, false),
}).map(({ p, q, required, isClosed }) => ({
  type: "object",
  properties: { p, q },
  ...(required.length > 0 && { required }),
  ...(isClosed && { additionalProperties: false }),
}));

const value: Arbitrary<Json> = constantFrom<Json>(
  null,
  "a",
  "b",
  "c",
  "long",
  0,
  1,
  2,
  3,
  -1,
  0.5,
  true,
  [],
  ["a"],
  ["a", null],
  {},
  { s: null },
  { s: "a" },
);

const instance: Arbitrary<Json> = oneof(
  { weight: 8, arbitrary: record({ p: value, q: value, r: value }, { requiredKeys: [] }) },
  { weight: 1, arbitrary: value },
);

const shared: JsonObject = {
  type: "object",
  required: ["s"],
  properties: { s: { type: "string" } },
};

it("accepts what it does not name as left, and all that was accepted before", async () => {
  await assertProperty(
    asyncProperty(
      tuple(
        objectSchema,
        array(instance, { minLength: 1, maxLength: 6 }),
        array(instance, { maxLength: 4 }),
        constantFrom("3.0.3", "3.1.0"),
      ),
      async ([schema, sent, others, openapi]) => {
        const isOld = openapi === "3.0.3";
        const A = isOld ? asOld(schema) : schema;
        const document = await reconcilable({ A, Shared: shared }, openapi);
        const samples = sent.map((one): ComponentSample => ["A", one]);
        const result = document.run(samples);
        const after = document.after(result);
        const good = withoutLines(samples, result.left);
        expect(result.acceptedAfter).toBe(good.length);
        expect(after.run(good)).toMatchObject({ accepted: good.length, changes: [] });
        // Where exactly one alternative has to match, a wider one can take this from a value.
        if (JSON.stringify(schema).includes("oneOf")) return;
        const unchanged = others.map((one): ComponentSample => ["A", one]);
        const { left, changes } = document.run(unchanged);
        const contradictions = changes.flatMap((change) => change.contradictions);
        const before = withoutLines(unchanged, [...left, ...contradictions]);
        expect(after.run(before).accepted).toBe(before.length);
      },
    ),
    { numRuns: 25, seed: 20260105 },
  );
});

/** The samples without some contradictions. */
function withoutLines(
  samples: readonly ComponentSample[],
  contradictions: readonly Contradiction[],
): readonly ComponentSample[] {
  const shown = contradictions.flatMap(({ evidence }) => evidence);
  const lines = new Set(shown.map(({ origin }) => origin.line));
  return samples.filter((_, index) => !lines.has(index + 1));
}

/** What OpenAPI 3.0 has no word for is left out. */
function asOld(schema: JsonObject): JsonObject {
  const { properties, ...others } = schema;
  const known = properties as JsonObject;
  return {
    ...others,
    properties: Object.fromEntries(
      names.map((name) => {
        const property = known[name] as JsonObject;
        const isNew = Array.isArray(property.type) || property.const !== undefined;
        return [name, isNew ? { type: "string" } : property];
      }),
    ),
  };
}
