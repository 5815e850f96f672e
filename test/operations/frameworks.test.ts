import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient, send } from "../../generator/runtime/client.js";
import { credentials } from "../../generator/runtime/credentials.js";
import type { Client } from "../../generator/runtime/client-options.js";
import { serve } from "../../generator/runtime/server.js";
import { batchOf, request as batchRequest } from "../interop/requests.js";
import * as operations from "./batch-operations.js";
import { servers, type StartServer } from "./framework-servers.js";
import type { LocalServer } from "./local-server.js";
import { startNestOnExpress, startNestOnFastify } from "./nest-servers.js";

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

describe.each(Object.entries(servers))("%s", (name, start) => {
  testServer(start, name === "Fastify" ? ["empty"] : []);
});

describe("NestJS on Express", () => {
  testServer(startNestOnExpress, ["text", "large"]);
});

describe("NestJS on Fastify", () => {
  testServer(startNestOnFastify, ["empty", "large"]);
});

/** What the parser of a framework refuses, so that its own answer is sent. */
type Refused = "empty" | "text" | "large";

function testServer(start: StartServer, refused: readonly Refused[]): void {
  let server: LocalServer;
  let official: OpenAI;
  let client: Client<"throw">;

  beforeAll(async () => {
    server = await start(handle);
    const baseURL = `${server.origin}/v1`;
    official = new OpenAI({ apiKey: "test", baseURL, maxRetries: 0 });
    client = createClient({ baseUrl: baseURL, auth: credentials({ bearerAuth: "test" }) });
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

  const post = (body: string, type = "application/json"): RequestInit => ({
    method: "POST",
    headers: { "Content-Type": type },
    body,
  });

  interface Wrong {
    readonly target: string;
    readonly init?: RequestInit;
    readonly status: number;
    readonly issues?: readonly object[];
    readonly headers?: object;
    readonly kind?: Refused;
  }
  const accept = "application/json";
  test.each<Wrong>([
    {
      target: "/batches?limit=0&after=a",
      status: 400,
      issues: [{ in: "query", path: ["limit"], keyword: "minimum" }],
    },
    { target: "/batches?limit=%ZZ", status: 400, issues: [{ in: "query", path: ["limit"] }] },
    { target: "/batch", status: 404 },
    { target: "/batches/a/b", status: 404 },
    {
      target: "/batches",
      init: { method: "DELETE" },
      status: 405,
      headers: { allow: "POST, GET, HEAD" },
    },
    {
      target: "/batches/a",
      init: { method: "PATCH" },
      status: 405,
      headers: { allow: "GET, HEAD" },
    },
    { target: "/batches", init: { headers: { accept: "text/html" } }, status: 406 },
    {
      target: "/batches",
      init: post("{}"),
      status: 400,
      issues: [{ in: "body", pointer: "/input_file_id", keyword: "required" }, {}, {}],
    },
    {
      target: "/batches",
      init: post('"{}"'),
      kind: "text",
      status: 400,
      issues: [{ in: "body", path: [], keyword: "type" }],
    },
    {
      target: "/batches",
      init: post(""),
      kind: "empty",
      status: 400,
      issues: [{ in: "body", keyword: "required" }],
    },
    {
      target: "/batches",
      init: { method: "POST" },
      status: 400,
      issues: [{ in: "body", keyword: "required" }],
    },
    {
      target: "/batches",
      init: post("a=1", "application/x-www-form-urlencoded"),
      status: 415,
      headers: { accept },
    },
    { target: "/batches", init: post("{}", "text/plain"), status: 415, headers: { accept } },
  ])("answers $target $init: $status", async (wrong) => {
    const { target, init, status, issues, headers = {}, kind } = wrong;
    const response = await fetch(`${server.origin}/v1${target}`, init);
    expect(response.status).toBe(status);
    if (kind && refused.includes(kind)) return;
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const document = await response.json();
    expect(document).toMatchObject({ type: "about:blank", status, ...(issues && { issues }) });
    expect(Object.fromEntries(response.headers)).toMatchObject(headers);
  });

  test("answers a body that is too large", async () => {
    const body = JSON.stringify({ input_file_id: "a".repeat(11_000_000) });
    const response = await fetch(`${server.origin}/v1/batches`, post(body));
    expect(response.status).toBe(413);
    const own = refused.includes("large") ? {} : { status: 413, title: "Content Too Large" };
    expect(await response.json()).toMatchObject(own);
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
