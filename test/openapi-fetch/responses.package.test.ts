import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import createClient, { type Middleware } from "openapi-fetch";
import { afterAll, describe, expect, test } from "vitest";
import { inMemory, loadPackage } from "../support/load-package.js";
import { document } from "./document.js";
import { startServer } from "./server.js";

const server = await startServer();
afterAll(server.close);

const loaded = await loadPackage({
  ...inMemory(document),
  config: { outputs: ["models", "guards", "openapi"] },
});
// The module has what its types say; it is compiled in other tests.
const { guardResponses } = (await import(
  pathToFileURL(join(loaded.folder, "openapi-fetch.js")).href
)) as { readonly guardResponses: () => Middleware };

/** Any path, and what this test looks at of what comes back. */
interface Client {
  readonly use: (middleware: Middleware) => void;
  readonly request: (
    method: string,
    path: string,
    init?: { readonly parseAs?: string },
  ) => Promise<{ readonly data?: unknown; readonly error?: unknown; readonly response: Response }>;
}

// The paths are those of the test document, which has no types here.
const client = createClient({ baseUrl: server.url }) as unknown as Client;
client.use(guardResponses());

const json = "application/json";
const user = { name: "Ada" };

type Request = readonly [method: string, path: string];
type Answer = readonly [status: number, type: string | undefined, body?: string];

/** Answers that pass, with what the client gets of them. */
const right: readonly (readonly [what: string, Request, Answer, object])[] = [
  [
    "has what goes in responses only",
    ["get", "/users/{id}"],
    [200, json, JSON.stringify(user)],
    { data: user },
  ],
  [
    "says a charset",
    ["get", "/users/{id}"],
    [200, "application/JSON ; charset=utf-8", JSON.stringify(user)],
    { data: user },
  ],
  [
    "is of another type",
    ["get", "/users/{id}"],
    [200, "application/vnd.user+json", '"Ada"'],
    { data: "Ada" },
  ],
  ["has nothing", ["get", "/users/{id}"], [204, undefined], {}],
  ["has nothing, and says it were JSON", ["get", "/plain"], [204, json], {}],
  ["is of HEAD", ["head", "/users/{id}"], [200, json], {}],
  ["is an array", ["delete", "/users/{id}"], [200, json, JSON.stringify([user])], { data: [user] }],
  [
    "is an error",
    ["get", "/users/{id}"],
    [404, "application/problem+json", '{"title":"Gone"}'],
    { error: { title: "Gone" } },
  ],
  [
    "has a status of a range",
    ["get", "/users/{id}"],
    [418, json, '{"title":"Tea"}'],
    { error: { title: "Tea" } },
  ],
  [
    "has any other status",
    ["get", "/users/{id}"],
    [500, json, '{"fatal":1}'],
    { error: { fatal: 1 } },
  ],
  [
    "is right, and of a type that is not described",
    ["get", "/users/{id}"],
    [502, "text/html", '{"fatal":1}'],
    { error: { fatal: 1 } },
  ],
  [
    "is of a type that is described beside JSON",
    ["get", "/texts"],
    [200, "text/plain", "1"],
    { data: 1 },
  ],
  ["has JSON of a status without described JSON", ["get", "/plain"], [200, json, "1"], { data: 1 }],
  ["has a status that is not described", ["get", "/undescribed"], [201, json, "1"], { data: 1 }],
  ["is of a path that is not described", ["get", "/constructor"], [200, json, "1"], { data: 1 }],
  ["is of a method that is not described", ["put", "/texts"], [200, json, "1"], { data: 1 }],
  [
    "is one of several that parameters tell apart",
    ["get", "/parameters"],
    [201, "application/json; version=2", '"Ada"'],
    { data: "Ada" },
  ],
  [
    "may be anything by one of several that parameters tell apart",
    ["get", "/parameters"],
    [202, "application/json; version=1", "1"],
    { data: 1 },
  ],
  ["has no schema, beside a range that has", ["get", "/ranges"], [201, json, "1"], { data: 1 }],
  [
    "is in a range of types",
    ["get", "/ranges"],
    [200, "application/x+json", '"Ada"'],
    { data: "Ada" },
  ],
];

/** Answers that are rejected, with the message. */
const wrong: readonly (readonly [what: string, Request, Answer, string])[] = [
  [
    "lacks a property",
    ["get", "/users/{id}"],
    [200, json, "{}"],
    "UserResponse in response 200 of GET /users/{id}: name: missing, expected ",
  ],
  [
    "is wrong inside",
    ["delete", "/users/{id}"],
    [200, json, JSON.stringify([user, { name: "" }])],
    "DeleteUsersIdResponse in response 200 of DELETE /users/{id}: [1].name: expected ",
  ],
  [
    "is an error of another form",
    ["get", "/users/{id}"],
    [404, "application/problem+json", "{}"],
    "Problem in response 404 of GET /users/{id}: title: missing, expected ",
  ],
  [
    "has a status of a range",
    ["get", "/users/{id}"],
    [403, json, '{"title":1}'],
    "Problem in response 403 of GET /users/{id}: title: expected ",
  ],
  [
    "has any other status",
    ["get", "/users/{id}"],
    [500, json, "{}"],
    "GetUsersIdResponseDefault in response 500 of GET /users/{id}: fatal: missing, expected ",
  ],
  [
    "is an error that is only described as another type",
    ["get", "/users/{id}"],
    [404, json, "[]"],
    "Problem in response 404 of GET /users/{id}: expected object, received ",
  ],
  [
    "is no JSON, and of a type that is not described",
    ["get", "/users/{id}"],
    [502, "text/html", "<h1>"],
    "GetUsersIdResponseDefault in response 502 of GET /users/{id}: has media type text/html, expected application/json",
  ],
  [
    "is of no type",
    ["get", "/texts"],
    [200, undefined, "1"],
    "Name in response 200 of GET /texts: expected ",
  ],
  [
    "is another type",
    ["get", "/users/{id}"],
    [200, "application/vnd.user+json", "1"],
    "Name in response 200 of GET /users/{id}: expected ",
  ],
  [
    "is none of several that parameters tell apart",
    ["get", "/parameters"],
    [201, json, "1"],
    "Name in response 201 of GET /parameters: expected ",
  ],
  [
    "says parameters that the document has too",
    ["get", "/parameters"],
    [200, "application/json;charset=UTF-8", "1"],
    "Name in response 200 of GET /parameters: expected ",
  ],
  [
    "is in a range of types",
    ["get", "/ranges"],
    [200, "application/x+json", "1"],
    "Name in response 200 of GET /ranges: expected ",
  ],
  [
    "is in the range of all types",
    ["get", "/ranges"],
    [200, "image/x+json", "1"],
    "UserResponse in response 200 of GET /ranges: expected ",
  ],
  [
    "says it is JSON, and is none",
    ["get", "/texts"],
    [200, json, "<h1>"],
    "Name in response 200 of GET /texts: line 1, column 1: HTML or XML instead of JSON",
  ],
  [
    "says it is JSON, and is nothing",
    ["get", "/texts"],
    [200, json, ""],
    "Name in response 200 of GET /texts: line 1, column 1: the text is empty",
  ],
];

describe("a response passes that", () => {
  test.each(right)("%s", async (_what, [method, path], [status, type, body], wanted) => {
    server.answer({
      status,
      ...(type !== undefined && { type }),
      ...(body !== undefined && { body }),
    });
    const { response, ...rest } = await client.request(method, path);
    expect(rest).toEqual(wanted);
    expect(response.status).toBe(status);
  });
});

describe("a response is rejected that", () => {
  test.each(wrong)("%s", async (_what, [method, path], [status, type, body], message) => {
    server.answer({
      status,
      ...(type !== undefined && { type }),
      ...(body !== undefined && { body }),
    });
    const got = client.request(method, path);
    await expect(got).rejects.toBeInstanceOf(loaded.exports.ValidationError);
    await expect(got).rejects.toThrow(`not a valid ${message}`);
  });
});

describe("a response is left alone that the client", () => {
  test("reads as a stream, which may not have ended yet", async () => {
    let open: ServerResponse | undefined;
    server.answer((response) => {
      open = response;
      response.writeHead(200, { "content-type": json });
      response.write("not yet JSON");
    });
    const { data } = await client.request("get", "/texts", { parseAs: "stream" });
    expect(open?.writableEnded).toBe(false);
    const reader = (data as ReadableStream<Uint8Array>).getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("not yet JSON");
    open?.end();
  });

  test.each([
    ["text", "{}"],
    ["blob", new Blob(["{}"], { type: json })],
  ])("reads as %s", async (parseAs, wanted) => {
    server.answer({ status: 200, type: json, body: "{}" });
    expect((await client.request("get", "/texts", { parseAs })).data).toEqual(wanted);
  });

  test("reads as a stream, but not the error that comes in its place", async () => {
    server.answer({ status: 404, type: "application/problem+json", body: "{}" });
    const got = client.request("get", "/users/{id}", { parseAs: "stream" });
    await expect(got).rejects.toThrow("not a valid Problem");
  });
});
