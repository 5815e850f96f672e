import { describe, expect, expectTypeOf, test } from "vitest";
import type { Batch } from "openai-batch-types";
import { problemResponse, serve } from "../../generator/runtime/server.js";
import { ValidationError } from "../../generator/runtime/validation-error.js";
import { batchOf, request as batchRequest } from "../interop/requests.js";
import * as operations from "./batch-operations.js";
import { getPet } from "./pet-operations.js";

const batch = batchOf(batchRequest);

function batchServer(onProblem = problemResponse) {
  return serve(
    operations,
    {
      createBatch: ({ body }) => ({ status: 200, body: batchOf(body) }),
      listBatches: () =>
        Promise.resolve({
          status: 200,
          body: { object: "list", data: [batch], has_more: false },
        }),
      retrieveBatch: ({ path }, request) =>
        path.batch_id === "teapot"
          ? new Response("short and stout", { status: 418, headers: { via: request.url } })
          : { status: 200, body: { ...batch, id: path.batch_id } },
      cancelBatch: ({ path: { batch_id } }) => {
        if (batch_id === "wrong")
          return { status: 200, body: { id: batch_id } as unknown as Batch };
        throw new RangeError("no such batch");
      },
    },
    { basePath: "/v1", onProblem },
  );
}

async function ask(target: string, init?: RequestInit): Promise<[number, unknown]> {
  const response = await batchServer()(new Request(`http://localhost/v1${target}`, init));
  const text = await response.text();
  return [response.status, text.startsWith("{") ? JSON.parse(text) : text];
}

const post = (body: string): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body,
});

describe("a server", () => {
  test("calls the handler of each operation", async () => {
    expect(await ask("/batches")).toMatchObject([200, { data: [batch] }]);
    expect(await ask("/batches/b%201")).toEqual([200, { ...batch, id: "b 1" }]);
    expect(await ask("/batches", post(JSON.stringify(batchRequest)))).toEqual([200, batch]);
    expect(await ask("/batches/teapot")).toEqual([418, "short and stout"]);
  });

  test("answers HEAD without a body", async () => {
    const request = new Request("http://localhost/v1/batches", { method: "HEAD" });
    const response = await batchServer()(request);
    expect([response.status, response.headers.get("content-type"), response.body]).toEqual([
      200,
      "application/json",
      null,
    ]);
  });

  test.each<[string, RequestInit | undefined, number]>([
    ["/files", undefined, 404],
    ["/batches", { method: "DELETE" }, 405],
    ["/batches?limit=1000", undefined, 400],
    ["/batches", { headers: { accept: "text/html" } }, 406],
    ["/batches", { method: "POST", body: "{}" }, 415],
    ["/batches", post(" ".repeat(11_000_000)), 413],
    ["/batches", post("{}"), 400],
  ])("answers problems: %s %j", async (target, init, status) => {
    expect(await ask(target, init)).toMatchObject([status, { type: "about:blank", status }]);
  });

  test("answers problems in another form", async () => {
    const handle = batchServer(({ document, headers }) =>
      Response.json({ error: { message: document.detail } }, { status: document.status, headers }),
    );
    const response = await handle(new Request("http://localhost/v1/batches", { method: "PUT" }));
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST, GET, HEAD"]);
    expect(await response.json()).toEqual({ error: { message: expect.any(String) as unknown } });
  });

  test("throws what its handlers throw, and what they should not answer", async () => {
    await expect(ask("/batches/b1/cancel", { method: "POST" })).rejects.toThrow(RangeError);
    await expect(ask("/batches/wrong/cancel", { method: "POST" })).rejects.toThrow(ValidationError);
  });

  test("needs a handler for each operation", () => {
    // @ts-expect-error -- it is missing
    expect(() => serve({ getPet }, {})).toThrow(
      new TypeError("the operation getPet has no handler"),
    );
    // @ts-expect-error -- it is inherited
    expect(() => serve({ toString: getPet }, {})).toThrow(TypeError);
  });

  test("types calls only if they are valid", () => {
    serve(
      { getPet },
      {
        getPet: (call) => {
          expectTypeOf(call.path).toEqualTypeOf<{ readonly id: number }>();
          return { status: 404, body: { name: "a" } };
        },
      },
    );
    serve(
      { getPet },
      {
        getPet: (call) => {
          expectTypeOf(call).toEqualTypeOf<unknown>();
          return { status: 304 };
        },
      },
      { validate: { request: "report" } },
    );
    // @ts-expect-error -- a header is missing
    serve({ getPet }, { getPet: () => ({ status: 200, body: { name: "a" } }) });
  });
});
