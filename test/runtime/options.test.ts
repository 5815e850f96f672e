import { describe, expect, test } from "vitest";
import { guardsInMemory, inMemory } from "../support/guards-in-memory.js";

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string" };
const tagged = (kind: string, more: object): object => ({
  type: "object",
  properties: { kind: { const: kind }, ...more },
  required: ["kind", ...Object.keys(more)],
});
const manifest = (kind: string, spec: object): object => ({
  type: "object",
  properties: { version: { enum: ["v1"] }, kind: { enum: [kind] }, spec },
  required: ["version", "kind"],
});
const requiring = (...required: readonly string[]): object => ({ type: "object", required });

const schemas = {
  // Constants, however they are written.
  Enum: { enum: ["low", "mid", "high"] },
  Const: { oneOf: [{ const: "low", title: "Low" }, { const: "mid" }, { const: "high" }] },
  TypedConst: { type: "string", anyOf: [{ const: "low" }, { const: "mid" }, { const: "high" }] },
  Named: { anyOf: [ref("Vowel"), ref("Digit")] },
  Exclusive: { oneOf: [ref("Vowel"), ref("Digit"), { const: "z" }] },
  Vowel: { type: "string", enum: ["a1", "a2"] },
  Digit: { type: "string", enum: ["b1", "b2"] },
  Numbers: { oneOf: [{ const: 1 }, { const: 2 }] },
  TextOrNumbers: { oneOf: [{ type: "object" }, ref("Digit")] },
  InObject: {
    anyOf: [
      { type: "object", properties: { size: ref("Vowel") } },
      { type: "object", properties: { size: ref("Digit") } },
    ],
  },
  // Properties that are missing, and others that are wrong.
  Contact: { anyOf: [requiring("email"), requiring("phone")] },
  Contacts: { anyOf: [requiring("email", "name"), requiring("phone", "zip")] },
  Either: { type: "object", oneOf: [requiring("a"), requiring("b")] },
  Wrong: {
    anyOf: [
      { type: "object", properties: { a: text }, required: ["a"] },
      { type: "object", properties: { b: { type: "integer" } }, required: ["b"] },
    ],
  },
  Shared: {
    anyOf: [
      { type: "object", properties: { id: text, a: text }, required: ["id", "a"] },
      { type: "object", properties: { id: text, b: text }, required: ["id", "b"] },
    ],
  },
  Closed: {
    anyOf: [
      { type: "object", properties: { a: text }, additionalProperties: false },
      { type: "object", properties: { b: text }, additionalProperties: false },
    ],
  },
  Nested: {
    anyOf: [
      { type: "object", properties: { at: { type: "object", properties: { x: text } } } },
      { type: "object", properties: { at: { type: "object", properties: { y: text } } } },
    ],
  },
  // A constant shows which of them was meant.
  Shape: {
    anyOf: [
      tagged("circle", { radius: { type: "number" }, color: text, name: text }),
      tagged("line", {}),
    ],
  },
  // The same, in the older way of writing a constant.
  Pod: { oneOf: [manifest("Pod", requiring("image")), manifest("Service", {})] },
  Reach: { oneOf: [{ anyOf: [requiring("mail"), requiring("phone")] }, requiring("fax")] },
  Types: {
    anyOf: [text, { type: "array" }, { type: "object", required: ["a"] }, { type: "null" }],
  },
  Cat: { type: "object", required: ["meows"], properties: { meows: text } },
  Dog: { type: "object", required: ["barks"], properties: { barks: text } },
  Pet: { oneOf: [ref("Cat"), ref("Dog")] },
  // What is not evaluated.
  Open: {
    type: "object",
    anyOf: [tagged("a", { x: text }), tagged("b", { y: text })],
    unevaluatedProperties: false,
  },
  OpenOnce: {
    type: "object",
    oneOf: [ref("Cat"), { properties: { legs: { type: "integer" } }, required: ["legs"] }],
    unevaluatedProperties: false,
  },
  OpenTwice: {
    type: "object",
    anyOf: [
      { properties: { a: text }, required: ["a"] },
      { properties: { b: text }, required: ["b"] },
    ],
    oneOf: [
      { properties: { c: text }, required: ["c"] },
      { properties: { d: text }, required: ["d"] },
    ],
    unevaluatedProperties: false,
  },
  Outer: { allOf: [ref("Inner")], properties: { z: text }, unevaluatedProperties: false },
  Inner: {
    type: "object",
    oneOf: [
      { properties: { p: text }, required: ["p"] },
      { properties: { q: text }, required: ["q"] },
    ],
  },
  Tuple: {
    type: "array",
    anyOf: [
      { prefixItems: [{ const: "a" }, text] },
      { prefixItems: [{ const: "b" }, { type: "integer" }] },
    ],
    unevaluatedItems: false,
  },
};

const { guards } = await guardsInMemory(
  inMemory({ openapi: "3.1.0", info: { title: "t", version: "1" }, components: { schemas } }),
);

/** Every issue, as its message and the keyword at the end of the place that it names. */
function issuesOf(model: string, value: unknown): readonly (readonly [string, string])[] {
  return (guards(model).validate(value).issues ?? []).map(({ message, schemaPath }) => [
    message,
    schemaPath.replace("#/components/schemas/", ""),
  ]);
}

const levels =
  'expected one of "low", "mid", "high", received "hig" (string), did you mean "high"?';

describe("a value that no alternative accepts", () => {
  test.each<[model: string, value: unknown, issues: readonly (readonly [string, string])[]]>([
    ["Enum", "hig", [[levels, "Enum/enum"]]],
    [
      "Pod",
      { version: "v1", kind: "Pod", spec: {} },
      [["spec.image: missing, expected a value", "Pod/oneOf/0/properties/spec/required"]],
    ],
    [
      "Reach",
      {},
      [["expected `mail`, or `phone`, or `fax`, received none of these", "Reach/oneOf"]],
    ],
    ["Const", "hig", [[levels, "Const/oneOf"]]],
    ["TypedConst", "hig", [[levels, "TypedConst/anyOf"]]],
    [
      "Named",
      "b3",
      [
        [
          'expected one of "a1", "a2", "b1", "b2", received "b3" (string), did you mean "b1"?',
          "Named/anyOf",
        ],
      ],
    ],
    [
      "Exclusive",
      "y",
      [['expected one of "a1", "a2", "b1", "b2", "z", received "y" (string)', "Exclusive/oneOf"]],
    ],
    ["Numbers", 3, [["expected one of 1, 2, received 3 (number)", "Numbers/oneOf"]]],
    [
      "TextOrNumbers",
      1,
      [['expected object or one of "b1", "b2", received 1 (number)', "TextOrNumbers/oneOf"]],
    ],
    ["TextOrNumbers", "b", [['expected one of "b1", "b2", received "b" (string)', "Digit/enum"]]],
    [
      "InObject",
      { size: "c" },
      [['size: expected one of "a1", "a2", "b1", "b2", received "c" (string)', "Vowel/enum"]],
    ],
    ["Contact", {}, [["expected `email`, or `phone`, received none of these", "Contact/anyOf"]]],
    [
      "Contacts",
      {},
      [
        [
          "expected `email` and `name`, or `phone` and `zip`, received none of these",
          "Contacts/anyOf",
        ],
      ],
    ],
    ["Contacts", { zip: 1 }, [["phone: missing, expected a value", "Contacts/anyOf/1/required"]]],
    ["Either", {}, [["expected `a`, or `b`, received none of these", "Either/oneOf"]]],
    [
      "Wrong",
      { a: 1 },
      [["a: expected string, received 1 (number)", "Wrong/anyOf/0/properties/a/type"]],
    ],
    [
      "Shared",
      { id: 1 },
      [
        ["id: expected string, received 1 (number)", "Shared/anyOf/0/properties/id/type"],
        ["expected `a`, or `b`, received none of these", "Shared/anyOf"],
      ],
    ],
    [
      "Closed",
      { a: "", b: "" },
      [["expected no `b`, or no `a`, received object of size 2", "Closed/anyOf"]],
    ],
    [
      "Nested",
      { at: { x: 1, y: 2 } },
      [
        [
          "expected `at.x` to be string, or `at.y` to be string, received object of size 1",
          "Nested/anyOf",
        ],
      ],
    ],
    [
      "Shape",
      { kind: "circle" },
      [
        ["radius: missing, expected number", "Shape/anyOf/0/required"],
        ["color: missing, expected string", "Shape/anyOf/0/required"],
        ["name: missing, expected string", "Shape/anyOf/0/required"],
      ],
    ],
    [
      "Types",
      1,
      [["expected string or array or object or null, received 1 (number)", "Types/anyOf"]],
    ],
    ["Types", {}, [["a: missing, expected a value", "Types/anyOf/2/required"]]],
    ["Pet", {}, [["expected `meows`, or `barks`, received none of these", "Pet/oneOf"]]],
  ])("%s for %j gets the issues of the closest option", (model, value, issues) => {
    expect(issuesOf(model, value)).toEqual(issues);
  });
});

describe("a value that several alternatives accept where one has to", () => {
  test.each<[model: string, value: unknown, message: string]>([
    ["Either", { a: 1, b: 1 }, "expected exactly one of `a`, `b`, received `a` and `b`"],
    ["Pet", { meows: "", barks: "" }, "expected exactly one of Cat, Dog, received Cat and Dog"],
  ])("%s for %j names those that do", (model, value, message) => {
    expect(issuesOf(model, value)).toEqual([[message, `${model}/oneOf`]]);
  });
});

describe("what is not evaluated", () => {
  const unexpected = (name: string, model: string): readonly [string, string] => [
    `${name}: expected no such property, received 1 (number)`,
    `${model}/unevaluatedProperties`,
  ];
  test.each<[model: string, value: unknown, issues: readonly (readonly [string, string])[]]>([
    [
      "Open",
      { kind: "a", x: 1 },
      [["x: expected string, received 1 (number)", "Open/anyOf/0/properties/x/type"]],
    ],
    [
      "Open",
      { kind: "a", x: 1, y: 1 },
      [
        ["x: expected string, received 1 (number)", "Open/anyOf/0/properties/x/type"],
        unexpected("y", "Open"),
      ],
    ],
    ["Open", { kind: "a", x: "", y: 1 }, [unexpected("y", "Open")]],
    [
      "Open",
      { kind: "c", x: 1, y: 1 },
      [['kind: expected one of "a", "b", received "c" (string)', "Open/anyOf"]],
    ],
    ["Open", { x: 1 }, [['kind: missing, expected one of "a", "b"', "Open/anyOf"]]],
    [
      "OpenOnce",
      { meows: 1, more: 1 },
      [
        ["meows: expected string, received 1 (number)", "Cat/properties/meows/type"],
        unexpected("more", "OpenOnce"),
      ],
    ],
    [
      "OpenTwice",
      { a: 1, c: 1, z: 1 },
      [
        ["a: expected string, received 1 (number)", "OpenTwice/anyOf/0/properties/a/type"],
        ["c: expected string, received 1 (number)", "OpenTwice/oneOf/0/properties/c/type"],
        unexpected("z", "OpenTwice"),
      ],
    ],
    [
      "Outer",
      { p: 1, w: 1 },
      [["p: expected string, received 1 (number)", "Inner/oneOf/0/properties/p/type"]],
    ],
    ["Outer", { p: "", w: 1 }, [unexpected("w", "Outer")]],
  ])("%s for %j is only what no closest alternative describes", (model, value, issues) => {
    expect(issuesOf(model, value)).toEqual(issues);
  });

  test("the same holds for the items of an array", () => {
    expect(issuesOf("Tuple", ["a", 1, 2]).map(([message]) => message)).toEqual([
      "[1]: expected string, received 1 (number)",
      expect.stringMatching(/^\[2\]: expected /),
    ]);
  });
});

describe("maxIssues", () => {
  const value = Array.from({ length: 150 }, () => 1);
  test.each([
    [undefined, 100, "expected no more issues, received at least 50 more"],
    [{ maxIssues: 1 }, 1, "expected no more issues, received at least 149 more"],
    [{ maxIssues: 0 }, 0, "expected no more issues, received at least 150 more"],
    [{ maxIssues: 150 }, 150, undefined],
    [{ maxIssues: Infinity }, 150, undefined],
  ])("of %j tells so many, and that there are more", async (options, count, last) => {
    const lists = { List: { type: "array", items: text } };
    const loaded = await guardsInMemory(
      inMemory({
        openapi: "3.1.0",
        info: { title: "t", version: "1" },
        components: { schemas: lists },
      }),
    );
    const messages = (loaded.guards("List").validate(value, options).issues ?? []).map(
      ({ message }) => message,
    );
    expect(messages.slice(0, count)).toEqual(
      Array.from(
        { length: count },
        (_, index) => `[${index}]: expected string, received 1 (number)`,
      ),
    );
    expect(messages.slice(count)).toEqual(last === undefined ? [] : [last]);
  });
});
