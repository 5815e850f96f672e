import type { JsonObject } from "../../generator/core/json.js";
import { describe, expect, it } from "vitest";
import { normalizedPath } from "../../generator/reconcile/overlay-plan.js";
import { componentOf, reconcilable } from "./reconciled.js";

describe("a target", () => {
  it.each<[tokens: readonly (string | number)[], want: string]>([
    [[], "$"],
    [["components", "schemas"], "$['components']['schemas']"],
    [["allOf", 0], "$['allOf'][0]"],
    [["0"], "$['0']"],
    [["it's"], "$['it\\'s']"],
    [['say "a"'], "$['say \"a\"']"],
    [["a\\b"], "$['a\\\\b']"],
    [["a]['b"], "$['a][\\'b']"],
    [["\n\u0001"], "$['\\n\\u0001']"],
  ])("of %j is %s", (tokens, want) => {
    expect(normalizedPath(tokens)).toBe(want);
  });
});

const hostile = [
  "it's",
  'say "a"',
  "a]['b",
  "/a/b~c",
  "~0~1",
  "__proto__",
  "constructor",
  "$ref",
  "a\\b",
  "?@=='x'",
  "new\nline",
  " space: #yes ",
  "",
  "0",
  "😀",
];

describe("an overlay for hostile names", () => {
  it.each(hostile)("finds the property %j, and drops it from what is required", async (name) => {
    const schemas: JsonObject = {
      A: {
        type: "object",
        required: ["other", name],
        properties: Object.fromEntries([
          [name, { type: "string", enum: ["a"] }],
          ["other", { type: "integer" }],
        ]),
      },
    };
    const document = await reconcilable(schemas);
    const result = document.run([
      [
        "A",
        Object.fromEntries([
          [name, "b"],
          ["other", 1],
        ]),
      ],
      [
        "A",
        Object.fromEntries([
          [name, null],
          ["other", 1],
        ]),
      ],
      ["A", { other: 1 }],
    ]);
    expect(result).toMatchObject({ acceptedAfter: 3, left: [] });
    expect(componentOf(document.after(result), "A")).toEqual({
      type: "object",
      required: ["other"],
      properties: Object.fromEntries([
        [name, { type: ["string", "null"], enum: ["a", "b", null] }],
        ["other", { type: "integer" }],
      ]),
    });
  });

  it.each(hostile.filter((name) => name !== ""))("adds the property %j", async (name) => {
    const document = await reconcilable({ A: { type: "object", additionalProperties: false } });
    const result = document.run([["A", Object.fromEntries([[name, 1]])]]);
    expect(result).toMatchObject({ acceptedAfter: 1, left: [] });
    expect(componentOf(document.after(result), "A")).toEqual({
      type: "object",
      additionalProperties: false,
      properties: Object.fromEntries([[name, {}]]),
    });
  });
});

describe("an overlay", () => {
  it("is text with the evidence, in the order of the document", async () => {
    const document = await reconcilable({
      Z: { type: "object", required: ["a"], properties: { b: { type: "string" } } },
      A: { enum: ["x"] },
    });
    const { overlay } = document.run([
      ["A", "y"],
      ["Z", { b: null }],
      ["Z", { a: 1, b: null }],
    ]);
    expect(overlay).toMatchInlineSnapshot(`
      "overlay: 1.0.0
      info:
        title: Values that the API sends or receives, and its description does not allow
        version: 1.0.0
      actions:
        - target: $['components']['schemas']['Z']['properties']['b']['type']
          description: Accept null. 2 samples show it, such as null at "/b" of Z.
          remove: true
        - target: $['components']['schemas']['Z']['properties']['b']
          description: Accept null. 2 samples show it, such as null at "/b" of Z.
          update:
            type:
              - string
              - "null"
        - target: $['components']['schemas']['Z']['required']
          description: Do not require "a". 1 sample shows it, such as nothing at "/a" of Z.
          remove: true
        - target: $['components']['schemas']['A']
          description: Accept "y". 1 sample shows it, such as "y" (string) as A.
          update:
            enum:
              - y
      "
    `);
  });
});
