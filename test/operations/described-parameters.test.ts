import { describe, expect, it } from "vitest";
import { between, documentOfOperation, documentWith, emitted } from "./emitted.js";

const string = { type: "string" };
const integer = { type: "integer" };
const array = { type: "array", items: string };
const object = { type: "object", properties: { R: integer, G: string } };

/** The codec and the member of a parameter. */
async function described(parameter: object, openapi = "3.1.0"): Promise<readonly unknown[]> {
  const document = documentOfOperation(
    { parameters: [{ name: "p", ...parameter }] },
    { path: "/a/{p}", openapi },
  );
  const { texts } = await emitted(document);
  const text = texts.get("a");
  const [, codec] = /codec: (.*?)(?:, schema: )/s.exec(text ?? "") ?? [];
  return [between(text, "export interface ACall {", "\n}"), codec];
}

const query = { in: "query" };
const path = { in: "path", required: true };
const header = { in: "header" };
const cookie = { in: "cookie" };

describe("the codec of a parameter", () => {
  it.each([
    ["a text in a query", { ...query, schema: string }, "form(asText)"],
    ["a number", { ...query, schema: { type: "number" } }, "form(asNumber)"],
    ["an integer", { ...query, schema: integer }, "form(asNumber)"],
    ["a boolean", { ...query, schema: { type: "boolean" } }, "form(asBoolean)"],
    ["a list", { ...query, schema: array }, "form(asList(asText))"],
    [
      "a list of numbers",
      { ...query, schema: { type: "array", items: integer }, explode: false },
      "form(asList(asNumber), { explode: false })",
    ],
    ["an object", { ...query, schema: object }, "form(asObject({ R: asNumber, G: asText }))"],
    [
      "an object of anything",
      { ...query, schema: { type: "object" } },
      "form(asObject({}, asText))",
    ],
    [
      "an object of numbers",
      { ...query, schema: { type: "object", additionalProperties: integer } },
      "form(asObject({}, asNumber))",
    ],
    [
      "an object with a list",
      {
        ...query,
        style: "deepObject",
        explode: true,
        schema: { type: "object", properties: { a: array } },
      },
      "deepObject(asObject({ a: asList(asText) }))",
    ],
    [
      "a text or a number",
      { ...query, schema: { type: ["string", "number"] } },
      "form(asScalar(matches))",
    ],
    [
      "a number or null",
      { ...query, schema: { anyOf: [integer, { type: "null" }] } },
      "form(asScalar(matches))",
    ],
    [
      "a text or a list",
      { ...query, schema: { oneOf: [string, array] } },
      "form(asEither(asText, asList(asText)))",
    ],
    ["one of several texts", { ...query, schema: { enum: ["a", "b"] } }, "form(asText)"],
    ["any value", { ...query, schema: {} }, "form(asText)"],
    ["no schema", query, "form(asText)"],
    [
      "reserved characters",
      { ...query, allowReserved: true, schema: string },
      "form(asText, { encode: encodeExceptReserved })",
    ],
    [
      "spaces between",
      { ...query, style: "spaceDelimited", schema: array },
      "spaceDelimited(asList(asText))",
    ],
    [
      "bars between",
      { ...query, style: "pipeDelimited", schema: array },
      "pipeDelimited(asList(asText))",
    ],
    ["a path", { ...path, schema: string }, "simple(asText)"],
    [
      "a list in a path",
      { ...path, explode: true, schema: array },
      "simple(asList(asText), { explode: true })",
    ],
    ["matrix", { ...path, style: "matrix", schema: array }, "matrix(asList(asText))"],
    ["label", { ...path, style: "label", schema: array }, "label(asList(asText))"],
    ["a header", { ...header, schema: integer }, "simple(asNumber)"],
    ["a cookie", { ...cookie, schema: string }, "form(asText)"],
    ["JSON", { ...query, content: { "application/json": { schema: object } } }, "jsonContent()"],
    ["plain text", { ...query, content: { "text/plain": { schema: string } } }, "textContent()"],
    [
      "a number as plain text",
      { ...query, content: { "text/plain": { schema: integer } } },
      "textContent(asNumber)",
    ],
  ])("for %s", async (_, parameter, codec) => {
    const [, found] = await described(parameter);
    expect(found).toBe(codec);
  });

  it.each([
    [
      "a cookie in its own style",
      { ...cookie, style: "cookie", schema: array },
      "cookie(asList(asText))",
    ],
    [
      "a whole query",
      { in: "querystring", content: { "application/x-www-form-urlencoded": { schema: object } } },
      'querystring([{ name: "R", codec: form(asNumber) }, { name: "G", codec: form(asText) }], form(asText))',
    ],
    [
      "a whole query in JSON",
      { in: "querystring", content: { "application/json": { schema: object } } },
      "jsonContent()",
    ],
  ])("for %s since version 3.2", async (_, parameter, codec) => {
    const [, found] = await described(parameter, "3.2.0");
    expect(found).toBe(codec);
  });
});

describe("the member of a parameter", () => {
  it.each([
    ["an optional one", { ...query, schema: integer }, "query?: { p?: number; };"],
    ["a required one", { ...query, required: true, schema: integer }, "query: { p: number; };"],
    [
      "an empty one",
      { ...query, allowEmptyValue: true, schema: integer },
      'query?: { p?: number | ""; };',
    ],
    ["a header", { ...header, schema: array }, "header?: { p?: string[]; };"],
    ["one without a schema", { ...cookie }, "cookie?: { p?: string; };"],
  ])("for %s", async (_, parameter, member) => {
    const [found] = await described(parameter);
    expect(
      String(found)
        .replace(/path: \{ p: string \};/, "")
        .trim()
        .replace(" }", "; }"),
    ).toBe(member);
  });
});

it("merges the parameters of a path and of its operation by name and location", async () => {
  const parameters = [
    { name: "a", in: "query", schema: string },
    { name: "X-B", in: "header", schema: string },
    { name: "a", in: "header", schema: string },
    { name: "Accept", in: "header", schema: string },
  ];
  const get = {
    operationId: "a",
    parameters: [
      { name: "a", in: "query", required: true, schema: integer },
      { name: "x-b", in: "header", schema: integer },
    ],
    responses: {},
  };
  const { texts } = await emitted(documentWith({ "/a": { parameters, get } }));
  expect(between(texts.get("a"), "export interface ACall {", "\n}")).toBe(
    'query: { a: number }; header?: { "x-b"?: number; a?: string };',
  );
});
