import { describe, expect, expectTypeOf, test } from "vitest";
import { binaryBody } from "../../generator/runtime/body-binary.js";
import type { CallOf } from "../../generator/runtime/operation.js";
import { problemResponse, readRequest, type Violation } from "../../generator/runtime/server.js";
import { createBatch, listBatches, type CreateBatchCall } from "./batch-operations.js";
import { operationOf } from "./described.js";
import { repeat, streamOf } from "./messages.js";
import { getPet, postPet, putPet } from "./pet-operations.js";
import { request as batchRequest } from "../interop/requests.js";

type Init = Omit<RequestInit, "headers"> & { readonly headers?: Record<string, string> };

function requestTo(target: string, init: Init = {}): Request {
  return new Request(`http://localhost${target}`, { duplex: "half", ...init });
}

const json = { "Content-Type": "application/json" };
const trace = { "X-Trace": "t" };

describe("a call is read", () => {
  test("with parameters of each location", async () => {
    const headers = { ...trace, cookie: "session=5; other=6" };
    const { call } = await readRequest(getPet, requestTo("/pets/7?limit=2", { headers }));
    expect(call).toEqual({
      path: { id: 7 },
      query: { limit: 2 },
      header: { "X-Trace": "t" },
      cookie: { session: 5 },
    });
  });

  test("with its types", async () => {
    const received = await readRequest(createBatch, requestTo("/batches"));
    if (received.problem) return;
    expectTypeOf(received.call).toEqualTypeOf<CreateBatchCall>();
    expectTypeOf(received.issues).toEqualTypeOf<undefined>();
  });

  test("with a JSON body", async () => {
    const body = JSON.stringify(batchRequest);
    const { call } = await readRequest(
      createBatch,
      requestTo("/batches", { method: "POST", headers: json, body }),
    );
    expect(call).toEqual({ body: batchRequest });
  });

  const batchId = { path: { id: 1 } };
  test.each<[string, Init, object]>([
    ["none", {}, batchId],
    ["an empty one without a media type", { body: new Uint8Array() }, batchId],
    [
      "an empty one of a media type that is not described",
      { headers: { "Content-Type": "a/b" }, body: "" },
      batchId,
    ],
    ["an empty one of JSON", { headers: json, body: "" }, batchId],
    ["an empty one of JSON, in chunks", { headers: json, body: streamOf([]).stream }, batchId],
    ["an empty chunk of JSON", { headers: json, body: streamOf(["", ""]).stream }, batchId],
    [
      "JSON in chunks",
      { headers: json, body: streamOf(["", '{"name":', '"a"}']).stream },
      { body: { name: "a" }, mediaType: "application/json" },
    ],
    [
      "JSON with parameters",
      { headers: { "Content-Type": 'Application/JSON; charset="UTF-8"' }, body: '{"name":"a"}' },
      { body: { name: "a" }, mediaType: "application/json" },
    ],
    [
      "another JSON",
      { headers: { "Content-Type": "application/merge-patch+json" }, body: '{"name":"a"}' },
      { body: { name: "a" }, mediaType: "application/merge-patch+json" },
    ],
    [
      "text of a range",
      { headers: { "Content-Type": "text/markdown; charset=utf-8" }, body: "# a" },
      { body: "# a", mediaType: "text/markdown" },
    ],
    [
      "empty text",
      { headers: { "Content-Type": "text/plain" }, body: "" },
      { body: "", mediaType: "text/plain" },
    ],
  ])("with a body: %s", async (_, init, members) => {
    const { call, problem } = await readRequest(
      putPet,
      requestTo("/pets/1", { method: "PUT", ...init }),
    );
    expect(problem).toBeUndefined();
    expect(call).toEqual({ ...batchId, ...members });
  });

  const bytes = { "Content-Type": "application/octet-stream" };
  test.each<[string, Init, boolean]>([
    ["none", {}, false],
    ["an empty one without a media type", { body: new Uint8Array() }, false],
    ["an empty one with its media type", { headers: bytes, body: "" }, true],
    ["one without a media type", { body: new Uint8Array([1]) }, true],
  ])("with a body of bytes: %s", async (_, init, isRead) => {
    const operation = operationOf({ method: "PUT", body: { content: [binaryBody()] } });
    const { call } = await readRequest(operation, requestTo("/items", { method: "PUT", ...init }));
    expect(call?.body instanceof ReadableStream).toBe(isRead);
  });

  test("with the path that was matched, or below a base path", async () => {
    const headers = trace;
    const options = { path: { id: "8" } };
    expect(await readRequest(getPet, requestTo("/other", { headers }), options)).toMatchObject({
      call: { path: { id: 8 } },
    });
    const basePath = "/v1";
    expect(
      await readRequest(getPet, requestTo("/v1/pets/9", { headers }), { basePath }),
    ).toMatchObject({ call: { path: { id: 9 } } });
  });

  test.each([
    [undefined, undefined],
    ["*/*", undefined],
    ["text/csv", undefined],
    ["text/html, application/*;q=0.1", undefined],
    ["text/html", 406],
    ["application/json;q=0, text/csv;q=0", 406],
  ])("if a response fits %s", async (accept, status) => {
    const headers = { ...trace, ...(accept === undefined ? {} : { accept }) };
    const request = requestTo("/pets/1", { headers });
    const { problem } = await readRequest(getPet, request);
    expect(problem?.document.status).toBe(status);
    expect((await readRequest(getPet, request, { ignoreAccept: true })).problem).toBeUndefined();
  });

  test("whatever is accepted, if a successful response has no body", async () => {
    const request = requestTo("/pets/1", { method: "PUT", headers: { accept: "text/html" } });
    expect((await readRequest(putPet, request)).problem).toBeUndefined();
  });
});

describe("a problem says what is wrong", () => {
  test("with all parameters and the body at once", async () => {
    const headers = json;
    const request = requestTo("/pets/x", { method: "PUT", headers, body: '{"name": 1}' });
    const { problem } = await readRequest(putPet, request);
    expect(problem).toEqual({
      headers: {},
      document: {
        type: "about:blank",
        title: "Bad Request",
        status: 400,
        detail: "The request is not valid: see its issues.",
        issues: [
          {
            in: "path",
            path: ["id"],
            pointer: "/id",
            keyword: "type",
            message: "path.id: expected integer, received string",
          },
          {
            in: "body",
            path: ["name"],
            pointer: "/name",
            keyword: "type",
            message: "body.name: expected string, received number",
          },
        ],
      },
    });
  });

  test("with parameters beside a body that is not JSON, and where that is", async () => {
    const request = requestTo("/pets/x", { method: "PUT", headers: json, body: '{\n "name" "a"}' });
    const { problem } = await readRequest(putPet, request);
    expect(problem?.document.issues).toMatchObject([
      { in: "path", keyword: "type" },
      {
        in: "body",
        path: [],
        pointer: "",
        keyword: "json",
        line: 2,
        column: 9,
        message: "body: line 2, column 9: missing colon after a property name",
      },
    ]);
  });

  test.each<[string, Init, string[]]>([
    ["/pets/1", {}, [`header["X-Trace"]: missing, expected a value`]],
    ["/pets/1.5?limit=a&limit=b", { headers: trace }, ["path.id", "query.limit"]],
    ["/pets/%ZZ", { headers: trace }, ["path.id"]],
    ["/pets/%", { headers: trace }, ["path.id"]],
    ["/pets/%FF", { headers: trace }, ["path.id"]],
    ["/pets/1?limit=%C3", { headers: trace }, ["query.limit"]],
    ["/pets/1", { headers: { ...trace, cookie: "session=a; session=b" } }, ["cookie.session"]],
  ])("with the parameters of %s", async (target, init, messages) => {
    const { problem } = await readRequest(getPet, requestTo(target, init));
    expect(problem?.document.status).toBe(400);
    const found = problem?.document.issues?.map(({ message }) => message) ?? [];
    expect(found).toEqual(messages.map((text) => expect.stringContaining(text) as unknown));
  });

  test.each<[string, Init, number, object, string]>([
    ["no body", {}, 400, {}, "body: missing, expected a body"],
    ["an empty body", { body: "", headers: json }, 400, {}, "body: missing, expected a body"],
    [
      "no media type",
      { body: new Uint8Array([123, 125]) },
      415,
      { accept: "application/json" },
      "",
    ],
    [
      "another media type",
      { body: "{}", headers: { "Content-Type": "text/plain" } },
      415,
      { accept: "application/json" },
      "",
    ],
    [
      "another JSON",
      { body: "{}", headers: { "Content-Type": "application/x+json" } },
      415,
      { accept: "application/json" },
      "",
    ],
    [
      "two media types",
      { body: "{}", headers: { "Content-Type": "application/json, text/plain" } },
      415,
      {},
      "",
    ],
    ["a range of media types", { body: "{}", headers: { "Content-Type": "*/*" } }, 415, {}, ""],
    [
      "a media type that all objects have",
      { body: "{}", headers: { "Content-Type": "constructor" } },
      415,
      {},
      "",
    ],
    [
      "JSON in another charset",
      { body: "{}", headers: { "Content-Type": "application/json; charset=utf-16" } },
      415,
      { accept: "application/json" },
      "",
    ],
    [
      "a compressed body",
      { body: "{}", headers: { ...json, "Content-Encoding": "gzip" } },
      415,
      { "accept-encoding": "identity" },
      "",
    ],
    [
      "bytes that are not UTF-8",
      { body: new Uint8Array([0x22, 0xff, 0x22]), headers: json },
      400,
      {},
      "body: expected text in UTF-8, received other bytes",
    ],
    [
      "a body that is null",
      { body: "null", headers: json },
      400,
      {},
      "body: expected object, received null",
    ],
    [
      "a text instead of an object",
      { body: '"{}"', headers: json },
      400,
      {},
      "body: expected object, received string",
    ],
    [
      "a number as text",
      { body: '{"name":1}', headers: json },
      400,
      {},
      "body.name: expected string",
    ],
    [
      "a property of all objects",
      { body: '{"__proto__":{"name":"a"}}', headers: json },
      400,
      {},
      "body.name: missing",
    ],
  ])("with %s", async (_, init, status, headers, message) => {
    const { problem } = await readRequest(postPet, requestTo("/pets", { method: "POST", ...init }));
    expect(problem).toBeDefined();
    if (problem === undefined) return;
    const response = problemResponse(problem);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(Object.fromEntries(response.headers)).toMatchObject(headers);
    const document = (await response.json()) as typeof problem.document;
    expect(document).toEqual(problem.document);
    if (message !== "") expect(document.issues?.[0]?.message).toContain(message);
  });

  test("with another path", async () => {
    const { problem } = await readRequest(getPet, requestTo("/cats/1"));
    expect(problem?.document).toMatchObject({
      status: 404,
      detail: "This path is not one of /pets/{id}.",
    });
  });

  test("and shows values only if that is wanted", async () => {
    const request = () => requestTo("/pets/secret", { headers: trace });
    expect(JSON.stringify(await readRequest(getPet, request()))).not.toContain("secret");
    const { problem } = await readRequest(getPet, request(), { hideValues: false });
    expect(problem?.document.issues?.[0]?.message).toContain('"secret"');
    const text = requestTo("/pets", { method: "POST", headers: json, body: '{"name": secret}' });
    expect(JSON.stringify(await readRequest(postPet, text))).not.toContain("secret");
  });
});

describe("the size of a body is limited", () => {
  const megabyte = new Uint8Array(2 ** 20).fill(0x20);

  test.each([
    ["the default", {}, 10_485_760],
    ["another limit", { maxBytes: 1000 }, 1000],
  ])("by %s, without reading the rest", async (_, options, limit) => {
    const { stream, seen } = streamOf(repeat(megabyte));
    const init = { method: "POST", headers: json, body: stream };
    const { problem } = await readRequest(postPet, requestTo("/pets", init), options);
    expect(problem?.document).toMatchObject({
      status: 413,
      title: "Content Too Large",
      detail: `A body may have at most ${limit} bytes.`,
    });
    expect(seen.pulled).toBeLessThanOrEqual(Math.ceil(limit / 2 ** 20) + 2);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(seen.isCancelled).toBe(true);
  });

  test("by the declared size, without reading anything", async () => {
    const { stream, seen } = streamOf(repeat(megabyte));
    const headers = { ...json, "Content-Length": "104857600" };
    const request = requestTo("/pets", { method: "POST", headers, body: stream });
    const { problem } = await readRequest(postPet, request);
    expect(problem?.document.status).toBe(413);
    expect(seen.pulled).toBe(0);
  });

  test("up to the last byte", async () => {
    const body = `{"name":"${"a".repeat(89)}"}`;
    const request = () => requestTo("/pets", { method: "POST", headers: json, body });
    expect((await readRequest(postPet, request(), { maxBytes: 100 })).problem).toBeUndefined();
    expect((await readRequest(postPet, request(), { maxBytes: 99 })).problem).toBeDefined();
  });
});

test("a body that was already read is an error of the server", async () => {
  const request = requestTo("/pets", { method: "POST", headers: json, body: "{}" });
  await request.text();
  await expect(readRequest(postPet, request)).rejects.toThrow(TypeError);
});

describe("hostile requests are answered in time", () => {
  test("with 10,000 parameters", async () => {
    const query = Array.from({ length: 10_000 }, (_, index) => `limit=${index}&p${index}=1`);
    const start = performance.now();
    const request = requestTo(`/batches?${query.join("&")}`);
    const { problem } = await readRequest(listBatches, request);
    expect(problem?.document.issues).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test("with names that all objects have", async () => {
    const names = "__proto__=1&constructor=2&toString=3&limit=4";
    const { call } = await readRequest(listBatches, requestTo(`/batches?${names}`));
    expect(call).toEqual({ query: { limit: 4 } });
    expect(Object.getPrototypeOf(call?.query)).toBe(Object.prototype);
  });

  test("with the same header twice", async () => {
    const request = requestTo("/pets/1", { headers: trace });
    request.headers.append("X-Trace", "u");
    const { call } = await readRequest(getPet, request);
    expect(call?.header).toEqual({ "X-Trace": "t, u" });
  });
});

describe("the mode of validation", () => {
  const wrong = () => requestTo("/pets/x", { headers: trace });
  const violations: Violation[] = [];
  const onViolation = (violation: Violation): void => void violations.push(violation);

  test("reports, and returns the issues", async () => {
    const options = { validate: "report", onViolation } as const;
    const received = await readRequest(getPet, wrong(), options);
    await readRequest(getPet, wrong(), options);
    expect(received).toMatchObject({ call: { path: { id: "x" } }, issues: [{ keyword: "type" }] });
    // Only once in the window.
    expect(violations).toMatchObject([
      {
        operation: "getPet",
        direction: "request",
        issues: [{ message: expect.any(String) as unknown }],
      },
    ]);
    if (received.problem) return;
    expectTypeOf(received.call).toEqualTypeOf<unknown>();
    if (received.issues === undefined)
      expectTypeOf(received.call).toEqualTypeOf<CallOf<typeof getPet>>();
  });

  test("is off", async () => {
    const received = await readRequest(getPet, wrong(), { validate: "off" });
    expect(received).toEqual({
      call: { path: { id: "x" }, query: {}, header: trace, cookie: {} },
      issues: undefined,
    });
    if (!received.problem) expectTypeOf(received.call).toEqualTypeOf<unknown>();
  });

  test.each(["report", "off"] as const)("%s cannot read what is not JSON", async (validate) => {
    const request = requestTo("/pets", { method: "POST", headers: json, body: "{" });
    expect((await readRequest(postPet, request, { validate })).problem?.document.status).toBe(400);
  });
});
