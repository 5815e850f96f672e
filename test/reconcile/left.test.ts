import type { Json, JsonObject } from "../../generator/core/json.js";
import { describe, expect, it } from "vitest";
import { reconcilable, shownChanges, shownLeft, type ComponentSample } from "./reconciled.js";

const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: "object",
  properties,
  ...more,
});

const isSomethingElse = (asked: string, sent: string): string =>
  `the document expects ${asked}, not ${sent}`;

const tagged = (kind: string): JsonObject =>
  object({ kind: { const: kind } }, { required: ["kind"] });

describe("a person is left with", () => {
  it.each<[title: string, schema: JsonObject, value: Json, left: string]>([
    [
      "a number for an id",
      object({ id: { type: "string" } }),
      { id: 12 },
      `type-not-allowed /A/properties/id/type: ${isSomethingElse("string", "a number")}`,
    ],
    [
      "an object for a string",
      { type: "string" },
      {},
      `type-not-allowed /A/type: ${isSomethingElse("string", "an object")}`,
    ],
    [
      "a number among listed strings",
      { enum: ["1", "2"] },
      1,
      `type-not-allowed /A/enum: ${isSomethingElse('one of "1", "2"', "a number")}`,
    ],
    [
      "a list for a constant",
      { const: "a" },
      ["a"],
      `type-not-allowed /A/const: ${isSomethingElse('"a"', "an array")}`,
    ],
    [
      "a text that does not match a pattern",
      { pattern: "^a" },
      "b",
      "pattern-not-matched /A/pattern: samples cannot tell which other strings are allowed",
    ],
    [
      "a value that no alternative is meant for",
      { anyOf: [{ type: "string" }, { type: "boolean" }] },
      1,
      "no-option-matches /A/anyOf: none of the alternatives is meant for a number",
    ],
    [
      "an unknown tag",
      { oneOf: [tagged("x"), tagged("y")] },
      { kind: "z" },
      "no-option-matches /A/oneOf: none of the alternatives is meant for a string",
    ],
    [
      "an unknown tag beside other alternatives",
      { anyOf: [tagged("x"), tagged("y"), { type: "string" }] },
      { kind: "z" },
      'value-not-listed /A/anyOf/0/properties/kind/const: "kind" distinguishes the alternatives of a union',
    ],
    [
      "a tag that is not sent",
      { anyOf: [tagged("x"), tagged("y"), { type: "string" }] },
      {},
      'property-missing /A/anyOf/0/required: "kind" distinguishes the alternatives of a union',
    ],
    [
      "an item twice",
      { uniqueItems: true },
      [1, 1],
      "other /A/uniqueItems: samples cannot tell how to widen `uniqueItems`",
    ],
    [
      "a name that properties may not have",
      { propertyNames: { maxLength: 1 } },
      { ab: 1 },
      "other /A/propertyNames/maxLength: samples cannot tell which other names properties may have",
    ],
    [
      "a value that `not` excludes",
      { not: { type: "string" } },
      "a",
      "other /A/not: samples cannot tell how to widen `not`",
    ],
  ])("%s", async (_title, schema, value, left) => {
    const result = (await reconcilable({ A: schema })).run([["A", value]]);
    expect(shownLeft(result)).toEqual([left]);
    expect(result).toMatchObject({ accepted: 0, acceptedAfter: 0, changes: [] });
    expect(result.overlay).toBeUndefined();
  });

  it("what goes wrong with a sample that cannot be accepted anyway", async () => {
    const schema = object({ id: { type: "string" }, at: { type: "integer" } });
    const result = (await reconcilable({ A: schema })).run([["A", { id: 1, at: null }]]);
    expect(shownChanges(result)).toEqual([]);
    expect(shownLeft(result)).toEqual([
      `type-not-allowed /A/properties/id/type: ${isSomethingElse("string", "a number")}`,
      "null-not-allowed /A/properties/at/type: every sample that shows it also has a contradiction that no widening settles",
    ]);
  });

  it("a mutated sample, while good ones are accepted", async () => {
    const schema = object(
      { id: { type: "string" }, at: { type: "integer" } },
      { required: ["id"] },
    );
    const result = (await reconcilable({ A: schema })).run([
      ["A", { id: "a", at: null }],
      ["A", { id: 7, at: null }],
      ["A", { id: ["a"] }],
    ]);
    expect(shownChanges(result)).toEqual(["/A/properties/at: accept null"]);
    expect(shownLeft(result)).toEqual([
      `type-not-allowed /A/properties/id/type: ${isSomethingElse("string", "a number")}`,
      `type-not-allowed /A/properties/id/type: ${isSomethingElse("string", "an array")}`,
    ]);
    expect(result).toMatchObject({ accepted: 0, acceptedAfter: 1 });
    expect(result.changes[0]?.contradictions[0]).toMatchObject({ samples: 2 });
  });

  it("a name that a shared schema does not allow", async () => {
    const document = await reconcilable({
      A: { propertyNames: { $ref: "#/components/schemas/Name" } },
      Name: { maxLength: 1 },
    });
    expect(shownLeft(document.run([["A", { ab: 1 }]]))).toEqual([
      "other /Name/maxLength: samples cannot tell which other names properties may have",
    ]);
  });

  it("a tag whose values are listed in a component of their own", async () => {
    const option = (kind: string): JsonObject =>
      object({ kind: { $ref: `#/components/schemas/${kind}` } }, { required: ["kind"] });
    const document = await reconcilable({
      A: { oneOf: [option("Cat"), option("Dog")] },
      Cat: { enum: ["cat"] },
      Dog: { enum: ["dog"] },
      Alone: option("Cat"),
    });
    expect(shownLeft(document.run([["Alone", { kind: "lynx" }]]))).toEqual([
      'value-not-listed /Cat/enum: "kind" distinguishes the alternatives of a union',
    ]);
  });

  it("is reported with the name of the property, where one is missing", async () => {
    const schema = object({ "a/b": { type: "string" } }, { required: ["a/b"] });
    const result = (await reconcilable({ A: schema })).run([["A", {}]], 2);
    expect(result.left).toMatchObject([{ expected: '"a/b" (string)', samples: 1 }]);
  });
});

describe("with two samples asked for", () => {
  it.each<[title: string, schema: JsonObject, odd: Json]>([
    ["null", object({ p: { type: "string" } }), { p: null }],
    ["a property that is not sent", object({}, { required: ["p"] }), {}],
    ["a value that is not listed", { enum: ["a"] }, "b"],
    ["a fraction", { type: "integer" }, 0.5],
    ["a value beyond a bound", { maximum: 1 }, 2],
    ["an extra property", { additionalProperties: false }, { p: 1 }],
    ["a match with two alternatives", { oneOf: [{ minimum: 1 }, { maximum: 1 }] }, 1],
  ])("a single odd one changes nothing: %s", async (_title, schema, odd) => {
    const document = await reconcilable({ A: schema });
    const one = document.run([["A", odd]], 2);
    expect(one.overlay).toBeUndefined();
    expect(shownChanges(one)).toEqual([]);
    expect(one.left.map(({ reason }) => reason)).toEqual(["fewer than 2 samples show it"]);
    const two = document.run(
      [
        ["A", odd],
        ["A", odd],
      ],
      2,
    );
    expect(two.changes).toHaveLength(1);
    expect(two).toMatchObject({ acceptedAfter: 2, left: [] });
  });

  it("one sample that shows it twice counts once", async () => {
    const document = await reconcilable({ A: { type: "array", items: { type: "string" } } });
    const result = document.run([["A", [null, null]]], 2);
    expect(result.changes).toEqual([]);
    expect(result.left).toMatchObject([{ samples: 1, evidence: [{}, {}] }]);
  });

  it("each value of a list needs its own", async () => {
    const document = await reconcilable({ A: { enum: ["a"] } });
    const samples = ["b", "b", "c"].map((value): ComponentSample => ["A", value]);
    const result = document.run(samples, 2);
    expect(shownChanges(result)).toEqual(['/A: accept "b"']);
    expect(shownLeft(result)).toEqual(["value-not-listed /A/enum: fewer than 2 samples show it"]);
  });

  it("a bound is loosened as far as two samples go", async () => {
    const document = await reconcilable({ A: { maximum: 10 } });
    const samples = [11, 12, 1_000_000].map((value): ComponentSample => ["A", value]);
    const result = document.run(samples, 2);
    expect(shownChanges(result)).toEqual(["/A: loosen `maximum` to 12"]);
    expect(result.acceptedAfter).toBe(2);
    expect(shownLeft(result)).toEqual([
      "bound-exceeded /A/maximum: fewer than 2 of the samples that need this limit can be accepted",
    ]);
    expect(result.left[0]?.evidence).toHaveLength(1);
  });
});

describe("where a component is shared", () => {
  const schemas = {
    A: object({ p: { $ref: "#/components/schemas/C" }, q: { $ref: "#/components/schemas/C" } }),
    B: object({ p: { $ref: "#/components/schemas/C" } }),
    C: object({ x: { type: "string" } }, { required: ["x"] }),
  };

  it("only the use accepts null", async () => {
    const result = (await reconcilable(schemas)).run([["A", { p: null }]]);
    expect(shownChanges(result)).toEqual(["/A/properties/p: accept null"]);
    expect(result.changes[0]?.choice).toBe(
      "#/components/schemas/C accepts null only here: in the component, all 3 uses would accept it",
    );
    expect(result.overlay).toContain("#/components/schemas/C accepts null");
  });

  it("its `required` is dropped in the component, for all uses", async () => {
    const result = (await reconcilable(schemas)).run([
      ["A", { p: {} }],
      ["B", { p: {} }],
    ]);
    expect(shownChanges(result)).toEqual(['/C: do not require "x"']);
    expect(result.changes[0]?.contradictions).toMatchObject([{ subjects: ["A", "B"], samples: 2 }]);
  });
});

describe("what is not contradicted", () => {
  it("stays as it is", async () => {
    const schemas = { A: object({ p: { type: "string" } }), B: { type: "integer" } };
    const result = (await reconcilable(schemas)).run([
      ["A", { p: "a" }],
      ["B", 1],
    ]);
    expect(result).toEqual({
      samples: 2,
      accepted: 2,
      acceptedAfter: 2,
      changes: [],
      left: [],
      unusable: [],
      slips: [],
    });
  });

  it("stays where a change of another place makes up for it", async () => {
    // The first sample can be accepted by the first alternative without `b`. What the others make
    // of the second one accepts it as well.
    const schemas = {
      A: {
        anyOf: [
          object({ a: { type: "integer" } }, { required: ["a", "b"] }),
          object({ c: {} }, { required: ["c", "d", "e"] }),
        ],
      },
      B: { $ref: "#/components/schemas/A/anyOf/1" },
    };
    const result = (await reconcilable(schemas)).run([
      ["A", { a: 1 }],
      ["B", {}],
    ]);
    expect(shownChanges(result)).toEqual(['/A/anyOf/1: do not require "c", "d" and "e"']);
    expect(result.acceptedAfter).toBe(2);
  });
});
