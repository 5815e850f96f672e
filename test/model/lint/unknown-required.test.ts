import { describe, expect, it } from "vitest";
import { placesOf } from "./warnings-of.js";

const text = { type: "string" };
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object, others: object = {}): object => ({
  type: "object",
  properties,
  ...others,
});

/** A model with an object inside, which others extend. */
const Base = object({
  inner: object({ x: text }),
  list: { type: "array", items: object({ x: text }) },
});

describe("a required property that is described", () => {
  it.each([
    ["beside it", { A: object({ x: text }, { required: ["x"] }) }],
    ["nowhere, as nothing else is", { A: { type: "object", required: ["x"] } }],
    [
      "in another part",
      { A: { allOf: [object({ x: text }), object({ y: text }, { required: ["x"] })] } },
    ],
    [
      "around the part",
      { A: object({ x: text }, { allOf: [object({ y: text }, { required: ["x"] })] }) },
    ],
    [
      "in a base",
      { Base, A: { allOf: [ref("Base"), object({ y: text }, { required: ["inner"] })] } },
    ],
    [
      "in a base beside it",
      { Base, A: object({ y: text }, { required: ["inner"], ...ref("Base") }) },
    ],
    [
      "in the object of a base",
      {
        Base,
        A: { allOf: [ref("Base"), object({ inner: object({ y: text }, { required: ["x"] }) })] },
      },
    ],
    [
      "in the items of a base",
      {
        Base,
        A: {
          allOf: [
            ref("Base"),
            object({ list: { type: "array", items: object({ y: text }, { required: ["x"] }) } }),
          ],
        },
      },
    ],
    [
      "in a base of a base, two levels deep",
      {
        Base: object({ a: object({ b: object({ x: text }) }) }),
        Middle: { allOf: [ref("Base")] },
        A: {
          allOf: [
            ref("Middle"),
            object({ a: object({ b: object({ y: text }, { required: ["x"] }) }) }),
          ],
        },
      },
    ],
    [
      "by a pattern",
      { A: object({ y: text }, { required: ["x"], patternProperties: { "^x": text } }) },
    ],
    [
      "by additional ones",
      { A: object({ y: text }, { required: ["x"], additionalProperties: text }) },
    ],
    [
      "by unevaluated ones",
      { A: object({ y: text }, { required: ["x"], unevaluatedProperties: text }) },
    ],
    [
      "by names",
      { A: object({ y: text }, { required: ["x"], propertyNames: { enum: ["x", "y"] } }) },
    ],
    [
      "by an option",
      {
        A: object(
          { y: text },
          { required: ["x"], oneOf: [object({ x: text }), object({ x: text, z: text })] },
        ),
      },
    ],
    [
      "around an option",
      { A: object({ x: text, y: text }, { anyOf: [{ required: ["x"] }, { required: ["y"] }] }) },
    ],
    [
      "where a property is there",
      { A: object({ y: text }, { required: ["x"], dependentSchemas: { y: object({ x: text }) } }) },
    ],
    [
      "by a condition",
      {
        A: object(
          { kind: text },
          { if: object({ kind: { const: "a" } }), then: object({ x: text }, { required: ["x"] }) },
        ),
      },
    ],
    [
      "by what uses a mixin",
      {
        Mixin: object({ z: text }, { required: ["x"] }),
        A: { allOf: [ref("Mixin"), object({ x: text })] },
      },
    ],
    [
      "for what must not be",
      { A: object({ y: text }, { not: object({ z: text }, { required: ["x"] }) }) },
    ],
  ])("%s is no warning", async (_where, schemas) => {
    expect(await placesOf("unknown-required-property", schemas)).toEqual([]);
  });
});

describe("a required property that is described nowhere", () => {
  it.each([
    ["beside it", { A: object({ y: text }, { required: ["y", "x"] }) }, "A/required/1"],
    [
      "in all parts",
      { A: { allOf: [object({ y: text }), object({ z: text }, { required: ["x"] })] } },
      "A/allOf/1/required/0",
    ],
    [
      "in the base, but in an object inside",
      { Base, A: { allOf: [ref("Base"), object({ y: text }, { required: ["x"] })] } },
      "A/allOf/1/required/0",
    ],
    [
      "but in another property of the base",
      {
        Base,
        A: { allOf: [ref("Base"), object({ other: object({ y: text }, { required: ["x"] }) })] },
      },
      "A/allOf/1/properties/other/required/0",
    ],
    [
      "but in another option, which is taken instead",
      { A: { oneOf: [object({ y: text }, { required: ["x"] }), object({ x: text })] } },
      "A/oneOf/0/required/0",
    ],
    [
      "but in an option that a tag tells apart",
      {
        A: { anyOf: [ref("B"), ref("C")] },
        B: object({ kind: { const: "b" } }, { required: ["kind", "x"] }),
        C: object({ kind: { const: "c" }, x: text }, { required: ["kind"] }),
      },
      "B/required/1",
    ],
    [
      "in `then`, but in `else`",
      {
        A: object(
          { kind: text },
          {
            if: object({ kind: { const: "a" } }),
            then: { required: ["x"] },
            else: object({ x: text }),
          },
        ),
      },
      "A/then/required/0",
    ],
    [
      "in the items of a tuple",
      {
        A: {
          type: "array",
          prefixItems: [object({ y: text }, { required: ["x"] }), object({ x: text })],
        },
      },
      "A/prefixItems/0/required/0",
    ],
  ])("%s is a warning", async (_where, schemas, place) => {
    expect(await placesOf("unknown-required-property", schemas)).toEqual([place]);
  });
});
