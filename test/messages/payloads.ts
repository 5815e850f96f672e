import type { Json, JsonObject } from "../../generator/core/json.js";

/** A value that is not valid, of a kind that people report. */
export interface Payload {
  readonly what: string;
  readonly schema: JsonObject;
  /** The value; left out where the text is no JSON. */
  readonly value?: Json;
  /** The text, where it is what is wrong. */
  readonly text?: string;
  readonly hideValues?: boolean;
}

/** An object with some properties, as schemas of payloads mostly are. */
function object(properties: JsonObject, others: JsonObject = {}): JsonObject {
  return { type: "object", properties, ...others };
}

const string = { type: "string" };
const integer = { type: "integer" };
const number = { type: "number" };
const array = (items: Json, others: JsonObject = {}): JsonObject => ({
  type: "array",
  items,
  ...others,
});

const status = { enum: ["in_progress", "completed", "failed"] };
const card = object(
  { type: { const: "card" }, number: string },
  { required: ["type", "number"], title: "Card" },
);
const iban = object(
  { type: { const: "iban" }, iban: string },
  { required: ["type", "iban"], title: "Iban" },
);
const payment = { oneOf: [card, iban] };
const contact = {
  anyOf: [
    object({ email: string }, { required: ["email"], title: "ByEmail" }),
    object({ phone: string }, { required: ["phone"], title: "ByPhone" }),
  ],
};
const user = { email: string, role: { enum: ["owner", "admin"] } };

let deep: Json = "x";
for (let depth = 0; depth < 40; depth += 1) deep = { children: deep };

/** The table: each group is a section. */
export const payloads: Readonly<Record<string, readonly Payload[]>> = {
  Types: [
    { what: "text for a number", schema: object({ line: integer }), value: { line: "12" } },
    { what: "a fraction for an integer", schema: object({ line: integer }), value: { line: 1.5 } },
    {
      what: "`null` for what may be left out",
      schema: object({ name: string }),
      value: { name: null },
    },
    {
      what: "a flag as text",
      schema: object({ active: { type: "boolean" } }),
      value: { active: "true" },
    },
    {
      what: "one item for a list",
      schema: object({ tags: array(string) }),
      value: { tags: "new" },
    },
    { what: "a list for an object", schema: object({}), value: [] },
    {
      what: "none of several types",
      schema: object({ limit: { type: ["integer", "null"] } }),
      value: { limit: "none" },
    },
    {
      what: "inside lists and objects",
      schema: object({ data: array(object({ line: integer })) }),
      value: { data: [{ line: 1 }, { line: 2 }, { line: 3 }, { line: "4" }] },
    },
    {
      what: "a name that is not a word",
      schema: { type: "object", additionalProperties: integer },
      value: { "a b": "1" },
    },
    {
      what: "several at once",
      schema: object({ id: string, count: integer, status }, { required: ["id"] }),
      value: { count: "2", status: "complete" },
    },
  ],
  Properties: [
    {
      what: "a required one is missing",
      schema: object({ id: string }, { required: ["id"] }),
      value: {},
    },
    {
      what: "one more than there may be",
      schema: object({ id: string }, { additionalProperties: false }),
      value: { id: "1", debug: true },
    },
    {
      what: "a slip of the pen in its name",
      schema: object({ status: string, id: string }, { additionalProperties: false }),
      value: { staus: "ok" },
    },
    {
      what: "an additional one of a wrong type",
      schema: { type: "object", additionalProperties: string },
      value: { retries: 3 },
    },
    {
      what: "one that matches a pattern",
      schema: { type: "object", patternProperties: { "^x-": string } },
      value: { "x-trace": 7 },
    },
    {
      what: "one that nothing describes",
      schema: { allOf: [object({ id: string })], unevaluatedProperties: false },
      value: { id: "1", debug: true },
    },
    {
      what: "one that must not be there",
      schema: object({ secret: false }),
      value: { secret: "x" },
    },
    {
      what: "a name that is none of the list",
      schema: { type: "object", propertyNames: { enum: ["en", "fr"] } },
      value: { es: "hola" },
    },
    {
      what: "a name that does not match",
      schema: { type: "object", propertyNames: { pattern: "^[a-z]+$" } },
      value: { Größe: 1 },
    },
    { what: "too few", schema: { type: "object", minProperties: 1 }, value: {} },
    {
      what: "one that another one asks for",
      schema: object(
        { card: string, address: string },
        { dependentRequired: { card: ["address"] } },
      ),
      value: { card: "4242" },
    },
    {
      what: "one that another one rules out",
      schema: { type: "object", dependentSchemas: { a: { properties: { b: false } } } },
      value: { a: 1, b: 2 },
    },
  ],
  Values: [
    { what: "none of the list", schema: status, value: "cancelled" },
    { what: "another case", schema: status, value: "COMPLETED" },
    { what: "nearly one of the list", schema: status, value: "complete" },
    {
      what: "not the one value",
      schema: object({ object: { const: "list" } }),
      value: { object: "lst" },
    },
    {
      what: "what is ruled out",
      schema: { type: "string", not: { enum: ["admin", "root"] } },
      value: "root",
    },
    { what: "a type that is ruled out", schema: { not: { type: "string" } }, value: "x" },
    {
      what: "both of what excludes each other",
      schema: { type: "object", not: { required: ["a", "b"] } },
      value: { a: 1, b: 2 },
    },
    { what: "what no value can be", schema: { allOf: [string, integer] }, value: "x" },
  ],
  "Numbers and text": [
    {
      what: "too small",
      schema: object({ page: { type: "integer", minimum: 1 } }),
      value: { page: 0 },
    },
    { what: "not below", schema: { type: "number", exclusiveMaximum: 1 }, value: 1 },
    {
      what: "beyond 64 bits",
      schema: { type: "integer", format: "int64" },
      value: 1e19,
    },
    { what: "no multiple", schema: { type: "number", multipleOf: 0.01 }, value: 9.999 },
    { what: "too long", schema: { type: "string", maxLength: 20 }, value: "x".repeat(200) },
    {
      what: "empty",
      schema: object({ name: { type: "string", minLength: 1 } }),
      value: { name: "" },
    },
    {
      what: "not matching",
      schema: { type: "string", pattern: "^[A-Z]{2}\\d{2}$" },
      value: "de1",
    },
    { what: "no date", schema: { type: "string", format: "date" }, value: "31.12.2024" },
    {
      what: "no date and time",
      schema: { type: "string", format: "date-time" },
      value: "2024-12-31 23:59:59",
    },
    { what: "no UUID", schema: { type: "string", format: "uuid" }, value: "42" },
  ],
  Lists: [
    { what: "too few items", schema: array(string, { minItems: 1 }), value: [] },
    {
      what: "an item more than once",
      schema: array(string, { uniqueItems: true }),
      value: ["a", "b", "a"],
    },
    {
      what: "a tuple that is too long",
      schema: { type: "array", prefixItems: [number, number], items: false },
      value: [1, 2, 3],
    },
    {
      what: "a tuple with a wrong item",
      schema: { type: "array", prefixItems: [number, string], items: false },
      value: [1, 2],
    },
    {
      what: "nothing of a kind",
      schema: {
        type: "array",
        contains: object({ role: { const: "owner" } }, { required: ["role"] }),
      },
      value: [{ role: "admin" }],
    },
    {
      what: "too many of a kind",
      schema: { type: "array", contains: { const: "x" }, maxContains: 1 },
      value: ["x", "o", "x"],
    },
  ],
  Choices: [
    { what: "the tag is wrong", schema: payment, value: { type: "crad", number: "1" } },
    { what: "the tag is missing", schema: payment, value: { number: "1" } },
    {
      what: "the tag is right, the rest is not",
      schema: payment,
      value: { type: "card", number: 1 },
    },
    { what: "nearly one of several", schema: contact, value: { email: 1 } },
    { what: "none of several", schema: contact, value: {} },
    { what: "none of several types", schema: { anyOf: [string, object({})] }, value: 5 },
    {
      what: "one of constants",
      schema: {
        oneOf: [
          { const: 1, title: "low" },
          { const: 2, title: "high" },
        ],
      },
      value: 3,
    },
    {
      what: "two where one may match",
      schema: { oneOf: [{ multipleOf: 3 }, { multipleOf: 5 }] },
      value: 15,
    },
    {
      what: "`then` of a condition",
      schema: object(
        { country: string, zip: string },
        {
          if: { properties: { country: { const: "US" } }, required: ["country"] },
          then: { required: ["zip"] },
        },
      ),
      value: { country: "US" },
    },
  ],
  "Long, deep, private": [
    { what: "a long text", schema: integer, value: "y".repeat(100_000) },
    {
      what: "deep inside",
      schema: { $ref: "#/components/schemas/Tree" },
      value: deep,
    },
    {
      what: "values are hidden",
      schema: object(user),
      value: { email: 5, role: "sk-secret" },
      hideValues: true,
    },
  ],
  "JSON text": [
    { what: "an object that does not end", schema: object({}), text: '{"id": "1"' },
    { what: "a comma too many", schema: object({}), text: '{"id": "1",}' },
    { what: "single quotes", schema: object({}), text: "{'id': 1}" },
  ],
};
