import { describe, expect, it } from "vitest";
import { diagnosticsOf, documentWith, placesOf } from "./warnings-of.js";

const text = { type: "string" };
const ref = (name: string, others: object = {}): object => ({
  $ref: `#/components/schemas/${name}`,
  ...others,
});
const object = (properties: object, others: object = {}): object => ({
  type: "object",
  properties,
  ...others,
});
const Letter = { type: "string", enum: ["a", "b"] };

/** The places of the warnings with a code in the rows of a table: what is given, and where they are. */
type Rows = readonly (readonly [schemas: object, places: readonly string[], version?: string])[];

/** The rows with the version of each document. */
function table(rows: Rows): (readonly [object, readonly string[], string])[] {
  return rows.map(([schemas, places, version = "3.1.0"]) => [schemas, places, version]);
}

describe("a keyword that decides nothing", () => {
  const rows: Rows = [
    [{ A: { type: "integer", minLength: 1 } }, ["A/minLength"]],
    [{ A: { type: ["integer", "null"], pattern: "a" } }, ["A/pattern"]],
    [{ A: { type: "object", items: text } }, ["A/items"]],
    [{ A: { type: "array", items: text, required: ["a"] } }, ["A/required"]],
    [{ A: { enum: [1, 2], maxLength: 3 } }, ["A/maxLength"]],
    [{ A: { const: "a", minimum: 1 } }, ["A/minimum"]],
    [{ A: { type: "integer", format: "date-time" } }, ["A/format"]],
    [{ A: { allOf: [{ type: "integer" }, { minLength: 3 }] } }, ["A/allOf/1/minLength"]],
    [{ A: ref("B", { minLength: 3 }), B: { type: "integer" } }, ["A/minLength"]],
    [{ A: { then: text, else: text } }, ["A/then", "A/else"]],
    [{ A: { type: "array", minContains: 1, maxContains: 2 } }, ["A/minContains", "A/maxContains"]],
    [{ A: { type: "array", additionalItems: text } }, ["A/additionalItems"]],
    [{ A: { type: "number", exclusiveMinimum: true } }, ["A/exclusiveMinimum"], "3.0.3"],
    [{ A: { type: "string", minLength: 0, required: [], uniqueItems: false, properties: {} } }, []],
    [{ A: { type: ["string", "array"], minLength: 1, minItems: 1 } }, []],
    [{ A: { type: "string", format: "int64" } }, []],
    [{ A: { minLength: 1 } }, []],
    [{ A: { oneOf: [{ type: "integer" }, text], minLength: 1 } }, []],
    // Where nothing is valid, that is what there is to say.
    [{ A: { allOf: [{ type: "integer" }, { type: "string", minLength: 3 }] } }, []],
    [{ A: { if: text, then: { minLength: 1 } } }, []],
  ];

  it.each(table(rows))("in %j is a warning at %j", async (schemas, places, version) => {
    expect(await placesOf("ineffective-keyword", schemas, version)).toEqual(places);
  });
});

describe("null that something else excludes", () => {
  const rows: Rows = [
    [{ A: { type: ["string", "null"], enum: ["a"] } }, ["A/type"]],
    [{ A: { type: ["string", "null"], const: "a" } }, ["A/type"]],
    [{ A: ref("Letter", { type: ["string", "null"] }), Letter }, ["A/type"]],
    [{ A: { allOf: [ref("Letter"), { type: ["string", "null"] }] }, Letter }, ["A/allOf/1/type"]],
    [
      {
        A: { allOf: [object({ a: text }), { type: ["object", "null"], properties: { b: text } }] },
      },
      ["A/allOf/1/type"],
    ],
    [
      { A: { allOf: [ref("Letter"), { nullable: true }] }, Letter },
      ["A/allOf/1/nullable"],
      "3.0.3",
    ],
    [{ A: { allOf: [{ type: "string", nullable: true }, text] } }, ["A/allOf/0/nullable"], "3.0.3"],
    [{ A: { type: ["string", "null"], enum: ["a", null] } }, []],
    [{ A: { type: ["string", "null"] } }, []],
    [{ A: { type: ["object", "null"], properties: { a: text } } }, []],
    [{ A: { nullable: true, allOf: [ref("Letter")] }, Letter }, [], "3.0.3"],
    [{ A: object({ a: text }, { nullable: true }) }, [], "3.0.3"],
    // A model that extends a nullable one is not nullable, and does not say so.
    [
      {
        A: { allOf: [ref("B"), object({})] },
        B: object({ a: text }, { type: ["object", "null"] }),
      },
      [],
    ],
  ];

  it.each(table(rows))("in %j is a warning at %j", async (schemas, places, version) => {
    expect(await placesOf("null-without-effect", schemas, version)).toEqual(places);
  });
});

describe("`nullable` beside an `enum` without `null`", () => {
  const rows: Rows = [
    [{ A: { ...Letter, nullable: true } }, ["A/nullable"], "3.0.3"],
    [{ A: { enum: [1], nullable: true } }, ["A/nullable"], "3.0.3"],
    [{ A: object({ a: { ...Letter, nullable: true } }) }, ["A/properties/a/nullable"], "3.0.3"],
    [{ A: { type: "string", enum: ["a", null], nullable: true } }, [], "3.0.3"],
    [{ A: { ...Letter, nullable: false } }, [], "3.0.3"],
    [{ A: { nullable: true, allOf: [ref("Letter")] }, Letter }, [], "3.0.3"],
    [{ A: { ...Letter, nullable: true } }, [], "3.1.0"],
  ];

  it.each(table(rows))("in %j is a warning at %j", async (schemas, places, version) => {
    expect(await placesOf("nullable-enum-without-null", schemas, version)).toEqual(places);
  });
});

describe("a default that is not valid", () => {
  const rows: Rows = [
    [{ A: { ...Letter, default: "z" } }, ["A/default"]],
    [{ A: ref("Letter", { default: "z" }), Letter }, ["A/default"]],
    [{ A: { allOf: [ref("Letter")], default: "z" }, Letter }, ["A/default"], "3.0.3"],
    [{ A: object({ a: { type: "integer", default: "1" } }) }, ["A/properties/a/default"]],
    [{ A: { type: "array", items: ref("Letter"), default: ["a", "c"] }, Letter }, ["A/default"]],
    [{ A: { type: "string", default: null } }, ["A/default"], "3.0.3"],
    [{ A: { oneOf: [text, { type: "integer" }], default: true } }, ["A/default"]],
    [{ A: { ...Letter, default: "a" } }, []],
    [{ A: { type: "string", nullable: true, default: null } }, [], "3.0.3"],
    [{ A: { type: "array", items: ref("Letter"), default: ["a", "b"] }, Letter }, []],
    [{ A: object({ next: ref("A") }, { default: { next: { next: {} } } }) }, []],
  ];

  it.each(table(rows))("in %j is a warning at %j", async (schemas, places, version) => {
    expect(await placesOf("invalid-default", schemas, version)).toEqual(places);
  });

  it("is one in a parameter, too, and says what excludes it", async () => {
    const parameter = { name: "a", in: "query", schema: { type: "integer", default: "1" } };
    const document = documentWith({ A: text }, "3.1.0", {
      paths: { "/a": { get: { parameters: [parameter], responses: {} } } },
    });
    const [warning] = await diagnosticsOf(document);
    expect(warning).toMatchObject({
      code: "invalid-default",
      message: 'the default "1" is not valid: `type` excludes it',
      related: [{ place: { pointer: "/paths/~1a/get/parameters/0/schema/type" } }],
    });
  });
});
