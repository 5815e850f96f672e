import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../generator/core/json.js";
import { expectAgreement, seed } from "../oracle/agreement.js";
import { typeErrors } from "../oracle/type-check.js";
import { compileTexts } from "../support/native-compiler.js";
import { textsOf } from "../support/package-in-memory.js";
import { loadPoliced } from "../policy/policed.js";

/** A pattern of another dialect. */
const foreign = "^a\\Z";

/** What it may mean; nobody knows. */
const meanings = ["^a$", "^b", "", "(?!)"];

interface Row {
  readonly name: string;
  readonly schema: Json;
  /** Values that are not valid, whatever it means. */
  readonly invalid?: readonly Json[];
}

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const rows: readonly Row[] = [
  { name: "Text", schema: { type: "string", pattern: foreign, minLength: 1 }, invalid: ["", 1] },
  { name: "Not", schema: { not: { type: "string", pattern: foreign } } },
  { name: "NotReferred", schema: { type: "string", not: ref("Text") }, invalid: [1] },
  { name: "NotNot", schema: { not: { not: ref("Text") } } },
  {
    name: "OneOf",
    schema: { oneOf: [ref("Text"), { type: "string", pattern: "^b" }, { type: "integer" }] },
    invalid: [true, null],
  },
  {
    name: "Discriminated",
    schema: {
      oneOf: ["x", "y"].map((kind) => ({
        type: "object",
        properties: { b: { const: kind }, a: ref("Text") },
        required: ["b"],
      })),
      discriminator: { propertyName: "b" },
    },
    invalid: [{ b: "z" }, { b: "x", a: 1 }],
  },
  {
    name: "OneOfBesideAnyOf",
    schema: { oneOf: [ref("Text"), { type: "string" }], anyOf: [{ const: "a" }, { const: "b" }] },
    invalid: ["c", 1],
  },
  {
    name: "OneOfInside",
    schema: {
      oneOf: [
        { type: "object", properties: { a: ref("Text") } },
        { type: "object", properties: { a: { type: "string" }, b: ref("Text") } },
      ],
    },
    invalid: [1, { a: 1 }],
  },
  {
    name: "If",
    schema: { if: ref("Text"), then: { minLength: 2 }, else: { type: "integer" } },
    invalid: [true, 1.5],
  },
  { name: "IfThen", schema: { if: ref("Text"), then: { const: "a" } } },
  {
    name: "IfEvaluates",
    schema: {
      type: "object",
      if: { properties: { a: ref("Text") }, required: ["a"] },
      then: { properties: { b: { type: "integer" } } },
      unevaluatedProperties: false,
    },
    invalid: [{ c: 1 }, 1],
  },
  { name: "IfAlone", schema: { if: ref("Text") } },
  { name: "Then", schema: { if: { type: "string" }, then: ref("Text") }, invalid: [""] },
  {
    name: "Contains",
    schema: { type: "array", contains: ref("Text"), maxContains: 1 },
    invalid: [[], [""], [1]],
  },
  { name: "Names", schema: { type: "object", propertyNames: ref("Text") }, invalid: [{ "": 1 }] },
  {
    name: "NoNames",
    schema: { type: "object", propertyNames: { not: ref("Text") } },
  },
  {
    name: "Matching",
    schema: { type: "object", patternProperties: { [foreign]: { type: "integer" } } },
    invalid: [1],
  },
  {
    name: "Closed",
    schema: {
      type: "object",
      properties: { c: { type: "boolean" } },
      patternProperties: { [foreign]: { type: "integer" } },
      additionalProperties: false,
    },
    invalid: [{ c: 1 }, { a: "a" }, { b: true }],
  },
  {
    name: "ClosedBySchema",
    schema: {
      type: "object",
      patternProperties: { [foreign]: { type: "integer" }, "^\\_": { type: "null" } },
      additionalProperties: { type: "string" },
    },
    invalid: [{ a: true }, { _: 1 }],
  },
  {
    name: "ClosedTwice",
    schema: {
      type: "object",
      patternProperties: { [foreign]: false, "\\h": false },
      additionalProperties: false,
    },
    invalid: [{ a: 1 }, { "": 1 }],
  },
  {
    name: "Forbidden",
    schema: {
      type: "object",
      patternProperties: { [foreign]: false },
      additionalProperties: { type: "integer" },
    },
    invalid: [{ a: "a" }],
  },
  {
    name: "Unevaluated",
    schema: {
      type: "object",
      patternProperties: { [foreign]: { type: "integer" } },
      unevaluatedProperties: false,
    },
  },
  {
    name: "UnevaluatedAround",
    schema: { allOf: [ref("Matching")], unevaluatedProperties: false },
    invalid: [1],
  },
  {
    name: "NotMatching",
    schema: { type: "object", not: ref("Closed") },
    invalid: [1],
  },
  {
    name: "Tree",
    schema: {
      type: "object",
      properties: { a: { oneOf: [ref("Tree"), ref("Text")] }, b: { not: ref("Tree") } },
    },
    invalid: [1, { a: 1 }],
  },
];

const components = rows.map(({ name, schema }) => [name, schema] as const);

/** The schema of a row in which each pattern means one thing. */
function meant(name: string, meaning: string): JsonObject {
  const text = JSON.stringify({ $ref: `#/$defs/${name}`, $defs: Object.fromEntries(components) })
    .replaceAll("#/components/schemas/", "#/$defs/")
    .replaceAll(JSON.stringify(foreign), JSON.stringify(meaning))
    .replaceAll(JSON.stringify("\\h"), '"[0-9a-f]"')
    .replaceAll(JSON.stringify("^\\_"), '"^_"');
  // What JSON.parse makes of the text of an object is one.
  return JSON.parse(text) as JsonObject;
}

/** Ajv with an account of which properties were evaluated. */
const ajv = new Ajv2020({ strict: false, ownProperties: true });

function oracleOf(schema: JsonObject): (value: Json) => boolean {
  const validate = ajv.compile(schema);
  return (each) => validate(each);
}

const loaded = await loadPoliced(components, {});
const schemaOf = loaded.jsonSchema;

const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("", "a", "b", "c", "ab", 1, 1.5, true, null),
    fc.dictionary(fc.constantFrom("a", "b", "c", "_", ""), tie("value"), { maxKeys: 3 }),
    fc.array(tie("value"), { maxLength: 3 }),
  ),
}));

const samples = fc.sample(value, { seed, numRuns: 800 });

describe("a pattern of another dialect", () => {
  it.each(rows)("rejects nothing by a guess: $name", ({ name, invalid = [] }) => {
    const oracles = meanings.map((meaning) => oracleOf(meant(name, meaning)));
    const { is } = loaded.guards(name);
    const rejected = samples.filter(
      (each) => !is(each) && oracles.some((isValid) => isValid(each)),
    );
    expect(rejected).toEqual([]);
    for (const each of invalid) expect([each, is(each)]).toEqual([each, false]);
  });

  it.each(rows)("is decided as by the JSON Schema: $name", ({ name, invalid = [] }) => {
    const isValid = oracleOf(schemaOf(name));
    // Without the document: `oneOf` in it is read as `anyOf`.
    const { is, validate } = loaded.guards(name);
    for (const each of [...samples, ...invalid]) {
      expectAgreement({ is, validate }, each, isValid(each));
    }
  });

  it("leaves types that have what the guards accept", () => {
    expect(compileTexts(textsOf(loaded.files))).toEqual([]);
    const values = rows.map(
      ({ name }) => [name, samples.slice(0, 100).filter(loaded.guards(name).is)] as const,
    );
    expect(typeErrors(loaded, values)).toEqual([]);
  });
});
