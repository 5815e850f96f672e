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
    [
      { A: { type: "integer", format: "iri" }, B: { enum: [1], format: "sf-token" } },
      ["A/format", "B/format"],
    ],
    [{ A: { type: "string", format: "int32" }, B: { type: "boolean", format: "int64" } }, []],
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
    // That nothing is valid is another warning.
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

describe("a value that something beside its list excludes", () => {
  const wrong: Rows = [
    [{ A: { type: "string", enum: ["a", 1] } }, ["A/enum/1"]],
    [{ A: { type: "integer", enum: ["1", 1, 1.5] } }, ["A/enum/0", "A/enum/2"]],
    [{ A: { type: "string", nullable: true, enum: [null, "a", 1] } }, ["A/enum/2"], "3.0.3"],
    [{ A: ref("B", { enum: ["a", 1] }), B: text }, ["A/enum/1"]],
    [{ A: { type: "string", enum: ["a", "1"] } }, []],
    // That nothing is valid is another warning.
    [{ A: { type: "string", enum: [1, 2] } }, []],
    [{ A: { type: "integer", const: "1" } }, []],
  ];

  it.each(table(wrong))("by type: in %j at %j", async (schemas, places, version) => {
    expect(await placesOf("value-of-wrong-type", schemas, version)).toEqual(places);
  });

  const excluded: Rows = [
    [{ A: { type: "string", maxLength: 2, enum: ["DE", "FRA"] } }, ["A/enum/1"]],
    [{ A: { type: "string", pattern: "^[a-z]+$", enum: ["Def", "abc"] } }, ["A/enum/0"]],
    [{ A: { allOf: [ref("Letter")], enum: ["a", "c"] }, Letter }, ["A/enum/1"]],
    [{ A: { type: "integer", minimum: 1, enum: [0, 1] } }, ["A/enum/0"]],
    [{ A: { type: "string", enum: ["a", "b"], not: { const: "a" } } }, ["A/enum/0"]],
    [{ A: { type: "string", maxLength: 3, enum: ["DE", "FRA"] } }, []],
    [{ A: { type: "string", maxLength: 1, enum: ["DE", "FRA"] } }, []],
  ];

  it.each(table(excluded))("otherwise: in %j at %j", async (schemas, places, version) => {
    expect(await placesOf("excluded-value", schemas, version)).toEqual(places);
  });

  it("is shown with what excludes it", async () => {
    const A = { allOf: [ref("Letter")], enum: ["a", "c"] };
    expect(await diagnosticsOf(documentWith({ A, Letter }))).toMatchObject([
      {
        message: '`enum` has "c", which `enum: ["a", "b"]` excludes',
        related: [{ place: { pointer: "/components/schemas/Letter/enum" } }],
      },
    ]);
  });
});

describe("what is neither in requests nor in responses", () => {
  const rows: Rows = [
    [
      { A: object({ a: { ...text, readOnly: true, writeOnly: true } }) },
      ["A/properties/a/readOnly"],
    ],
    [
      { A: object({ a: ref("B", { writeOnly: true }) }), B: { ...text, readOnly: true } },
      ["B/readOnly"],
    ],
    [
      { A: object({ a: { allOf: [ref("B")], writeOnly: true } }), B: { ...text, readOnly: true } },
      ["B/readOnly"],
      "3.0.3",
    ],
    [
      { A: object({ a: { type: "string", nullable: true, readOnly: true, writeOnly: true } }) },
      ["A/properties/a/readOnly"],
      "3.0.3",
    ],
    [{ A: object({ a: { ...text, readOnly: true, writeOnly: false } }) }, []],
    [
      {
        A: object({ a: { ...text, readOnly: true }, b: { ...text, writeOnly: true } }),
      },
      [],
    ],
  ];

  it.each(table(rows))("in %j is a warning at %j", async (schemas, places, version) => {
    expect(await placesOf("never-sent", schemas, version)).toEqual(places);
  });
});

describe("one fault", () => {
  it.each([
    [{ A: { type: "string", enum: [1], default: 2 } }, "3.1.0"],
    [{ A: { type: ["string", "null"], enum: [1] } }, "3.1.0"],
    [{ A: { type: "string", maxLength: 1, minLength: 3, default: "a" } }, "3.0.3"],
    [{ A: object({ b: text }, { additionalProperties: false, required: ["a"] }) }, "3.1.0"],
    [{ A: object({ b: text }, { unevaluatedProperties: false, required: ["a"] }) }, "3.1.0"],
    [{ A: { type: "integer", nullable: true, enum: ["1"], default: 1 } }, "3.0.3"],
  ])("is reported once: %j", async (schemas, version) => {
    const all = await diagnosticsOf(documentWith(schemas, version));
    const codes = all
      .map(({ code }) => code)
      .filter((code) => code !== "nullable-enum-without-null");
    expect(codes).toEqual(["nothing-valid"]);
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
    [{ A: { ...Letter, nullable: true, default: "z" } }, ["A/default"], "3.0.3"],
    [{ A: { ...Letter, default: "a" } }, []],
    [{ A: { type: "string", nullable: true, default: null } }, [], "3.0.3"],
    [{ A: { type: "array", items: ref("Letter"), default: ["a", "b"] }, Letter }, []],
    [{ A: object({ next: ref("A") }, { default: { next: { next: {} } } }) }, []],
  ];

  it.each(table(rows))("in %j is a warning at %j", async (schemas, places, version) => {
    expect(await placesOf("invalid-default", schemas, version)).toEqual(places);
  });

  it.each([
    [{ A: { ...Letter, nullable: true, default: "z" } }, "3.0.3"],
    [{ A: { allOf: [ref("Letter")], default: "z" }, Letter }, "3.1.0"],
  ])("in %j is excluded by a keyword that is written", async (schemas, version) => {
    const all = await diagnosticsOf(documentWith(schemas, version));
    expect(all.find(({ code }) => code === "invalid-default")?.message).toBe(
      'the default "z" is not valid: `enum` excludes it',
    );
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
