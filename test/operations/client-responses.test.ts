import { describe, expect, test } from "vitest";
import { jsonBody } from "../../generator/runtime/body-json.js";
import type { BodyCodec } from "../../generator/runtime/body.js";
import { createClient, send } from "../../generator/runtime/client.js";
import type { Operation } from "../../generator/runtime/operation.js";
import { asNumber } from "../../generator/runtime/parameter-shapes.js";
import { simple } from "../../generator/runtime/parameter-simple.js";
import type { Parameter } from "../../generator/runtime/parameter.js";
import { Count, operationOf, Text } from "./described.js";

const text: BodyCodec = {
  mediaType: "text/plain",
  schema: Text,
  write: (value) => ({ body: String(value), contentType: "text/plain" }),
  read: async (message) => ({ value: await message.text() }),
};

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a client gives of a response, or the message of its error. */
async function resultOf(
  responses: Operation["responses"],
  response: Response,
  method = "GET",
): Promise<unknown> {
  const client = createClient({ baseUrl: "https://h", fetch: () => Promise.resolve(response) });
  try {
    const result = await send(operationOf({ responses, method }), {}, client);
    const { status, mediaType, headers, body } = result;
    return { status, mediaType, headers, body };
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

describe("the codec of a body is that of its media type", () => {
  const contents = {
    count: [jsonBody(Count)],
    problem: [jsonBody(Text, "application/problem+json")],
    "JSON or text": [jsonBody(Count), text],
    "two of JSON": [jsonBody(Text), jsonBody(Count, "application/vnd.count+json")],
    "the same twice": [jsonBody(Text), jsonBody(Count)],
    text: [text],
    any: [jsonBody(Count, "*/*")],
    "any application": [jsonBody(Count, "application/*")],
  } satisfies Readonly<Record<string, readonly BodyCodec[]>>;

  const where = "response 200 of GET /items";
  test.each<
    [content: keyof typeof contents, type: string | undefined, body: string, outcome: unknown]
  >([
    ["count", "application/json", "12", [12, "application/json"]],
    ["count", "Application/JSON; charset=utf-8", "12", [12, "application/json"]],
    ["count", "text/html", "12", [12, "application/json"]],
    ["count", undefined, "12", [12, "application/json"]],
    ["problem", "application/json", '"x"', ["x", "application/problem+json"]],
    ["JSON or text", "text/plain", "12", ["12", "text/plain"]],
    ["JSON or text", "text/html", "12", [12, "application/json"]],
    ["two of JSON", "application/vnd.count+json", "12", [12, "application/vnd.count+json"]],
    ["two of JSON", "application/x+json", "12", [12, "application/vnd.count+json"]],
    ["the same twice", "application/json", "12", [12, "application/json"]],
    ["any", "image/png", "12", [12, "image/png"]],
    ["any", undefined, "12", [12, "*/*"]],
    ["any application", "application/x", "12", [12, "application/x"]],
    ["any application", "text/html", "12", [12, "text/html"]],
    [
      "count",
      "text/html",
      "<p>no</p>",
      `not a valid ${where}: mediaType: expected "application/json", received "text/html" (string)`,
    ],
    [
      "count",
      undefined,
      "no",
      `not a valid ${where}: mediaType: expected "application/json", received "none" (string)`,
    ],
    [
      "text",
      "text/html",
      "no",
      `not a valid ${where}: mediaType: expected "text/plain", received "text/html" (string)`,
    ],
    [
      "count",
      "text/html",
      '"x"',
      `not a valid Count in ${where}: body: expected a Count, received "x" (string)`,
    ],
    [
      "count",
      "application/json",
      "{",
      `not a valid Count in ${where}: line 1, column 2: expected a property name in double quotes or "}", received the end of the text`,
    ],
    [
      "count",
      "application/json",
      "",
      `not a valid Count in ${where}: expected JSON, received an empty body`,
    ],
    [
      "count",
      undefined,
      "",
      `not a valid Count in ${where}: expected JSON, received an empty body`,
    ],
  ])("%s: %s, %s", async (name, type, body, outcome) => {
    const headers = type === undefined ? undefined : { "content-type": type };
    const response = new Response(bytes(body), headers && { headers });
    const result = await resultOf({ 200: { content: contents[name] } }, response);
    const [value, mediaType] = typeof outcome === "object" ? (outcome as unknown[]) : [];
    expect(result).toEqual(
      typeof outcome === "string" ? outcome : { status: 200, mediaType, headers: {}, body: value },
    );
  });
});

describe("the description is that of the status", () => {
  const json = (value: unknown, status: number): Response => Response.json(value, { status });
  const responses = {
    200: { content: [jsonBody(Count)] },
    "2XX": { content: [jsonBody(Text)] },
    default: { content: [jsonBody(Text, "application/problem+json")] },
  };
  test.each<[status: number, body: unknown, mediaType: string]>([
    [200, 12, "application/json"],
    [201, "x", "application/json"],
    [500, "x", "application/problem+json"],
  ])("%i", async (status, body, mediaType) => {
    const result = await resultOf(responses, json(body, status));
    expect(result).toEqual({ status, body, mediaType, headers: {} });
    expect(await resultOf(responses, json(null, status))).toMatch(/^not a valid (Text|Count) in /);
  });

  test("or none", async () => {
    expect(await resultOf({ 200: responses[200] }, json("x", 404))).toEqual({
      status: 404,
      body: "x",
      mediaType: "application/json",
      headers: {},
    });
  });
});

describe("there is no body", () => {
  const content = [jsonBody(Count)];
  test.each<[what: string, responses: Operation["responses"], response: Response, method?: string]>(
    [
      ["if none is described", { 200: {} }, new Response("x")],
      ["with the status 204", { "2XX": { content } }, new Response(null, { status: 204 })],
      ["with the status 304", { "3XX": { content } }, new Response(null, { status: 304 })],
      ["for HEAD", { 200: { content } }, new Response(null), "HEAD"],
    ],
  )("%s", async (_what, responses, response, method) => {
    expect(await resultOf(responses, response, method)).toEqual({
      status: response.status,
      body: undefined,
      mediaType: undefined,
      headers: {},
    });
  });
});

describe("headers that are described are read and checked", () => {
  const rate: Parameter = {
    name: "X-Rate",
    in: "header",
    isRequired: true,
    codec: simple(asNumber),
    schema: Count,
  };
  const responses = { 200: { headers: [rate, { ...rate, name: "X-Left", isRequired: false }] } };
  const where = "not a valid response 200 of GET /items";
  test.each<[headers: Readonly<Record<string, string>>, outcome: unknown]>([
    [{ "x-rate": "12" }, { "X-Rate": 12 }],
    [
      { "x-rate": "12", "x-left": "0", other: "1" },
      { "X-Rate": 12, "X-Left": 0 },
    ],
    [{}, `${where}: header["X-Rate"]: missing, expected a value`],
    [{ "x-rate": "x" }, `${where}: header["X-Rate"]: expected a Count, received "x" (string)`],
  ])("%o", async (headers, outcome) => {
    const result = await resultOf(responses, new Response(null, { headers }));
    expect(typeof result === "string" ? result : (result as { headers: unknown }).headers).toEqual(
      outcome,
    );
  });
});
