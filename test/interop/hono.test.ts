import { sValidator } from "@hono/standard-validator";
import { Hono } from "hono";
import { hc, type InferRequestType, type InferResponseType } from "hono/client";
import { describe, expect, expectTypeOf, test } from "vitest";
import { CreateBatchRequestSchema, type Batch, type CreateBatchRequest } from "openai-batch-types";
import { batchOf, issue, request, wrongRequests } from "./requests.js";

const app = new Hono().post("/batches", sValidator("json", CreateBatchRequestSchema), (context) => {
  const body = context.req.valid("json");
  expectTypeOf(body).toEqualTypeOf<CreateBatchRequest>();
  return context.json(batchOf(body), 201);
});

const client = hc<typeof app>("http://localhost", { fetch: app.request });

describe("a route of Hono", () => {
  test("accepts the model, and types its client", () => {
    type Post = typeof client.batches.$post;
    expectTypeOf<InferRequestType<Post>["json"]>().toEqualTypeOf<CreateBatchRequest>();
    expectTypeOf<InferResponseType<Post, 201>>().toEqualTypeOf<Batch>();
  });

  test("answers its client", async () => {
    const response = await client.batches.$post({ json: request });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual(batchOf(request));
  });

  test.each(wrongRequests)("answers 400 to a request: $what", async ({ value, issues }) => {
    const response = await post(JSON.stringify(value), "application/json");
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ success: false, data: value, error: issues });
  });

  test("answers 400 to text that is not JSON, before anything is validated", async () => {
    const response = await post('{ "input_file_id": ', "application/json");
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Malformed JSON");
  });

  test("misses everything that is required in a body that is not said to be JSON", async () => {
    const response = await post(JSON.stringify(request), "text/plain");
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: [
        issue(["input_file_id"], "required"),
        issue(["endpoint"], "required"),
        issue(["completion_window"], "required"),
      ],
    });
  });
});

async function post(body: string, type: string): Promise<Response> {
  return app.request("/batches", { method: "POST", headers: { "content-type": type }, body });
}
