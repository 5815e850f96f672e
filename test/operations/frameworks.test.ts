import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient, send } from "../../generator/runtime/client.js";
import type { Client } from "../../generator/runtime/client-options.js";
import { serve } from "../../generator/runtime/server.js";
import { batchOf, request as batchRequest } from "../interop/requests.js";
import * as operations from "./batch-operations.js";
import { servers, type StartServer } from "./framework-servers.js";
import type { LocalServer } from "./local-server.js";
import { loadNest, startNest } from "./nest-servers.js";

const nestExpress = await loadNest("express");
const nestFastify = await loadNest("fastify");

const batch = { ...batchOf(batchRequest), id: "batch a/b" };

const handle = serve(
  operations,
  {
    createBatch: ({ body }) => ({
      status: 200,
      body: { ...batch, metadata: body.metadata ?? null },
    }),
    listBatches: ({ query }) => ({
      status: 200,
      body: { object: "list", data: query?.after === batch.id ? [] : [batch], has_more: false },
    }),
    retrieveBatch: ({ path }) => ({ status: 200, body: { ...batch, id: path.batch_id } }),
    cancelBatch: () => ({
      status: 200,
      body: { ...batch, status: "cancelling" },
      headers: { "X-A": "b" },
    }),
  },
  { basePath: "/v1" },
);

describe.each(Object.entries(servers))("%s", (_, start) => testServer(start));

// Without the packages of NestJS, these are skipped.
describe.skipIf(nestExpress === undefined)("NestJS on Express", () => {
  testServer((each) => (nestExpress ? startNest(nestExpress)(each) : Promise.reject(new Error())));
});
describe.skipIf(nestFastify === undefined)("NestJS on Fastify", () => {
  testServer((each) => (nestFastify ? startNest(nestFastify)(each) : Promise.reject(new Error())));
});

function testServer(start: StartServer): void {
  let server: LocalServer;
  let official: OpenAI;
  let client: Client<"throw">;

  beforeAll(async () => {
    server = await start(handle);
    const baseURL = `${server.origin}/v1`;
    official = new OpenAI({ apiKey: "test", baseURL, maxRetries: 0 });
    client = createClient({ baseUrl: baseURL, auth: { bearerAuth: "test" } });
  });

  afterAll(() => server.close());

  test("serves the official client", async () => {
    const created = await official.batches.create(batchRequest);
    expect(created).toEqual({ ...batch, metadata: batchRequest.metadata });
    expect((await official.batches.list({ limit: 2 })).data).toEqual([batch]);
    expect((await official.batches.list({ after: batch.id })).data).toEqual([]);
    expect(await official.batches.retrieve(batch.id)).toEqual(batch);
    expect(await official.batches.cancel(batch.id)).toEqual({ ...batch, status: "cancelling" });
  });

  test("serves the client of the operations", async () => {
    const { createBatch, listBatches, retrieveBatch, cancelBatch } = operations;
    const path = { batch_id: batch.id };
    expect(await send(createBatch, { body: batchRequest }, client)).toMatchObject({
      status: 200,
      body: { ...batch, metadata: batchRequest.metadata },
    });
    expect(await send(listBatches, { query: { after: batch.id } }, client)).toMatchObject({
      body: { data: [] },
    });
    expect(await send(retrieveBatch, { path }, client)).toMatchObject({ body: batch });
    const { response } = await send(cancelBatch, { path }, client);
    expect(response.headers.get("x-a")).toBe("b");
  });

  test("answers the official client what is wrong", async () => {
    const wrong = { ...batchRequest, endpoint: "/v1/poems" as "/v1/responses" };
    const error: unknown = await official.batches.create(wrong).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(OpenAI.BadRequestError);
    await expect(official.batches.list({ limit: 1.5 })).rejects.toThrow(OpenAI.BadRequestError);
  });

  const json = { "Content-Type": "application/json" };
  const post = (body: string, headers: Record<string, string> = json): RequestInit => ({
    method: "POST",
    headers,
    body,
    duplex: "half",
  });

  test.each<[string, RequestInit, number, object, object]>([
    [
      "/batches?limit=0&after=a",
      {},
      400,
      { issues: [{ in: "query", path: ["limit"], keyword: "minimum" }] },
      {},
    ],
    ["/batches?limit=1&limit=2", {}, 400, { issues: [{ in: "query", path: ["limit"] }] }, {}],
    ["/batch", {}, 404, {}, {}],
    ["/batches/a/b", {}, 404, {}, {}],
    ["/batches", { method: "DELETE" }, 405, {}, { allow: "POST, GET, HEAD" }],
    ["/batches/a", { method: "PATCH" }, 405, {}, { allow: "GET, HEAD" }],
    ["/batches", { headers: { accept: "text/html" } }, 406, {}, {}],
    [
      "/batches",
      post("{}"),
      400,
      { issues: [{ path: ["input_file_id"], pointer: "/input_file_id" }, {}, {}] },
      {},
    ],
    ["/batches", post('"{}"'), 400, { issues: [{ in: "body", path: [], keyword: "type" }] }, {}],
    ["/batches", post(""), 400, { issues: [{ in: "body", keyword: "required" }] }, {}],
    ["/batches", { method: "POST" }, 400, { issues: [{ in: "body", keyword: "required" }] }, {}],
    [
      "/batches",
      post(" ".repeat(11_000_000) + "{}", { "Content-Type": "application/json" }),
      400,
      {},
      {},
    ],
    [
      "/batches",
      post("a=1", { "Content-Type": "application/x-www-form-urlencoded" }),
      415,
      {},
      { accept: "application/json" },
    ],
    [
      "/batches",
      post("{}", { "Content-Type": "text/plain" }),
      415,
      {},
      { accept: "application/json" },
    ],
  ])("answers %s %j", async (target, init, status, document, headers) => {
    const response = await fetch(`${server.origin}/v1${target}`, init);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ type: "about:blank", status, ...document });
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject(headers);
  });

  test("answers HEAD as GET, without a body", async () => {
    const response = await fetch(`${server.origin}/v1/batches`, { method: "HEAD" });
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
      200,
      "application/json",
      "",
    ]);
  });
}
