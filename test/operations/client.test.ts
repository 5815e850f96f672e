import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import type { Batch, ListBatchesResponse } from "../../generated/src/index.js";
import { createClient, send } from "../../generator/runtime/client.js";
import { credentials } from "../../generator/runtime/credentials.js";
import { ValidationError } from "../../generator/runtime/validation-error.js";
import { cancelBatch, createBatch, listBatches, retrieveBatch } from "./batch-operations.js";
import { startHttpServer, type HttpServer } from "./http-server.js";
import { batch, pageOf } from "./known-batches.js";

let server: HttpServer;

beforeAll(async () => {
  server = await startHttpServer();
});

afterAll(async () => {
  await server.close();
});

const auth = credentials({ bearerAuth: "sk-1" });

describe("the Batch operations", () => {
  test("list batches", async () => {
    server.answer({ body: pageOf([batch]) });
    const client = createClient({ baseUrl: `${server.url}/v1`, auth });
    const result = await send(listBatches, { query: { after: "a&b c", limit: 20 } }, client);
    expect(server.received).toMatchObject([
      {
        method: "GET",
        url: "/v1/batches?after=a%26b%20c&limit=20",
        headers: { accept: "application/json", authorization: "Bearer sk-1" },
        body: "",
      },
    ]);
    expect(server.received[0]?.headers).not.toHaveProperty("content-type");
    const { response, ...parts } = result;
    expect(parts).toEqual({
      status: 200,
      mediaType: "application/json",
      headers: {},
      body: pageOf([batch]),
    });
    expect(response).toBeInstanceOf(Response);
    if (result.status === 200) {
      expectTypeOf(result.body).toEqualTypeOf<ListBatchesResponse>();
      expectTypeOf(result.response).toEqualTypeOf<Response>();
    } else {
      expectTypeOf(result.body).toBeUnknown();
    }
  });

  test("create a batch", async () => {
    server.answer({ body: batch });
    const client = createClient({ baseUrl: server.url, auth });
    const body = {
      input_file_id: "file_1",
      endpoint: "/v1/responses",
      completion_window: "24h",
    } as const;
    const result = await send(createBatch, { body }, client);
    expect(result).toMatchObject({ status: 200, body: batch });
    expect(server.received).toMatchObject([
      { method: "POST", url: "/batches", headers: { "content-type": "application/json" } },
    ]);
    expect(JSON.parse(server.received[0]?.body ?? "")).toEqual(body);
    // @ts-expect-error -- the body is required
    await expect(send(createBatch, {}, client)).rejects.toThrow("body: missing");
    // @ts-expect-error -- there is no such endpoint
    await expect(send(createBatch, { body: { ...body, endpoint: "/" } }, client)).rejects.toThrow();
    expect(server.received).toHaveLength(1);
  });

  test("retrieve and cancel a batch", async () => {
    server.answer({ body: batch });
    const client = createClient({ baseUrl: `${server.url}/`, auth });
    const path = { batch_id: "batch 1/2" };
    for (const operation of [retrieveBatch, cancelBatch]) {
      const result = await send(operation, { path }, client);
      if (result.status === 200) expectTypeOf(result.body).toEqualTypeOf<Batch>();
      expect(result.body).toEqual(batch);
    }
    expect(server.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET /batches/batch%201%2F2",
      "POST /batches/batch%201%2F2/cancel",
    ]);
  });
});

test("a call that is not valid is not sent, and its error says where", async () => {
  server.answer({ body: pageOf([]) });
  const client = createClient({ baseUrl: server.url, auth });
  // @ts-expect-error -- the limit is a number
  const sent = send(listBatches, { query: { limit: "x" } }, client);
  await expect(sent).rejects.toThrow(ValidationError);
  await expect(sent).rejects.toMatchObject({
    message: `not a valid request of GET /batches: query.limit: expected integer, received "x" (string)`,
    issues: [{ path: ["query", "limit"], keyword: "type" }],
  });
  await expect(send(listBatches, { query: { limit: 101 } }, client)).rejects.toThrow("query.limit");
  expect(server.received).toEqual([]);
});

test.each<[what: string, id: string]>([
  ["nothing", ""],
  ["a dot", "."],
  ["two dots", ".."],
])("%s is not sent as a path parameter", async (_what, id) => {
  server.answer({ body: batch });
  const client = createClient({ baseUrl: server.url, auth });
  const sent = send(retrieveBatch, { path: { batch_id: id } }, client);
  await expect(sent).rejects.toThrow(/^path\.batch_id: /);
  expect(server.received).toEqual([]);
});

test("a response that is not valid is an error that names model, status and operation", async () => {
  server.answer({ body: { ...batch, status: "done" } });
  const client = createClient({ baseUrl: server.url, auth });
  const sent = send(retrieveBatch, { path: { batch_id: "batch_1" } }, client);
  await expect(sent).rejects.toThrow(ValidationError);
  await expect(sent).rejects.toThrow(
    "not a valid Batch in response 200 of GET /batches/{batch_id}: body.status: expected one of ",
  );
});

test.each<[what: string, answer: Parameters<HttpServer["answer"]>[0], body: unknown]>([
  ["with JSON", { status: 404, body: { error: "none" } }, { error: "none" }],
  ["with text", { status: 500, body: "no", headers: { "content-type": "text/plain" } }, "no"],
  [
    "with a JSON media type",
    { status: 400, body: "{", headers: { "content-type": "a/b+json" } },
    "{",
  ],
  ["with nothing", { status: 503 }, ""],
])("a status that is not described is no error, %s", async (_what, answer, body) => {
  server.answer(answer);
  const client = createClient({ baseUrl: server.url, auth });
  const result = await send(retrieveBatch, { path: { batch_id: "batch_1" } }, client);
  expect(result).toMatchObject({ body, headers: {} });
  expect(result.status).toBeGreaterThanOrEqual(400);
});

describe("aborts and errors of the network pass through", () => {
  test("a timeout", async () => {
    server.answer(() => new Promise(() => undefined));
    const client = createClient({ baseUrl: server.url, auth });
    const options = { signal: AbortSignal.timeout(20) };
    await expect(send(listBatches, {}, client, options)).rejects.toMatchObject({
      name: "TimeoutError",
    });
  });

  test("an abort while the body is read", async () => {
    const controller = new AbortController();
    server.answer((_request, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write("{");
      setTimeout(() => controller.abort(new Error("enough")), 20);
      return undefined;
    });
    const client = createClient({ baseUrl: server.url, auth });
    const sent = send(listBatches, {}, client, { signal: controller.signal });
    await expect(sent).rejects.toThrow("enough");
  });

  test("no connection", async () => {
    const client = createClient({ baseUrl: "http://127.0.0.1:1", auth });
    await expect(send(listBatches, {}, client)).rejects.toThrow("fetch failed");
  });
});
