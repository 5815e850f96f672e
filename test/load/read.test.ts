import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SourceText } from "../../generator/core/source-text.js";
import { nodeHost } from "../../generator/load/node-host.js";
import { readSource, type ReadOptions, type SpecText } from "../../generator/load/read.js";
import { inputErrorOf } from "../diagnostics/input-error-of.js";

interface Options extends Omit<ReadOptions, "host"> {
  readonly cwd: string;
  readonly stdin?: AsyncIterable<Uint8Array | string>;
}

function read(spec: string | SpecText, { cwd, stdin, ...options }: Options): Promise<SourceText> {
  return readSource(spec, { host: nodeHost(cwd, stdin && (() => stdin)), ...options });
}

/** The one diagnostic that reading ends with, as `code: message`. */
async function failureOf(...args: Parameters<typeof read>): Promise<string> {
  const { diagnostics } = await inputErrorOf(() => read(...args));
  return diagnostics.map(({ code, message }) => `${code}: ${message}`).join();
}

async function* stdin(
  ...chunks: readonly (string | Uint8Array)[]
): AsyncGenerator<string | Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

describe("a file", () => {
  let cwd = "";

  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), "guardsmith-read-"));
    await mkdir(join(cwd, "spec"));
    const write = (name: string, data: string | Uint8Array): Promise<void> =>
      writeFile(join(cwd, name), data);
    await write("spec/openapi.yaml", "openapi: 3.1.0\n");
    await write("spec/openapi.yml", "{}");
    await write("spec/openapi.JSON", "openapi: 3.1.0");
    await write("spec/json-inside", "\n  { }");
    await write("spec/array-inside", "[]");
    await write("spec/yaml-inside", "openapi: 3.1.0");
    await write("spec/a b#ä.yaml", "a: 1");
    await write("bom.yaml", "\ufeffa: 1");
    await write("empty.yaml", "");
    await write("blank.yaml", " \n\t\r\n");
    await write("bom-only.yaml", "\ufeff");
    await write("latin1.yaml", Buffer.from("a: \u00e4", "latin1"));
    await write("utf16.yaml", Buffer.from("\ufeffa: 1", "utf16le"));
    await write("utf16be.yaml", Buffer.from("\ufeffa: 1", "utf16le").swap16());
    await write("secret.yaml", "a: 1");
    await chmod(join(cwd, "secret.yaml"), 0);
  });

  afterAll(async () => {
    await rm(cwd, { recursive: true });
  });

  test("is read with its URI, and its path relative to the working directory", async () => {
    const uri = pathToFileURL(join(cwd, "spec/openapi.yaml")).href;
    const want = {
      uri,
      name: "spec/openapi.yaml",
      text: "openapi: 3.1.0\n",
      format: "yaml",
    };
    expect(await read("spec/openapi.yaml", { cwd })).toEqual(want);
    expect(await read("./spec/../spec/openapi.yaml", { cwd })).toEqual(want);
    expect(await read(join(cwd, "spec/openapi.yaml"), { cwd })).toEqual(want);
    expect(await read(uri, { cwd })).toEqual(want);
  });

  test("outside of the working directory is named by the way to it", async () => {
    const { name } = await read("../bom.yaml", { cwd: join(cwd, "spec") });
    expect(name).toBe("../bom.yaml");
  });

  test("may have a name that a URI must escape", async () => {
    const source = await read("spec/a b#ä.yaml", { cwd });
    expect(source.name).toBe("spec/a b#ä.yaml");
    expect(source.uri).toMatch(/\/a%20b%23%C3%A4\.yaml$/);
    expect(await read(source.uri, { cwd })).toEqual(source);
  });

  test.each([
    ["spec/openapi.yml", "yaml"],
    ["spec/openapi.JSON", "json"],
    ["spec/json-inside", "json"],
    ["spec/array-inside", "json"],
    ["spec/yaml-inside", "yaml"],
  ])("%s is %s, by its extension or by how it starts", async (path, want) => {
    expect((await read(path, { cwd })).format).toBe(want);
  });

  test("loses its byte order mark", async () => {
    expect((await read("bom.yaml", { cwd })).text).toBe("a: 1");
  });

  test.each([
    ["nope.yaml", "file-not-found: there is no file nope.yaml"],
    ["bom.yaml/x", "file-not-found: there is no file bom.yaml/x"],
    ["spec", "file-unreadable: spec is a directory"],
    ["a\0b", "file-unreadable: a\0b cannot be read: ERR_INVALID_ARG_VALUE"],
    [
      "file://elsewhere/a",
      "file-not-found: file://elsewhere/a is not the URL of a file on this machine",
    ],
    ["empty.yaml", "empty-file: empty.yaml is empty"],
    ["blank.yaml", "empty-file: blank.yaml is empty"],
    ["bom-only.yaml", "empty-file: bom-only.yaml is empty"],
    ["latin1.yaml", "not-utf8: latin1.yaml is not encoded in UTF-8"],
    ["utf16.yaml", "not-utf8: utf16.yaml is not encoded in UTF-8"],
  ])("%j is refused", async (path, want) => {
    expect(await failureOf(path, { cwd })).toBe(want);
  });

  test.each(["utf16.yaml", "utf16be.yaml"])("%s is recognised as UTF-16", async (path) => {
    const error = await inputErrorOf(() => read(path, { cwd }));
    expect(error.diagnostics[0]?.help).toBe("it looks like UTF-16: save it as UTF-8");
  });

  test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "that nobody may read is refused",
    async () => {
      expect(await failureOf("secret.yaml", { cwd })).toBe(
        "file-unreadable: secret.yaml cannot be read: permission denied",
      );
    },
  );
});

describe("standard input", () => {
  const cwd = tmpdir();

  test("is read to its end, in whatever pieces it comes", async () => {
    const bytes = Buffer.from("\ufeffa: ä");
    const pieces = [bytes.subarray(0, 2), bytes.subarray(2, 7), bytes.subarray(7)];
    expect(await read("-", { cwd, stdin: stdin(...pieces) })).toEqual({
      uri: "stdin:",
      name: "<stdin>",
      text: "a: ä",
      format: "yaml",
    });
  });

  test("may be JSON", async () => {
    const source = await read("-", { cwd, stdin: stdin(" {", "}") });
    expect([source.text, source.format]).toEqual([" {}", "json"]);
  });

  test("is refused when it is empty or not UTF-8", async () => {
    expect(await failureOf("-", { cwd, stdin: stdin() })).toBe("empty-file: <stdin> is empty");
    expect(await failureOf("-", { cwd, stdin: stdin(Buffer.from([0x61, 0xff])) })).toBe(
      "not-utf8: <stdin> is not encoded in UTF-8",
    );
  });
});

describe("a text in memory", () => {
  const cwd = tmpdir();

  test.each([
    [{ text: "a: 1" }, { uri: "memory:", name: "<memory>", text: "a: 1", format: "yaml" }],
    [{ text: "\ufeff{}" }, { uri: "memory:", name: "<memory>", text: "{}", format: "json" }],
    [
      { text: "{}", uri: "https://example.com/openapi.yaml" },
      {
        uri: "https://example.com/openapi.yaml",
        name: "https://example.com/openapi.yaml",
        text: "{}",
        format: "yaml",
      },
    ],
    [
      { text: "a", uri: "file:///x", name: "mine.json" },
      { uri: "file:///x", name: "mine.json", text: "a", format: "json" },
    ],
    [
      { text: "{}", uri: "file:///x.yaml", name: "my document" },
      { uri: "file:///x.yaml", name: "my document", text: "{}", format: "yaml" },
    ],
  ])("%j is taken as it is", async (given, want) => {
    expect(await read(given, { cwd })).toEqual(want);
  });

  test("is refused when it is empty", async () => {
    expect(await failureOf({ text: " ", name: "mine" }, { cwd })).toBe("empty-file: mine is empty");
  });
});

describe("a URL", () => {
  const cwd = tmpdir();
  let server: Server;
  let base = "";

  beforeAll(async () => {
    const document = "openapi: 3.1.0";
    const handlers: Readonly<Record<string, (response: ServerResponse) => void>> = {
      "/openapi.yaml": (response) => response.end(document),
      "/openapi.json?v=1": (response) => response.end(document),
      "/latest": (response) => response.end(document),
      "/moved.json": (response) => response.writeHead(302, { location: "/latest" }).end(),
      "/loop": (response) => response.writeHead(302, { location: "/loop" }).end(),
      "/slow": (response) => response.write("openapi:"),
      "/large": (response) => response.end("a".repeat(2000)),
      "/bytes": (response) => response.end(Buffer.from([0xff])),
      "/empty": (response) => response.end(),
    };
    server = createServer(({ url }, response) => {
      const handler = handlers[url ?? ""];
      if (handler === undefined) response.writeHead(404).end("not here");
      else handler(response);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("No port");
    base = `http://127.0.0.1:${address.port}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test.each([
    ["/openapi.yaml", "/openapi.yaml", "yaml"],
    ["/openapi.json?v=1", "/openapi.json?v=1", "json"],
    ["/latest", "/latest", "yaml"],
    ["/moved.json", "/latest", "json"],
  ])("%s is read from %s as %s", async (path, uri, format) => {
    expect(await read(base + path, { cwd })).toEqual({
      uri: base + uri,
      name: base + path,
      text: "openapi: 3.1.0",
      format,
    });
  });

  test("may have a fragment, which is not part of the URI", async () => {
    const { uri } = await read(`${base}/latest#/info`, { cwd });
    expect(uri).toBe(`${base}/latest`);
  });

  test.each([
    ["/nope", "the server has no such file (404)"],
    ["/loop", "there are too many redirects"],
    ["/slow", "it took more than 0.3 s"],
    ["/large", "the file is larger than 1000 bytes"],
  ])("%s cannot be retrieved: %s", async (path, why) => {
    const fetchLimits = { milliseconds: 300, bytes: 1000 };
    expect(await failureOf(base + path, { cwd, fetchLimits })).toBe(
      `fetch-failed: cannot retrieve ${base}${path}: ${why}`,
    );
  });

  test("is refused when the file is empty or not UTF-8", async () => {
    expect(await failureOf(`${base}/empty`, { cwd })).toBe(`empty-file: ${base}/empty is empty`);
    expect(await failureOf(`${base}/bytes`, { cwd })).toBe(
      `not-utf8: ${base}/bytes is not encoded in UTF-8`,
    );
  });

  test("where nobody listens cannot be retrieved, and it says why", async () => {
    const idle = createServer();
    await new Promise<void>((resolve) => {
      idle.listen(0, "127.0.0.1", resolve);
    });
    const address = idle.address();
    if (address === null || typeof address === "string") throw new Error("No port");
    await new Promise((resolve) => idle.close(resolve));
    expect(await failureOf(`http://127.0.0.1:${address.port}/`, { cwd })).toMatch(
      /^fetch-failed: .*ECONNREFUSED/,
    );
  });

  test("with a password is refused, and the password is not repeated", async () => {
    const url = base.replace("//", "//user:hunter2@");
    const message = await failureOf(`${url}/latest`, { cwd });
    expect(message).toBe(
      `fetch-failed: cannot retrieve ${base}/latest: a user name or password in a URL is not supported`,
    );
  });

  test("that is none is refused", async () => {
    expect(await failureOf("http://", { cwd })).toBe("fetch-failed: http:// is not a valid URL");
  });
});
