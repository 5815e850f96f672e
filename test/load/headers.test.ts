import { afterEach, describe, expect, test, vi } from "vitest";
import { loadConfig } from "../../generator/config/load-config.js";
import { InputError } from "../../generator/core/failure.js";
import type { LocatedDiagnostic } from "../../generator/core/diagnostic.js";
import { generate } from "../../generator/index.js";
import { formatDiagnostic } from "../../generator/text/format-diagnostic.js";
import { locate } from "../../generator/text/locate.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { entryWith } from "./loaded.js";
import { pathsOf, redirectTo, serve, type Handler, type Served } from "./serve.js";

const token = "t0k3n-of-someone-who-trusts-us";
const document = documentWith("other.yaml");

function documentWith(...references: readonly string[]): string {
  const head = '{ "info": { "title": "A", "version": "1" }, "paths": {},';
  return entryWith(...references).replace("{", head);
}

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Generates by a config file, with the token in the environment. */
async function generateBy(
  config: object | string,
  lines?: readonly string[],
): Promise<readonly LocatedDiagnostic[]> {
  const cwd = await temporaryFolder();
  vi.stubEnv("API_TOKEN", token);
  await put(cwd, {
    "guardsmith.config.yaml": typeof config === "string" ? config : JSON.stringify(config, null, 2),
  });
  try {
    const loaded = await loadConfig({ cwd, headers: lines });
    const { diagnostics } = await generate({ spec: loaded.spec, config: loaded, cwd });
    return diagnostics;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.diagnostics.map((found) => locate(found, error.sources));
  }
}

/** The values of a header in the requests that a server has seen, by path. */
function sentTo(server: Served, name: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    server.requests.map(({ url = "", headers }) => [url, headers[name]] as const),
  );
}

/** Everything that a person could see of diagnostics. */
function shown(diagnostics: readonly LocatedDiagnostic[]): string {
  const texts = diagnostics.map((found) => formatDiagnostic(found, { color: false }));
  return [...texts, JSON.stringify(diagnostics)].join("\n");
}

const bearer = { Authorization: "Bearer ${API_TOKEN}" };

describe("headers of a document", () => {
  test("are sent for it and for what it refers to, with values from the environment", async () => {
    const server = await serve({ "/openapi.json": document, "/other.yaml": "type: string" });
    const spec = { url: `${server.origin}/openapi.json`, headers: { ...bearer, "X-Team": "a" } };
    expect(await generateBy({ spec })).toEqual([]);
    expect(sentTo(server, "authorization")).toEqual({
      "/openapi.json": `Bearer ${token}`,
      "/other.yaml": `Bearer ${token}`,
    });
    expect(sentTo(server, "x-team")).toEqual({ "/openapi.json": "a", "/other.yaml": "a" });
  });

  test("come from the command line, too, and win there", async () => {
    const server = await serve({ "/openapi.json": document, "/other.yaml": "type: string" });
    const spec = {
      url: `${server.origin}/openapi.json`,
      headers: { Authorization: "old", A: "1" },
    };
    const lines = ["authorization:Bearer ${API_TOKEN}", "X-B:  2 "];
    expect(await generateBy({ spec }, lines)).toEqual([]);
    expect(server.requests[0]?.headers).toMatchObject({
      authorization: `Bearer ${token}`,
      a: "1",
      "x-b": "2",
    });
  });

  test("are not sent for an overlay, which has its own", async () => {
    const overlay =
      "{ overlay: 1.0.0, info: { title: A, version: '1' }, actions: [{ target: $.info, update: { title: B } }] }";
    const server = await serve({
      "/openapi.json": document,
      "/other.yaml": "type: string",
      "/a.overlay.yaml": overlay,
      "/b.overlay.yaml": overlay,
    });
    const { origin } = server;
    const overlays = [
      { url: `${origin}/a.overlay.yaml`, headers: { "X-Key": "${API_TOKEN}" } },
      `${origin}/b.overlay.yaml`,
    ];
    expect(
      await generateBy({ spec: { url: `${origin}/openapi.json`, headers: bearer }, overlays }),
    ).toEqual([]);
    expect(
      server.requests.map(({ url, headers }) => [url, headers.authorization, headers["x-key"]]),
    ).toEqual([
      ["/openapi.json", `Bearer ${token}`, undefined],
      ["/a.overlay.yaml", undefined, token],
      ["/b.overlay.yaml", undefined, undefined],
      ["/other.yaml", `Bearer ${token}`, undefined],
    ]);
  });

  test("are never sent to another origin: not by a reference, an overlay or a redirect", async () => {
    const other = await serve({
      "/a.yaml": "type: string",
      "/moved.yaml": "type: string",
      "/openapi.json": documentWith("/a.yaml"),
    });
    const server = await serve({
      "/openapi.json": documentWith(`${other.origin}/a.yaml`, "moved.yaml"),
      "/other.yaml": "type: string",
      "/moved.yaml": redirectTo(`${other.origin}/moved.yaml`, 307),
      "/away.json": redirectTo(`${other.origin}/openapi.json`, 308),
    });
    const references = { origins: [other.origin] };
    for (const path of ["/openapi.json", "/away.json"]) {
      await generateBy({ spec: { url: server.origin + path, headers: bearer }, references });
    }
    expect(new Set(pathsOf(other))).toEqual(new Set(["/a.yaml", "/moved.yaml", "/openapi.json"]));
    expect(other.requests.map(({ headers }) => headers.authorization)).toEqual(
      other.requests.map(() => undefined),
    );
    expect(sentTo(server, "authorization")).toMatchObject({ "/away.json": `Bearer ${token}` });
  });
});

describe("a variable that is not there", () => {
  test.each([
    ["is not set", undefined],
    ["is empty", ""],
    ["is blank", " \n"],
  ])("that %s is named at its place, and nothing is sent", async (_what, value) => {
    const server = await serve({ "/openapi.json": document });
    vi.stubEnv("OTHER_TOKEN", value);
    const [problem, ...others] = await generateBy(
      `spec:\n  url: ${server.origin}/openapi.json\n  headers:\n    Accept: text/yaml\n    X-Key: "\${OTHER_TOKEN}"\n`,
    );
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: "missing-variable",
      message: "the environment variable OTHER_TOKEN, for the header X-Key, is not set or empty",
      file: "guardsmith.config.yaml",
      position: { line: 5 },
    });
    expect(server.requests).toEqual([]);
  });

  test("is none of those that every object has", async () => {
    const spec = { url: "http://127.0.0.1:1/", headers: { A: "${__proto__}${constructor}" } };
    expect(await generateBy({ spec })).toMatchObject([{ code: "missing-variable" }]);
  });
});

describe("a header that cannot be sent", () => {
  test.each<[what: string, headers: object, problem: string]>([
    ["a name with a blank", { "X Key": "a" }, '["X Key"]` is not a name that a header can have'],
    ["a name with a line end", { "X\r\nHost": "a" }, "is not a name that a header can have"],
    ["no name", { "": "a" }, "is not a name that a header can have"],
    ["the host", { HOST: "a" }, ".HOST` is a header that Guardsmith sets itself"],
    ["a condition", { "If-None-Match": "a" }, "is a header that Guardsmith sets itself"],
    ["a value with a line end", { A: "hunter2\r\nB: c" }, ".A` has a character that a header"],
    ["a value beyond Latin-1", { A: "hunter2€" }, ".A` has a character that a header"],
    ["no value", { A: "" }, ".A` must not be empty"],
    ["a number", { A: 1 }, ".A` must be a string"],
    ["a variable without a name", { A: "hunter2 ${}" }, "has `${` without the name of a variable"],
    ["what a shell would do", { A: "hunter2 ${B:-c}" }, "has `${` without the name of a variable"],
    ["the same header twice", { A: "hunter2", a: "b" }, "must name each header once"],
    ["another type", ["A: hunter2"], ".headers` must be an object"],
  ])("is refused in the config: %s", async (_what, headers, problem) => {
    const diagnostics = await generateBy({ spec: { url: "https://example.com/a", headers } });
    expect(diagnostics).toMatchObject([{ code: "invalid-config", file: "guardsmith.config.yaml" }]);
    expect(diagnostics[0]?.message).toContain(problem);
    expect(shown(diagnostics)).not.toContain("hunter2\\r");
  });

  test.each<[what: string, lines: readonly string[], message: string]>([
    ["no colon", ["hunter2"], "`--header` is not a name and a value with a colon between them"],
    [
      "no value",
      ["Authorization:"],
      "`--header` is not a name and a value with a colon between them",
    ],
    [
      "no name",
      ["A: b", ": hunter2"],
      "the name in `--header` number 2 is not a name that a header can have",
    ],
    [
      "the host",
      ["Host: hunter2"],
      "the name in `--header` is a header that Guardsmith sets itself",
    ],
    [
      "a line end",
      ["A: hunter2\r\nB: c"],
      "the value of A in `--header` has a character that a header cannot have, such as a line end",
    ],
  ])("is refused on the command line, without its value: %s", async (_what, lines, message) => {
    const diagnostics = await generateBy({ spec: "https://example.com/a" }, lines);
    expect(diagnostics).toMatchObject([{ code: "invalid-header", message }]);
    expect(shown(diagnostics)).not.toContain("hunter2");
  });

  test("is refused for a document that is not a URL", async () => {
    expect(await generateBy({ spec: "a.yaml" }, ["A: b"])).toMatchObject([
      { code: "invalid-header" },
    ]);
  });

  test.each(["a\nb-and-something-long", "a\u0007b-and-something-long", "ключ-and-something-long"])(
    "is refused without the value of the variable: %j",
    async (value) => {
      const server = await serve({});
      const config = { spec: { url: `${server.origin}/a`, headers: { A: "${BAD}" } } };
      vi.stubEnv("BAD", value);
      const diagnostics = await generateBy(config);
      expect(diagnostics).toMatchObject([{ code: "invalid-header", position: { line: 5 } }]);
      expect(shown(diagnostics)).not.toContain("and-something-long");
      expect(server.requests).toEqual([]);
    },
  );

  test.each(["ftp://example.com/a", "https://user:hunter2@example.com/a", "a.yaml", "http://"])(
    "is refused beside the URL %s",
    async (url) => {
      const diagnostics = await generateBy({ spec: { url, headers: bearer } });
      expect(diagnostics).toMatchObject([{ code: "invalid-config" }]);
    },
  );
});

describe("the value of a header", () => {
  const echo: Handler = (response, { headers }) =>
    response.end(JSON.stringify({ openapi: "3.1.0", info: { title: headers.authorization } }));

  test.each<[how: string, page: Handler]>([
    ["in the words of a status", (response) => response.writeHead(500, token).end()],
    ["in the words of a refusal", (response) => response.writeHead(401, `not ${token}`).end()],
    ["in a redirect", redirectTo(`/openapi.yaml?token=${token}`)],
    ["in an encoded redirect", redirectTo(`/${token.replace("t", "%74")}`)],
    ["in a redirect to another scheme", redirectTo(`${token}:x`)],
    ["in a document", echo],
    ["in what is not a document", (response) => response.end(`[${token}`)],
    ["in another header", (response) => response.writeHead(400, { "x-a": token }).end()],
    ["in what is not HTTP", (response) => response.socket?.end(`HTTP/1.1 ${token}\r\n\r\n`)],
  ])("is not printed when the server sends it back %s", async (_how, page) => {
    const server = await serve({ "/openapi.json": page });
    const spec = { url: `${server.origin}/openapi.json`, headers: bearer };
    const diagnostics = await generateBy({ spec });
    expect(diagnostics).toMatchObject([{ severity: "error", code: "fetch-failed" }]);
    expect(shown(diagnostics)).not.toContain(token);
  });

  test("is not printed with lines of the config, where it stands there itself", async () => {
    const diagnostics = await generateBy({
      spec: { url: "https://example.com/a", headers: { Authorization: `Bearer ${token}` } },
      outs: "x",
    });
    expect(diagnostics).toMatchObject([{ code: "unknown-config-key", position: { line: 8 } }]);
    expect(shown(diagnostics)).not.toContain(token);
  });
});
