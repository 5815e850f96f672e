import { afterEach, describe, expect, test } from "vitest";
import { eventStreamBody } from "../../generator/runtime/body-events.js";
import { jsonLinesBody } from "../../generator/runtime/body-json-lines.js";
import { report } from "../../generator/runtime/collect.js";
import type { DescribedResult, Operation } from "../../generator/runtime/operation.js";
import { label } from "../../generator/runtime/parameter-label.js";
import { matrix } from "../../generator/runtime/parameter-matrix.js";
import { asNumber } from "../../generator/runtime/parameter-shapes.js";
import type { ValueSchema } from "../../generator/runtime/parameter.js";
import { matchOperation, readRequest, respond, serve } from "../../generator/runtime/server.js";
import { ValidationError } from "../../generator/runtime/validation-error.js";
import { startNode, type LocalServer } from "./local-server.js";
import { repeat, streamOf } from "./messages.js";

const number: ValueSchema = {
  is: (value) => typeof value === "number",
  "~collect": (value, path) => {
    if (typeof value !== "number") report(path, "type", "number", value);
  },
  "~place": "#/components/schemas/Item",
};

const jsonLines = { "Content-Type": "application/jsonl" };

/** Takes numbers, and sends numbers. */
const double: Operation<
  { readonly body: AsyncIterable<number> },
  DescribedResult<200, "text/event-stream", AsyncIterable<number> | Iterable<number>>
> = {
  id: "double",
  method: "POST",
  path: "/double",
  body: { isRequired: true, content: [jsonLinesBody(number)] },
  responses: { 200: { content: [eventStreamBody(number, { of: "data", end: "[DONE]" })] } },
};

async function* doubled(items: AsyncIterable<number>): AsyncGenerator<number, void, void> {
  for await (const item of items) yield 2 * item;
}

const handle = serve({ double }, { double: ({ body }) => ({ status: 200, body: doubled(body) }) });

const open: LocalServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

function post(body: BodyOf, headers: Record<string, string> = jsonLines): Request {
  const init = { method: "POST", headers, body, duplex: "half" } as const;
  return new Request("http://localhost/double", init);
}

type BodyOf = string | ReadableStream<Uint8Array>;

describe("a stream", () => {
  test("passes a server item by item", async () => {
    const response = await handle(post("1\n2\n"));
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(await response.text()).toBe("data: 2\n\ndata: 4\n\ndata: [DONE]\n\n");
  });

  test("may be larger than a body, and is read only as far as its items are", async () => {
    const { stream, seen } = streamOf(repeat(`${" ".repeat(2 ** 20)}1\n`));
    const { call } = await readRequest(double, post(stream));
    let count = 0;
    for await (const item of call?.body ?? []) {
      expect(item).toBe(1);
      count += 1;
      if (count === 20) break;
    }
    expect(seen.pulled).toBeLessThan(25);
    expect(seen.isCancelled).toBe(true);
  });

  test("has items of a limited size", async () => {
    const { stream } = streamOf(repeat(" ".repeat(2 ** 20)));
    const { call } = await readRequest(double, post(stream));
    await expect(call?.body[Symbol.asyncIterator]().next()).rejects.toThrow(ValidationError);
  });

  test("throws at an item of a request that is not valid", async () => {
    const { call } = await readRequest(double, post('1\n"secret"\n3\n'));
    const items: number[] = [];
    const read = async (): Promise<void> => {
      for await (const item of call?.body ?? []) items.push(item);
    };
    await expect(read()).rejects.toThrow("item 1 of request of POST /double");
    expect(items).toEqual([1]);
  });

  test("throws at an item of a response that is not valid, and sends no more", async () => {
    // Callers without types may send anything.
    const items = [1, "2"] as number[];
    const text = respond(double, 200, items).text();
    await expect(text).rejects.toThrow("item 1 of response 200 of POST /double");
  });

  test("reports an item that is not valid, and goes on", async () => {
    const found: string[] = [];
    const options = {
      validate: "report",
      onViolation: ({ issues }: { issues: readonly { message: string }[] }): void => {
        found.push(...issues.map(({ message }) => message));
      },
    } as const;
    const received = await readRequest(double, post('1\n"secret"\n3\n'), options);
    const items: unknown[] = [];
    const { body } = received.call as { readonly body: AsyncIterable<unknown> };
    for await (const item of body) items.push(item);
    expect(items).toEqual([1, "secret", 3]);
    expect(found).toEqual(["expected number, received string"]);
  });

  test("ends when its client goes away", async () => {
    const { stream, seen } = streamOf(repeat("1\n"));
    const { call } = await readRequest(double, post(stream));
    const server = await startNode(() => respond(double, 200, doubled(call?.body ?? endless())));
    open.push(server);
    const controller = new AbortController();
    const response = await fetch(server.origin, { signal: controller.signal });
    await response.body?.getReader().read();
    controller.abort();
    await expect.poll(() => seen.isCancelled).toBe(true);
  });
});

function endless(): AsyncIterable<number> {
  throw new Error("there is a call");
}

describe("a path in the styles of URI templates", () => {
  const inPath = { in: "path", isRequired: true, schema: number } as const;
  const styled: Operation<{ readonly path: { readonly a: number; readonly b: number } }> = {
    id: "styled",
    method: "GET",
    path: "/x{a}{b}",
    parameters: [
      { ...inPath, name: "a", codec: label(asNumber) },
      { ...inPath, name: "b", codec: matrix(asNumber) },
    ],
    responses: {},
  };

  test.each([
    ["/x.1;b=2", { a: 1, b: 2 }],
    ["/x.1.5;b=2", { a: 1.5, b: 2 }],
    ["/x.1;c=2", undefined],
    ["/x;b=2", undefined],
  ])("is read: %s", async (path, expected) => {
    const request = new Request(`http://localhost${path}`);
    const match = matchOperation([styled], request);
    if (match.problem) return expect(expected).toBeUndefined();
    const { call } = await readRequest(styled, request, { path: match.path });
    expect(call?.path).toEqual(expected);
  });
});
