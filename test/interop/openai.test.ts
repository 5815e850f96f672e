import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import {
  BatchSchema,
  batchStatusValues,
  isBatch,
  isCreateBatchRequest,
  isListBatchesResponse,
  type Batch,
  type BatchStatus,
} from "openai-batch-types";
import { componentExamples } from "../spec/examples.js";
import { startBatchServer, type BatchServer } from "./batch-server.js";
import { request, saysWhatIsExpected } from "./requests.js";

/** A batch of every status, with every field, as the API sends it. */
const batches = batchStatusValues.map((status) => batchWith(status));

/** The same with a status that the API does not have. */
const paused = { ...batchWith("in_progress"), id: "batch_paused", status: "paused" };

let server: BatchServer;
let client: OpenAI;

beforeAll(async () => {
  server = await startBatchServer([...batches, paused]);
  client = clientOf(server);
});

afterAll(async () => {
  await server.close();
});

describe.each(batches)("the official client, where the batch is $status", (batch) => {
  test("retrieves a batch that is one", async () => {
    const retrieved = await client.batches.retrieve(batch.id);
    expect(server.calls.at(-1)).toEqual({ route: `GET /v1/batches/${batch.id}`, body: undefined });
    expect(isBatch(retrieved)).toBe(true);
    expect(retrieved).toEqual(batch);
  });

  test("cancels a batch that is one", async () => {
    const cancelled = await client.batches.cancel(batch.id);
    expect(server.calls.at(-1)?.route).toBe(`POST /v1/batches/${batch.id}/cancel`);
    expect(isBatch(cancelled)).toBe(true);
    expect(cancelled).toEqual(batch);
  });

  test("creates a batch that is one, of a request of ours", async () => {
    const other = await startBatchServer([batch]);
    try {
      const created = await clientOf(other).batches.create(request);
      expect(other.calls).toEqual([{ route: "POST /v1/batches", body: request }]);
      expect(isCreateBatchRequest(other.calls[0]?.body)).toBe(true);
      expect(isBatch(created)).toBe(true);
      expect(created).toEqual(batch);
    } finally {
      await other.close();
    }
  });
});

describe("the official client", () => {
  test("lists batches page by page, and every item is one", async () => {
    const listed: Batch[] = [];
    for await (const item of client.batches.list({ limit: 3 })) {
      if (item.id === paused.id) continue;
      // A batch of theirs is one of ours.
      listed.push(item);
      expect(isBatch(item), item.status).toBe(true);
    }
    expect(listed).toEqual(batches);
    expect(server.calls.slice(-3).map(({ route }) => route)).toEqual([
      "GET /v1/batches?limit=3",
      `GET /v1/batches?limit=3&after=${String(batches[2]?.id)}`,
      `GET /v1/batches?limit=3&after=${String(batches[5]?.id)}`,
    ]);
  });

  test("has a page that is a list of batches, as it was sent", async () => {
    const response = await client.batches.list().asResponse();
    expect(isListBatchesResponse(await response.json())).toBe(true);
  });

  test("hides the ID of the request in a batch, which the guard does not mind", async () => {
    const retrieved = await client.batches.retrieve(idOf("completed"));
    expect(retrieved._request_id).toBe("req_1");
    expect(Object.keys(retrieved)).not.toContain("_request_id");
    expect(BatchSchema.validate(retrieved)).toEqual({ value: retrieved });
  });

  test("believes in a status that does not exist, which the guard does not", async () => {
    const retrieved = await client.batches.retrieve(paused.id);
    expectTypeOf(retrieved.status).toEqualTypeOf<BatchStatus>();
    expect(retrieved.status).toBe("paused");
    expect(isBatch(retrieved)).toBe(false);
    expect(BatchSchema.validate(retrieved)).toMatchObject({
      issues: [{ path: ["status"], keyword: "enum", message: saysWhatIsExpected }],
    });
  });

  test("does not declare null but returns it, which our type allows", async () => {
    const retrieved = await client.batches.retrieve(idOf("validating"));
    expectTypeOf(retrieved.completed_at).toEqualTypeOf<number | undefined>();
    expect(retrieved.completed_at).toBeNull();
    // The value is unknown before the guard, so its type afterwards is that of the guard.
    const value: unknown = retrieved;
    expect.assert(isBatch(value));
    expectTypeOf(value.completed_at).toEqualTypeOf<number | null | undefined>();
  });
});

function clientOf({ baseURL }: BatchServer): OpenAI {
  return new OpenAI({ apiKey: "none", baseURL, maxRetries: 0 });
}

function idOf(status: BatchStatus): string {
  return batchWith(status).id;
}

/** The example of the document that has a status. */
function batchWith(status: BatchStatus): Batch {
  // Whether they are batches is what the tests ask the guard.
  const examples = (componentExamples().get("Batch") ?? []) as readonly Batch[];
  const batch = examples.find((example) => example.status === status);
  if (batch === undefined) throw new Error(`no example is ${status}`);
  return batch;
}
