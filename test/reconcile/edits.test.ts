import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../generator/core/json.js";
import { editsOf } from "../../generator/reconcile/edits.js";
import type { WideningStep } from "../../generator/reconcile/widening.js";

type Row = readonly [schema: JsonObject, step: WideningStep, edited: JsonObject | undefined];

const text = { type: "string" };
const fractions: WideningStep = { kind: "accept-fractions" };
const open: WideningStep = { kind: "open-values" };
const anyOption: WideningStep = { kind: "any-option" };
const orNull: WideningStep = { kind: "accept-null" };
const add = (...values: readonly string[]): WideningStep => ({ kind: "add-values", values });
const drop = (...names: readonly string[]): WideningStep => ({ kind: "drop-required", names });
const loosen = (
  keyword: Extract<WideningStep, { kind: "loosen-bound" }>["keyword"],
  limit: number,
): WideningStep => ({ kind: "loosen-bound", keyword, limit });

const tables: Readonly<Record<string, readonly Row[]>> = {
  "Fractions are accepted": [
    [{ type: "integer", minimum: 1 }, fractions, { type: "number", minimum: 1 }],
    [{ type: ["integer", "null"] }, fractions, { type: ["null", "number"] }],
  ],
  "Values are added": [
    [{ enum: ["a"] }, add("b", "c"), { enum: ["a", "b", "c"] }],
    [{ const: "a", title: "A" }, add("b"), { title: "A", enum: ["a", "b"] }],
  ],
  "Values are opened": [
    [{ ...text, enum: ["a"] }, open, text],
    [{ enum: ["a"] }, open, text],
    [{ const: "a" }, open, text],
  ],
  "A bound is loosened": [
    [{ minimum: 5, maximum: 9 }, loosen("minimum", 1), { minimum: 1, maximum: 9 }],
    [{ maxLength: 5 }, loosen("maxLength", 9), { maxLength: 9 }],
    [{ exclusiveMinimum: 5 }, loosen("exclusiveMinimum", 5), { minimum: 5 }],
    [{ exclusiveMaximum: 5 }, loosen("exclusiveMaximum", 5), { maximum: 5 }],
  ],
  "A property is required no more": [
    [{ required: ["a", "b", "c"] }, drop("a", "c"), { required: ["b"] }],
    // An empty list is no schema of 3.0.
    [{ ...text, required: ["a", "b"] }, drop("a", "b"), text],
  ],
  "A property is allowed": [
    [
      { properties: { a: text } },
      { kind: "allow-property", names: ["b", "c"] },
      { properties: { a: text, b: {}, c: {} } },
    ],
    [{}, { kind: "allow-property", names: ["b"] }, { properties: { b: {} } }],
  ],
  "Several options may match": [
    [{ oneOf: [text, true], title: "A" }, anyOption, { title: "A", anyOf: [text, true] }],
    [{ oneOf: [text], anyOf: [] }, anyOption, undefined],
  ],
  "`null` is accepted": [
    [{ ...text, minLength: 1 }, orNull, { minLength: 1, type: ["string", "null"] }],
    [{ type: ["string"] }, orNull, { type: ["string", "null"] }],
    [{ type: ["null"], enum: ["a"] }, orNull, { type: ["null"], enum: ["a", null] }],
    [{ enum: ["a", null] }, orNull, { enum: ["a", null] }],
    [{ const: "a" }, orNull, { enum: ["a", null] }],
    [{ anyOf: [text] }, orNull, { anyOf: [text, { type: "null" }] }],
    [{ oneOf: [text] }, orNull, { oneOf: [text, { type: "null" }] }],
    [
      { $ref: "#a", description: "A", "x-b": 1, maxLength: 9 },
      orNull,
      { description: "A", "x-b": 1, anyOf: [{ $ref: "#a", maxLength: 9 }, { type: "null" }] },
    ],
    [
      { allOf: [text], properties: { a: text } },
      orNull,
      { anyOf: [{ allOf: [text], properties: { a: text } }, { type: "null" }] },
    ],
    [{ not: text, anyOf: [true] }, orNull, undefined],
  ],
};

describe.each(Object.entries(tables))("%s", (_what, rows) => {
  test.each(rows)("%j by %j becomes %j", (schema, step, edited) => {
    expect(editsOf(schema, step, "3.1")?.schema).toEqual(edited);
  });
});

describe("In OpenAPI 3.0", () => {
  test.each<Row>([
    [text, orNull, { ...text, nullable: true }],
    [{ enum: ["a"] }, orNull, { enum: ["a", null], nullable: true }],
    [{ enum: [null] }, orNull, { enum: [null], nullable: true }],
    [{ $ref: "#a" }, orNull, { allOf: [{ $ref: "#a" }], nullable: true }],
  ])("%j by %j becomes %j", (schema, step, edited) => {
    expect(editsOf(schema, step, "3.0")?.schema).toEqual(edited);
  });
});

test.each([
  ["3.1", { $ref: "#a", title: "A", maxLength: 9 }, orNull, { kind: "into", tokens: ["anyOf", "0"], keywords: ["$ref", "maxLength"] }], // prettier-ignore
  ["3.0", { $ref: "#a" }, orNull, { kind: "into", tokens: ["allOf", "0"], keywords: ["$ref"] }],
  ["3.1", { oneOf: [text] }, anyOption, { kind: "renamed", from: "oneOf", to: "anyOf" }],
  ["3.1", text, orNull, undefined],
] as const)("in %s, %j by %j moves %j", (version, schema, step, moved) => {
  expect(editsOf(schema, step, version)?.moved).toEqual(moved);
});
