import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ValidationError } from "openai-batch-types";
import { startBatchServer, type BatchServer } from "./batch-server.js";
import { batchOf, request, saysWhatIsExpected, wrongRequests } from "./requests.js";
import { retrieveBatch } from "./snippets/fetch.js";
import app from "./snippets/hono.js";
import { handle } from "./snippets/trpc.js";

const batch = batchOf(request);
const paused = { ...batch, id: "batch_paused", status: "paused" };

let server: BatchServer;

beforeAll(async () => {
  server = await startBatchServer([batch, paused]);
});

afterAll(async () => {
  await server.close();
});

beforeEach(() => {
  const { fetch } = globalThis;
  // The snippets ask the real API, which the server of the test stands for.
  vi.stubGlobal("fetch", (url: string, init?: RequestInit) =>
    fetch(url.replace("https://api.openai.com/v1", server.baseURL), init),
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the snippet with fetch", () => {
  test("retrieves a batch", async () => {
    expect(await retrieveBatch(batch.id)).toEqual(batch);
  });

  test("throws where the batch has a status that does not exist", async () => {
    const failure = retrieveBatch(paused.id);
    await expect(failure).rejects.toBeInstanceOf(ValidationError);
    await expect(failure).rejects.toMatchObject({
      issues: [{ path: ["status"], keyword: "enum", message: saysWhatIsExpected }],
    });
  });

  test("throws if there is no such batch", async () => {
    await expect(retrieveBatch("batch_none")).rejects.toThrow("Not Found");
  });
});

describe("the snippet with Hono", () => {
  test("passes on a valid request", async () => {
    const asked = server.calls.length;
    const response = await app.request("/batches", post(request));
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual(batch);
    expect(server.calls.slice(asked)).toEqual([{ route: "POST /v1/batches", body: request }]);
  });

  test.each(wrongRequests)("does not hand on one that is not: $what", async ({ value, issues }) => {
    const asked = server.calls.length;
    const response = await app.request("/batches", post(value));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: issues });
    expect(server.calls).toHaveLength(asked);
  });
});

describe("the snippet with tRPC", () => {
  test("takes a request that is valid", async () => {
    const response = await handle(new Request("http://localhost/trpc/enqueue", post(request)));
    expect(await response.json()).toEqual({ result: { data: 1 } });
  });

  test.each(wrongRequests)("refuses one that is not: $what", async ({ value }) => {
    const response = await handle(new Request("http://localhost/trpc/enqueue", post(value)));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { message: saysWhatIsExpected, data: { code: "BAD_REQUEST" } },
    });
  });
});

function post(body: unknown): RequestInit {
  const headers = { "Content-Type": "application/json" };
  return { method: "POST", headers, body: JSON.stringify(body) };
}
