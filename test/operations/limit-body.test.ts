import { describe, expect, test } from "vitest";
import { jsonBody } from "../../generator/runtime/body-json.js";
import { createClient, send } from "../../generator/runtime/client.js";
import { limitBody } from "../../generator/runtime/limit-body.js";
import { Count, operationOf } from "./described.js";
import { repeat, streamOf } from "./messages.js";

describe("a message with a limited body", () => {
  test("has the status and the headers of the response", async () => {
    const init = { status: 201, statusText: "Made", headers: { "X-Left": "1" } };
    const limited = limitBody(new Response("12345", init), 5);
    expect([limited.status, limited.statusText, limited.headers.get("x-left")]).toEqual([
      201,
      "Made",
      "1",
    ]);
    expect(await limited.text()).toBe("12345");
  });

  test("has the method, the URL and the headers of the request", async () => {
    const headers = { "X-Trace": "1" };
    const request = new Request("https://h/a?b=1", { method: "PUT", headers, body: "12345" });
    const limited = limitBody(request, 5);
    expect([limited.method, limited.url, limited.headers.get("x-trace")]).toEqual([
      "PUT",
      "https://h/a?b=1",
      "1",
    ]);
    expect(await limited.text()).toBe("12345");
  });

  test("is the same if it has no body", () => {
    const response = new Response(null, { status: 204 });
    expect(limitBody(response, 1)).toBe(response);
  });

  test("cannot be made of one that was read", async () => {
    const response = new Response("1");
    await response.text();
    expect(() => limitBody(response, 1)).toThrow("already read");
  });
});

test("a client can limit the bodies of responses in its middleware", async () => {
  const { stream, seen } = streamOf(repeat(" ".repeat(1000)));
  const headers = { "Content-Type": "application/json" };
  const client = createClient({
    baseUrl: "https://h",
    fetch: () => Promise.resolve(new Response(stream, { headers })),
    middleware: [async (request, next) => limitBody(await next(request), 4500)],
  });
  const operation = operationOf({ responses: { 200: { content: [jsonBody(Count)] } } });
  const sent = send(operation, {}, client);
  await expect(sent).rejects.toThrow("expected at most 4500 bytes, received more");
  expect(seen).toEqual({ pulled: 5, isCancelled: true });
});
