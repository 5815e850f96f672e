import { EventEmitter } from "node:events";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { Readable } from "node:stream";
import express from "express";
import { afterEach, describe, expect, test } from "vitest";
import {
  toRequest,
  type NodeOptions,
  type NodeRequest,
} from "../../generator/runtime/server-node.js";
import { serve } from "../../generator/runtime/server.js";
import { listen, startNode, type Handle, type LocalServer } from "./local-server.js";
import { repeat, streamOf } from "./messages.js";
import { postPet } from "./pet-operations.js";

const open: LocalServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function start(handle: Handle, onError?: (error: unknown) => void): Promise<string> {
  const server = await startNode(handle, onError);
  open.push(server);
  return server.origin;
}

/** A request of Node.js whose body has been read, and what a framework has added. */
function consumed(headers: IncomingHttpHeaders, members: object): NodeRequest {
  return Object.assign(new EventEmitter(), {
    pause: () => undefined,
    resume: () => undefined,
    method: "POST",
    url: "/pets",
    headers: { host: "a.example", "content-length": "9", ...headers },
    readableDidRead: true,
    ...members,
  });
}

describe("a request of Node.js", () => {
  test("is the same request", async () => {
    const origin = await start(async (request) =>
      Response.json({
        method: request.method,
        url: request.url,
        trace: request.headers.get("x-trace"),
        body: await request.text(),
      }),
    );
    const init = { method: "PATCH", body: "é", headers: { "X-Trace": "1" } };
    const response = await fetch(`${origin}/a%2Fb?c=%20d`, init);
    expect(await response.json()).toEqual({
      method: "PATCH",
      url: `${origin}/a%2Fb?c=%20d`,
      trace: "1",
      body: "é",
    });
  });

  test.each<[string, string, IncomingHttpHeaders, NodeOptions, string]>([
    ["a host", "/a?b", { host: "a.example:81" }, {}, "http://a.example:81/a?b"],
    ["an address", "/", { host: "[::1]:80" }, {}, "http://[::1]/"],
    ["no host", "/a", { host: undefined }, {}, "http://localhost/a"],
    ["a host with a path", "/a", { host: "b.example/x?" }, {}, "http://localhost/a"],
    ["a host with a user", "/a", { host: "a@b.example" }, {}, "http://localhost/a"],
    ["a host with blanks", "/a", { host: "a b" }, {}, "http://localhost/a"],
    ["a path that looks like a host", "//b.example/c", {}, {}, "http://a.example//b.example/c"],
    ["a whole URL", "http://b.example/c", {}, {}, "http://a.example/c"],
    ["an asterisk", "*", {}, {}, "http://a.example/*"],
    [
      "a proxy that is not trusted",
      "/",
      { "x-forwarded-host": "b.example" },
      {},
      "http://a.example/",
    ],
    [
      "a proxy that is trusted",
      "/",
      { "x-forwarded-host": "b.example, c.example", "x-forwarded-proto": "https" },
      { trustProxy: true },
      "https://b.example/",
    ],
    [
      "a protocol that is none",
      "/",
      { "x-forwarded-proto": "javascript" },
      { trustProxy: true },
      "http://localhost/",
    ],
  ])("has the URL of %s", (_, url, headers, options, expected) => {
    const request = consumed(headers, { method: "GET", url });
    expect(toRequest(request, options).url).toBe(expected);
  });

  test("has the path before a router of Express", () => {
    const request = consumed({}, { method: "GET", url: "/b", originalUrl: "/a/b" });
    expect(toRequest(request).url).toBe("http://a.example/a/b");
  });

  test.each(["TRACE", "CONNECT", "OPTIONS", "PURGE"])("has the method %s", (method) => {
    expect(toRequest(consumed({ "content-length": "0" }, { method })).method).toBe(method);
  });

  test("has cookies of several fields, and fields of HTTP/2 are no headers", () => {
    const headers = { ":path": "/", ":authority": "b.example", "content-length": "0", via: "a, b" };
    const request = toRequest(consumed(headers, {}));
    expect(Object.fromEntries(request.headers)).toMatchObject({ via: "a, b" });
    expect(request.url).toBe("http://b.example/pets");
  });
});

describe("a body that a framework has read", () => {
  const json = { "content-type": "application/json; charset=utf-8" };
  const form = { "content-type": "application/x-www-form-urlencoded" };
  test.each<[string, IncomingHttpHeaders, object, string]>([
    ["an object", json, { body: { a: 1, ["__proto__"]: 2 } }, '{"a":1,"__proto__":2}'],
    ["a text, not converted", json, { body: "1" }, '"1"'],
    ["null", json, { body: null }, "null"],
    ["other JSON", { "content-type": "application/x+json" }, { body: [1] }, "[1]"],
    ["bytes", json, { body: Buffer.from("[1,") }, "[1,"],
    [
      "bytes that were kept",
      json,
      { body: { a: 1 }, rawBody: Buffer.from('{ "a": 1}') },
      '{ "a": 1}',
    ],
    ["a text that was kept", json, { rawBody: "[]" }, "[]"],
    ["text", { "content-type": "text/plain" }, { body: "1" }, "1"],
    [
      "a form",
      form,
      { body: { a: "1 &", b: ["2", "3"], c: { d: "4", e: ["5"] } } },
      "a=1+%26&b=2&b=3&c%5Bd%5D=4&c%5Be%5D=5",
    ],
    [
      "a form of querystring",
      form,
      { body: Object.assign(Object.create(null) as object, { a: "1" }) },
      "a=1",
    ],
  ])("is read again: %s", async (_, headers, members, text) => {
    const all = { ...headers, "content-encoding": "gzip", "transfer-encoding": "chunked" };
    const request = toRequest(consumed(all, members));
    expect(await request.text()).toBe(text);
    expect(request.headers.get("content-type")).toBe(headers["content-type"]);
    for (const name of ["content-length", "content-encoding", "transfer-encoding"]) {
      expect(request.headers.get(name)).toBeNull();
    }
  });

  test("is a form with files of multer", async () => {
    const file = {
      fieldname: "f",
      originalname: "a.txt",
      mimetype: "text/x",
      buffer: Buffer.from("hi"),
    };
    for (const members of [{ file }, { files: [file] }, { files: { f: [file] } }]) {
      const headers = { "content-type": "multipart/form-data; boundary=x" };
      const request = toRequest(consumed(headers, { body: { a: "1" }, ...members }));
      const text = await request.text();
      expect(text).toContain('name="a"\r\n\r\n1\r\n');
      const field = 'name="f"; filename="a.txt"\r\nContent-Type: text/x\r\n\r\nhi\r\n';
      expect(text).toContain(field);
      expect(request.headers.get("content-type")).toBe(
        `multipart/form-data; boundary=${text.slice(2, text.indexOf("\r"))}`,
      );
    }
  });

  test("is there as Fastify has it", async () => {
    const raw = consumed(json, {});
    expect(await toRequest({ raw, body: { a: 1 } }).text()).toBe('{"a":1}');
  });

  test.each<[string, IncomingHttpHeaders, object]>([
    ["nothing", json, {}],
    ["an object of another media type", { "content-type": "image/png" }, { body: {} }],
    ["no media type", {}, { body: {} }],
    ["a file on the disk", { "content-type": "multipart/form-data" }, { file: { path: "/tmp/a" } }],
  ])("is an error if it is %s", (_, headers, members) => {
    expect(() => toRequest(consumed(headers, members))).toThrow(TypeError);
  });

  test("is streamed if no parser has read it, although Express 4 sets an empty one", async () => {
    const stream = Object.assign(Readable.from([Buffer.from("a")]), {
      method: "POST",
      headers: { "content-length": "1" },
      body: {},
    });
    expect(await toRequest(stream).text()).toBe("a");
  });

  test("is none if none was sent", () => {
    const none = { "content-length": undefined };
    expect(toRequest(consumed(none, { body: {} })).body).toBeNull();
    expect(toRequest(consumed({}, { method: "GET", body: {} })).body).toBeNull();
  });

  test("has passed express.json", async () => {
    const app = express();
    app.use(express.json({ strict: false }));
    app.post("/", async (request, response) => {
      response.type("text").send(await toRequest(request).text());
    });
    const { createServer } = await import("node:http");
    // Express is a listener of requests.
    const server = await listen(createServer(app as unknown as () => void));
    open.push(server);
    const headers = { "content-type": "application/json" };
    for (const body of ["1", '"1"', "null", '{"a":[{}]}', '{"__proto__":1}']) {
      const response = await fetch(server.origin, { method: "POST", headers, body });
      expect(await response.text()).toBe(body);
    }
    // Nobody has read this one.
    expect(await (await fetch(server.origin, { method: "POST", body: "text" })).text()).toBe(
      "text",
    );
  });
});

describe("a large body", () => {
  test("of 100 MB is answered before it is sent, and not kept", async () => {
    const handle = serve({ postPet }, { postPet: ({ body }) => ({ status: 201, body }) });
    const origin = await start(handle);
    const chunk = Buffer.alloc(2 ** 20, " ");
    const before = process.memoryUsage().rss;
    let sent = 0;
    let isSent = false;
    const status = await new Promise<number>((resolve, reject) => {
      // Without Content-Length.
      const outgoing = httpRequest(`${origin}/pets`, {
        method: "POST",
        headers: { "content-type": "application/json" },
      });
      outgoing.on("response", (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      outgoing.on("error", reject);
      outgoing.on("finish", () => (isSent = true));
      const write = (): void => {
        while (sent < 100) {
          sent += 1;
          if (!outgoing.write(chunk)) return void outgoing.once("drain", write);
        }
        outgoing.end();
      };
      write();
    });
    expect(status).toBe(413);
    // A client that sends all before it reads is not kept waiting.
    await expect.poll(() => isSent, { timeout: 5_000 }).toBe(true);
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(60);
  });

  test("that is declared is answered at once, and the connection can be used again", async () => {
    const origin = await start(
      serve({ postPet }, { postPet: ({ body }) => ({ status: 201, body }) }),
    );
    const body = " ".repeat(11_000_000);
    const headers = { "content-type": "application/json" };
    for (let count = 0; count < 3; count++) {
      const response = await fetch(`${origin}/pets`, { method: "POST", headers, body });
      expect(response.status).toBe(413);
      await response.text();
    }
  });

  test("that ends early is a problem", async () => {
    const found = new Promise<unknown>((resolve) => {
      const handle = serve({ postPet }, { postPet: ({ body }) => ({ status: 201, body }) });
      void start(async (request) => {
        const response = await handle(request);
        resolve(await response.clone().json());
        return response;
      }).then((origin) => {
        const socket = connect(Number(new URL(origin).port), "127.0.0.1");
        socket.write(
          'POST /pets HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"a',
        );
        setTimeout(() => socket.destroy(), 50);
      });
    });
    expect(await found).toMatchObject({ status: 400, issues: [{ in: "body", path: [] }] });
  });
});

describe("a response", () => {
  test("has its status, its headers and all its cookies", async () => {
    const headers = new Headers({ "X-A": "1" });
    headers.append("Set-Cookie", "a=1");
    headers.append("Set-Cookie", "b=2");
    const origin = await start(() => new Response(null, { status: 204, headers }));
    const response = await fetch(origin);
    expect([response.status, response.headers.get("x-a"), response.headers.getSetCookie()]).toEqual(
      [204, "1", ["a=1", "b=2"]],
    );
  });

  test("to HEAD has no body", async () => {
    const { stream, seen } = streamOf(repeat("a"));
    const origin = await start(() => new Response(stream));
    expect(await (await fetch(origin, { method: "HEAD" })).text()).toBe("");
    expect(seen).toEqual({ pulled: 0, isCancelled: true });
  });

  test("is as fast as it is read, and ends with its client", async () => {
    const { stream, seen } = streamOf(repeat("a".repeat(2 ** 16)));
    let isAborted = false;
    const origin = await start((request) => {
      request.signal.addEventListener("abort", () => (isAborted = true));
      return new Response(stream);
    });
    const controller = new AbortController();
    const response = await fetch(origin, { signal: controller.signal });
    await response.body?.getReader().read();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { pulled } = seen;
    await new Promise((resolve) => setTimeout(resolve, 200));
    // Nobody reads, so nobody writes: what is sent fills the buffers of the system.
    expect(seen.pulled - pulled).toBeLessThan(10);
    expect(seen.isCancelled).toBe(false);
    controller.abort();
    await expect.poll(() => [seen.isCancelled, isAborted]).toEqual([true, true]);
  });

  test("whose body fails is not ended as if it were whole", async () => {
    const failing = new ReadableStream({
      pull: (controller) => controller.error(new RangeError("broken")),
    });
    const errors: unknown[] = [];
    const origin = await start(
      () => new Response(failing),
      (error) => errors.push(error),
    );
    await expect(fetch(origin).then((response) => response.text())).rejects.toThrow();
    expect(errors).toEqual([new RangeError("broken")]);
  });
});
