import { expect, it } from "vitest";
import type { Json, JsonObject } from "../../generator/core/json.js";
import { checkPair, compareComponents } from "./check-pair.js";
import type { Pair } from "./random-pairs.js";
import { object, ref, string, integer, type Components, type WrittenObject } from "./pairs/pair.js";

type Row = readonly [what: string, old: Components, now: Components, payload: Json | undefined];

/** The same document with one component changed. */
const changed = (all: Components, change: Components): readonly [Components, Components] => [
  all,
  { ...all, ...change },
];

const extra = object({ extra: string });
const named = object({ a: string });
const withB = (schema: WrittenObject): WrittenObject => ({
  ...schema,
  anyOf: [object({ x: object({ b: string }) }), object({ y: string }, "y")],
});

/** Members that the sender describes elsewhere than where the receiver does. */
const rows: readonly Row[] = [
  [
    "a part of allOf beside a component",
    ...changed(
      { A: { allOf: [ref("B"), extra] }, B: named },
      { B: object({ a: string, extra: integer }) },
    ),
    { extra: "" },
  ],
  [
    "properties beside a reference",
    ...changed(
      { A: { ...ref("B"), ...extra }, B: named },
      { B: object({ a: string, extra: integer }) },
    ),
    { extra: "" },
  ],
  [
    "a pattern beside a component",
    ...changed(
      { A: { allOf: [ref("B"), { patternProperties: { "^ex": string } }] }, B: named },
      { B: object({ a: string, extra: integer }) },
    ),
    { extra: "" },
  ],
  [
    "a part beside a component, inside a property",
    ...changed(
      { A: { allOf: [ref("B"), object({ y: extra })] }, B: object({ y: named }) },
      { B: object({ y: object({ a: string, extra: integer }) }) },
    ),
    { y: { extra: "" } },
  ],
  [
    "items beside a component",
    ...changed(
      { A: { allOf: [ref("B"), { items: extra }] }, B: { type: "array", items: named } },
      { B: { type: "array", items: object({ a: string, extra: integer }) } },
    ),
    [{ extra: "" }],
  ],
  [
    "a component that is part of another one",
    ...changed(
      { A: object({ x: ref("B") }), B: { allOf: [ref("C"), extra] }, C: named },
      { C: object({ extra: integer }) },
    ),
    { extra: "" },
  ],
  [
    "an option beside a property",
    { A: withB(object({ x: named })) },
    { A: withB(object({ x: object({ a: string, b: integer }) })) },
    { x: { b: "" } },
  ],
  [
    "an option beside a pattern",
    { A: withB({ patternProperties: { "^x": named } }) },
    { A: withB({ patternProperties: { "^x": object({ b: integer }) } }) },
    { x: { b: "" } },
  ],
  [
    "a condition",
    {
      A: {
        ...object({ x: named }),
        if: object({ x: object({ b: string }, "b") }, "x"),
        then: { minProperties: 1 },
      },
    },
    {
      A: {
        ...object({ x: object({ b: integer }) }),
        if: object({ x: object({ b: string }, "b") }, "x"),
        then: { minProperties: 1 },
      },
    },
    { x: { b: "" } },
  ],
  [
    "what depends on a property",
    {
      A: {
        ...object({ k: string, x: named }),
        dependentSchemas: { k: object({ x: object({ b: string }) }) },
      },
    },
    {
      A: {
        ...object({ k: string, x: object({ b: integer }) }),
        dependentSchemas: { k: object({ x: object({ b: string }) }) },
      },
    },
    { x: { b: "" } },
  ],
  [
    "contains",
    { A: { type: "array", items: named, contains: object({ b: string }, "b") } },
    { A: { type: "array", items: object({ b: integer }), contains: object({ b: string }, "b") } },
    [{ b: "" }],
  ],
  [
    "an option that excludes the other one",
    ...changed(
      {
        A: { oneOf: [ref("B"), ref("C")] },
        B: object({ t: { const: "b" } }, "t"),
        C: object({ t: { const: "c" }, u: string }, "t"),
      },
      { B: object({ t: { const: "b" }, u: integer }, "t") },
    ),
    undefined,
  ],
  [
    "further members beside a pattern",
    {
      A: {
        type: "object",
        patternProperties: { "^a": object({ p: string }) },
        additionalProperties: named,
      },
    },
    {
      A: {
        type: "object",
        patternProperties: { "^a": object({ p: string }) },
        additionalProperties: object({ p: integer }),
      },
    },
    undefined,
  ],
];

it.each<Row>([
  [
    "another pattern",
    { A: { type: "object", patternProperties: { "^ab": string } } },
    { A: { type: "object", patternProperties: { "^ab?": { type: "string", maxLength: 3 } } } },
    undefined,
  ],
])("names that match %s are not left out", async (_what, old, now) => {
  const changes = await compareComponents({ old, new: now } as unknown as Pair); // schemas are JSON
  const requests = changes.filter(({ direction }) => direction === "request");
  expect(requests.filter(({ data }) => data === "compatible")).toEqual([]);
});

it.each<Row>([
  [
    "further items",
    { A: { items: string } },
    { A: { prefixItems: [string], items: false } },
    ["", ""],
  ],
  [
    "unevaluated items",
    { A: { type: "array", prefixItems: [string] } },
    { A: { type: "array", prefixItems: [string], unevaluatedItems: false } },
    ["", 0],
  ],
  [
    "long names",
    { A: { type: "object", propertyNames: { maxLength: 3 } } },
    { A: { type: "object", propertyNames: { maxLength: 2 } } },
    { aaa: 0 },
  ],
])("a payload shows that %s are rejected", async (_what, old, now, payload) => {
  const changes = await compareComponents({ old, new: now } as unknown as Pair); // schemas are JSON
  const proofs = changes.flatMap(({ direction, proof }) =>
    direction === "request" && proof ? [proof] : [],
  );
  expect(proofs).toMatchObject([{ value: payload }]);
});

it.each(rows)("a new property may be described by %s", async (_what, old, now, payload) => {
  const [before, after] = [old, now] as unknown as [JsonObject, JsonObject]; // schemas are JSON
  const { faults } = await checkPair({ old: before, new: after }, 40, 1);
  expect(faults).toEqual([]);
  const changes = await compareComponents({ old: before, new: after });
  const requests = changes.filter(({ direction }) => direction === "request");
  const open = requests.filter(({ data }) => data !== "compatible");
  expect(open.map(({ proof }) => proof && "value" in proof && proof.value)).toEqual(
    payload === undefined ? [] : [payload],
  );
});

it("follows components that tell which members are evaluated", async () => {
  const closed = { allOf: [ref("B")], unevaluatedProperties: false };
  const changes = await compareComponents({
    old: { A: closed, B: object({ a: string, b: string }) } as unknown as JsonObject, // schemas are JSON
    new: { A: closed, B: object({ a: string }) } as unknown as JsonObject,
  });
  expect(
    changes
      .filter(({ data }) => data === "breaking")
      .map(({ component, proof }) => [component, proof]),
  ).toMatchObject([["A", { value: { b: "" }, acceptedBy: "old" }]]);
});
