import { expect, it } from "vitest";
import type { Json } from "../../generator/core/json.js";
import { documentOf, generatePackage } from "../generate/package.js";

const slow = "^(a+)+$";
const long = `${"a".repeat(60)}!`;
const string: Json = { type: "string" };

/** Schemas in which a name or a value of the document is beside a pattern of it. */
const rows: Readonly<Record<string, Json>> = {
  "an enum": { type: "string", pattern: slow, enum: [long, `${long}!`] },
  "a constant": { type: "string", pattern: slow, const: long },
  "a default": { type: "string", pattern: slow, default: long },
  "a required property": {
    type: "object",
    patternProperties: { [slow]: string },
    additionalProperties: false,
    required: [long],
  },
  "names of properties": {
    type: "object",
    propertyNames: { pattern: slow },
    properties: { [long]: string },
    required: [long],
  },
  "evaluated properties": {
    allOf: [{ patternProperties: { [slow]: string } }],
    type: "object",
    unevaluatedProperties: false,
    required: [long],
  },
  options: {
    oneOf: [
      { type: "object", properties: { [long]: string }, additionalProperties: false },
      { type: "object", patternProperties: { [slow]: string }, additionalProperties: false },
    ],
  },
};

it.each(Object.entries(rows))("tries no slow pattern on %s", async (_name, A) => {
  const { files } = await generatePackage(documentOf({ A }));
  expect(files.length).toBeGreaterThan(0);
});
