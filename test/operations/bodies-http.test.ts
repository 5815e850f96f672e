import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import { eventStreamBody } from "../../generator/runtime/body-events.js";
import { jsonBody } from "../../generator/runtime/body-json.js";
import { multipartBody } from "../../generator/runtime/body-multipart.js";
import { filePart, jsonPart, textPart } from "../../generator/runtime/multipart-parts.js";
import { asText } from "../../generator/runtime/parameter-shapes.js";
import { anything } from "./messages.js";

const servers: ReturnType<typeof createServer>[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Starts a server, and returns its URL. */
async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
): Promise<string> {
  const server = createServer((request, response) => void answer(request, response));
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const form = multipartBody(
  anything,
  [
    { name: "file", part: filePart() },
    { name: "meta", part: jsonPart() },
  ],
  textPart(asText),
);
const events = eventStreamBody(anything, { of: "data", end: "[DONE]" });

describe("a server of Node", () => {
  it("receives a form with a file", async () => {
    const url = await serve(async (incoming, response) => {
      const request = new Request(url, {
        method: "POST",
        headers: incoming.headers as Record<string, string>,
        body: Readable.toWeb(incoming) as ReadableStream,
        duplex: "half",
      });
      const { value } = await form.read(request);
      const { file, ...rest } = value as { file: File };
      const { name, type } = file;
      response.end(JSON.stringify({ name, type, text: await file.text(), ...rest }));
    });
    const file = new File(["é\n"], "é.txt", { type: "text/x" });
    const { body } = form.write({ file, meta: [1], note: "x" });
    const response = await fetch(url, { method: "POST", body: body as FormData });
    const { value } = await jsonBody(anything).read(response);
    expect(value).toEqual({ name: "é.txt", type: "text/x", text: "é\n", meta: [1], note: "x" });
  });

  it("sends events, each when it happens, until its client cancels", async () => {
    const sent: number[] = [];
    let next: (() => void) | undefined;
    async function* items(): AsyncGenerator<number, void, void> {
      for (let item = 1; ; item += 1) {
        sent.push(item);
        yield item;
        await new Promise<void>((resolve) => (next = resolve));
      }
    }
    let end: (() => void) | undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const url = await serve((_request, response) => {
      const { body, contentType } = events.write(items());
      response.setHeader("content-type", String(contentType));
      const stream = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
      response.once("close", () => {
        stream.destroy();
        end?.();
      });
      stream.pipe(response);
    });
    const { value } = await events.read(await fetch(url));
    const received: unknown[] = [];
    for await (const item of value as AsyncIterable<unknown>) {
      received.push(item);
      expect(sent).toEqual(received);
      if (item === 3) break;
      next?.();
    }
    await ended;
    expect(received).toEqual([1, 2, 3]);
  });

  it("breaks the connection in a body", async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
      response.write("[1,");
      setTimeout(() => response.destroy(), 20);
    });
    const { issues } = await jsonBody(anything).read(await fetch(url));
    expect(issues?.map(({ message }) => message)).toEqual([
      "expected the whole body, received a part of it",
    ]);
  });

  it("is aborted by its client in a body", async () => {
    const url = await serve((_request, response) => {
      response.write("[1,");
    });
    const controller = new AbortController();
    const response = await fetch(url, { signal: controller.signal });
    const reading = jsonBody(anything).read(response);
    controller.abort();
    await expect(reading).rejects.toThrow(/abort/);
  });
});
