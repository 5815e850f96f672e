import { describe, expect, test } from "vitest";
import { jsonBody } from "../../generator/runtime/body-json.js";
import { createClient, send } from "../../generator/runtime/client.js";
import { credentials } from "../../generator/runtime/credentials.js";
import type {
  ClientOptions,
  Middleware,
  SendOptions,
} from "../../generator/runtime/client-options.js";
import { paginate } from "../../generator/runtime/paginate.js";
import { form } from "../../generator/runtime/parameter-form.js";
import { asText } from "../../generator/runtime/parameter-shapes.js";
import { simple } from "../../generator/runtime/parameter-simple.js";
import type { Parameter } from "../../generator/runtime/parameter.js";
import { listBatches } from "./batch-operations.js";
import { batch, pageOf } from "./known-batches.js";
import { binary, Count, operationOf, Text, type AnyCall, type AnyOperation } from "./described.js";

const baseUrl = "https://h";
const nothing = (): Response => new Response(null, { status: 204 });

/** The request that is sent, or the message of the error. */
async function requestOf(
  operation: AnyOperation,
  call: AnyCall = {},
  options: ClientOptions = {},
  sendOptions?: SendOptions,
): Promise<Request | string> {
  const sent: Request[] = [];
  const fetch = (request: Request): Promise<Response> => {
    sent.push(request);
    return Promise.resolve(nothing());
  };
  try {
    await send(operation, call, createClient({ baseUrl, fetch, ...options }), sendOptions);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return sent[0] ?? "nothing was sent";
}

/** The headers that are sent, or the message of the error. */
async function headersOf(...given: Parameters<typeof requestOf>): Promise<unknown> {
  const request = await requestOf(...given);
  return typeof request === "string" ? request : Object.fromEntries(request.headers);
}

describe("headers", () => {
  const xTag: Parameter = { name: "X-Tag", in: "header", codec: simple(asText), schema: Text };
  const sid: Parameter = { name: "sid", in: "cookie", codec: form(asText), schema: Text };
  const operation = operationOf({ parameters: [xTag, sid] });

  test.each<[what: string, call: AnyCall, options: ClientOptions, own: SendOptions, sent: unknown]>(
    [
      ["none", {}, {}, {}, {}],
      ["of a call", { header: { "X-Tag": "a" } }, {}, {}, { "x-tag": "a" }],
      ["of a client", {}, { headers: { "X-App": "1", "X-None": undefined } }, {}, { "x-app": "1" }],
      [
        "of a call over those of a client",
        { header: { "X-Tag": "a" } },
        { headers: { "x-tag": "b" } },
        {},
        { "x-tag": "a" },
      ],
      [
        "of one request over all others",
        { header: { "X-Tag": "a" } },
        { headers: { "x-app": "b" } },
        { headers: { "X-TAG": "c", "X-App": undefined } },
        { "x-tag": "c" },
      ],
      ["of cookies", { cookie: { sid: "1" } }, {}, {}, { cookie: "sid=1" }],
      ["Accept", {}, {}, { accept: "text/csv" }, { accept: "text/csv" }],
    ],
  )("%s", async (_what, call, options, own, sent) => {
    expect(await headersOf(operation, call, options, own)).toEqual(sent);
  });

  test.each<[what: string, call: AnyCall, options: ClientOptions, message: string]>([
    [
      "of a client",
      {},
      { headers: { "X-App": "secret\r\nX: 1" } },
      "The header X-App has characters",
    ],
    ["of a call", { header: { "X-Tag": "secret\r\nX: 1" } }, {}, "header.X-Tag: "],
  ])("%s cannot have line breaks", async (_what, call, options, message) => {
    const sent = await headersOf(operation, call, options);
    expect(sent).toMatch(message);
    expect(sent).not.toMatch("secret");
  });

  test("Accept has the media types of all responses", async () => {
    const responses = {
      200: { content: [jsonBody(Text), jsonBody(Count, "application/vnd.count+json")] },
      default: { content: [jsonBody(Text), jsonBody(Text, "application/problem+json")] },
    };
    expect(await headersOf(operationOf({ responses }))).toEqual({
      accept: "application/json, application/vnd.count+json, application/problem+json",
    });
  });

  test("cookies are refused where the platform drops them", async () => {
    const { Request: Given } = globalThis;
    globalThis.Request = class extends Given {
      constructor(...[url, init]: ConstructorParameters<typeof Given>) {
        super(url, init);
        this.headers.delete("cookie");
      }
    };
    try {
      expect(await headersOf(operation, { cookie: { sid: "1" } })).toMatch(/^Browsers /);
      expect(await headersOf(operation)).toEqual({});
    } finally {
      globalThis.Request = Given;
    }
  });
});

describe("bodies", () => {
  const json = jsonBody(Count);
  const vendor = jsonBody(Text, "application/vnd.text+json");
  const operation = operationOf({ method: "POST", body: { content: [json, vendor] } });

  test.each<[call: AnyCall, type: string | null, body: string]>([
    [{}, null, ""],
    [{ body: 12 }, "application/json", "12"],
    [{ body: "x", mediaType: "application/vnd.text+json" }, "application/vnd.text+json", '"x"'],
  ])("%o", async (call, type, body) => {
    const request = await requestOf(operation, call);
    if (typeof request === "string") throw new Error(request);
    expect(request.headers.get("content-type")).toBe(type);
    expect(await request.text()).toBe(body);
  });

  test("have the media type of the call, if a range is described", async () => {
    const upload = operationOf({ method: "POST", body: { content: [binary] } });
    const call = { body: "x", mediaType: "image/png" };
    expect(await headersOf(upload, call)).toEqual({ "content-type": "image/png" });
    const stream = await requestOf(upload, { ...call, body: new Blob(["abc"]).stream() });
    expect(typeof stream === "string" ? stream : await stream.text()).toBe("abc");
  });

  test("of other media types are refused, whatever the mode", async () => {
    const call = { body: 12, mediaType: "text/csv" };
    expect(await requestOf(operation, call)).toBe(
      'not a valid request of POST /items: mediaType: expected one of "application/json", "application/vnd.text+json", received "text/csv" (string)',
    );
    expect(await requestOf(operation, call, { validate: "off" })).toBe(
      "getItem takes application/json, application/vnd.text+json: change mediaType or body of the call.",
    );
  });
});

test("middleware handles requests in its order, and may send them again", async () => {
  const log: string[] = [];
  const logging =
    (name: string): Middleware =>
    async (request, next) => {
      log.push(`${name}: ${request.method} ${request.headers.get("x-try") ?? ""}`);
      const response = await next(request);
      log.push(`${name}: ${response.status}`);
      return response;
    };
  const retry: Middleware = async (request, next) => {
    const first = await next(request.clone());
    if (first.status !== 503) return first;
    const again = new Request(request, { headers: { "x-try": "2" } });
    return next(again);
  };
  const statuses = [503, 204];
  const client = createClient({
    baseUrl,
    middleware: [logging("a"), retry, logging("b")],
    fetch: async (request) => {
      log.push(await request.text());
      return new Response(null, { status: statuses.shift() ?? 500 });
    },
  });
  const operation = operationOf({ method: "PUT", body: { content: [jsonBody(Count)] } });
  expect((await send(operation, { body: 1 }, client)).status).toBe(204);
  expect(log).toEqual(["a: PUT ", "b: PUT ", "1", "b: 503", "b: PUT 2", "1", "b: 204", "a: 204"]);
});

test("middleware may answer itself, and its errors are those of the request", async () => {
  const cached = createClient({ baseUrl, middleware: [() => Promise.resolve(nothing())] });
  expect((await send(operationOf(), {}, cached)).status).toBe(204);
  const broken = createClient({ baseUrl, middleware: [() => Promise.reject(new Error("no"))] });
  await expect(send(operationOf(), {}, broken)).rejects.toThrow("no");
});

test("fetch is called as a function", async () => {
  // As browsers do, it refuses to be a method of the options.
  const fetch = function (this: unknown): Promise<Response> {
    return this === undefined ? Promise.resolve(nothing()) : Promise.reject(new Error("method"));
  };
  const { status } = await send(operationOf(), {}, createClient({ baseUrl, fetch }));
  expect(status).toBe(204);
});

test("paginate sends the next call when its result is asked for", async () => {
  const pages = [pageOf([batch], true), pageOf([{ ...batch, id: "batch_2" }])];
  const urls: string[] = [];
  const client = createClient({
    baseUrl,
    auth: credentials({ bearerAuth: "t" }),
    fetch: ({ url }) => {
      urls.push(url);
      return Promise.resolve(Response.json(pages[urls.length - 1]));
    },
  });
  const results = paginate(listBatches, { query: { limit: 1 } }, client, {
    next: (result, call) =>
      result.status === 200 && result.body.has_more && result.body.last_id != null
        ? { query: { ...call.query, after: result.body.last_id } }
        : undefined,
  });
  expect(urls).toEqual([]);
  const ids: string[] = [];
  for await (const result of results) {
    if (result.status === 200) ids.push(...result.body.data.map(({ id }) => id));
  }
  expect(ids).toEqual(["batch_1", "batch_2"]);
  expect(urls).toEqual(["https://h/batches?limit=1", "https://h/batches?after=batch_1&limit=1"]);
});
