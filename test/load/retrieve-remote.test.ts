import { createServer, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { LoadOptions } from "../../generator/load/load.js";
import type { RetrieveHook } from "../../generator/config/hooks.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { entryWith, failuresOf, load, loadFrom, namesOf } from "./loaded.js";

/** The server whose origin is allowed, another one, and what they were asked for. */
let [server, other]: readonly (Server | undefined)[] = [];
let [origin, otherOrigin] = ["", ""];
const requests: string[] = [];

beforeAll(async () => {
  const redirect = (location: string) => (response: ServerResponse) =>
    response.writeHead(302, { location }).end();
  const handlers: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
    "/a.yml": (response) => response.end("$ref: models/b.json#/B"),
    "/models/b.json": (response) => response.end('{ "B": { "$ref": "../a.yml" } }'),
    "/local.yml": (response) => response.end("$ref: file:///etc/passwd"),
    "/moved.yml": redirect("/a.yml"),
    "/away.yml": (response) => redirect(`${otherOrigin}/a.yml`)(response),
    "/login.yml": (response) => redirect(origin.replace("//", "//user:hunter2@"))(response),
    "/nowhere.yml": redirect("http://["),
    "/file.yml": redirect("file:///etc/passwd"),
    "/loop.yml": redirect("/loop.yml"),
    "/large.yml": (response) => response.end("a".repeat(2000)),
    "/slow.yml": (response) => response.write("a"),
    "/broken.yml": (response) => response.end("["),
  };
  const serve = async (name: string): Promise<[Server, string]> => {
    const started = createServer(({ url = "" }, response) => {
      requests.push(`${name}${url}`);
      const handler = handlers[url];
      if (handler === undefined) response.writeHead(404).end();
      else handler(response);
    });
    await new Promise<void>((resolve) => {
      started.listen(0, "127.0.0.1", resolve);
    });
    const address = started.address();
    if (address === null || typeof address === "string") throw new Error("No port");
    return [started, `http://127.0.0.1:${address.port}`];
  };
  [server, origin] = await serve("");
  [other, otherOrigin] = await serve("other");
});

afterAll(() => {
  for (const started of [server, other]) {
    started?.closeAllConnections();
    started?.close();
  }
});

beforeEach(() => {
  requests.length = 0;
});

/** Loads a document with the references, which may lead to the first server. */
async function loadReferences(
  references: readonly string[],
  options: Partial<LoadOptions> = {},
): ReturnType<typeof load> {
  const files = { "openapi.yaml": entryWith(...references) };
  const policy = { origins: [origin] };
  return loadFrom(await temporaryFolder(), files, { references: policy, ...options });
}

describe("a reference to the network", () => {
  test("is refused, without a request", async () => {
    const uri = `${origin}/a.yml`;
    const document = await loadReferences([`${uri}#/A`], { references: { origins: [] } });
    expect([...document.failures]).toEqual([
      [
        uri,
        {
          code: "remote-reference",
          message: `${uri} is not retrieved, because references must not lead to ${origin}`,
          help: `add "${origin}" to \`references.origins\` if the file belongs to the document`,
        },
      ],
    ]);
    expect(requests).toEqual([]);
  });

  test.each([
    ["another port", () => otherOrigin],
    ["another scheme", () => origin.replace("http:", "https:")],
    ["another name", () => origin.replace("127.0.0.1", "localhost")],
    ["another host that begins alike", () => `${origin.replace(/:\d+$/, "")}.example.com`],
    ["a password with which the host looks allowed", () => `${origin}@example.com`],
  ])("is refused for %s than the one that is allowed", async (_name, uriOf) => {
    const { failures } = await loadReferences([`${uriOf()}/a.yml`]);
    expect([...failures.values()].map(({ code }) => code)).toEqual(["remote-reference"]);
    expect(requests).toEqual([]);
  });

  test("does not repeat a password", async () => {
    const uri = `${otherOrigin.replace("//", "//user:hunter2@")}/a.yml`;
    expect(failuresOf(await loadReferences([uri]))).toEqual([
      `remote-reference: ${otherOrigin}/a.yml is not retrieved, because references must not lead to ${otherOrigin}`,
    ]);
  });

  test("is followed to an origin that is allowed, once for each file", async () => {
    const document = await loadReferences([
      `${origin}/a.yml`,
      `${origin}/%61.yml`,
      `${origin}/models/b.json#/B`,
      `${origin}/a.yml#/x`,
    ]);
    expect(failuresOf(document)).toEqual([]);
    expect(namesOf(document)).toEqual([`${origin}/a.yml`, `${origin}/models/b.json`]);
    expect([...document.aliases]).toEqual([[`${origin}/%61.yml`, `${origin}/a.yml`]]);
    expect(requests.toSorted()).toEqual(["/a.yml", "/models/b.json"]);
  });

  test("must not lead back to the files of this machine", async () => {
    const text = entryWith(`${origin}/local.yml`);
    const cwd = await temporaryFolder();
    const document = await load({ text }, { cwd, references: { origins: [origin] } });
    expect(failuresOf(document)).toEqual([
      "outside-root: file:///etc/passwd is a local file, but <memory> is not",
    ]);
  });

  test("is relative to where the file was found after a redirect", async () => {
    const document = await loadReferences([`${origin}/moved.yml`]);
    expect([...document.sources.keys()].slice(1)).toEqual([
      `${origin}/a.yml`,
      `${origin}/models/b.json`,
    ]);
    expect([...document.aliases]).toEqual([[`${origin}/moved.yml`, `${origin}/a.yml`]]);
  });

  test("is refused when a redirect leads to another origin, without a request there", async () => {
    const document = await loadReferences([`${origin}/away.yml`]);
    expect([...document.failures]).toEqual([
      [
        `${origin}/away.yml`,
        {
          code: "remote-reference",
          message: `${otherOrigin}/a.yml is not retrieved, because references must not lead to ${otherOrigin}`,
          help: `add "${otherOrigin}" to \`references.origins\` if the file belongs to the document`,
        },
      ],
    ]);
    expect(requests).toEqual(["/away.yml"]);
    const both = { references: { origins: [origin, otherOrigin] } };
    const allowed = await loadReferences([`${origin}/away.yml`], both);
    expect(namesOf(allowed)).toHaveLength(2);
  });

  test.each([
    ["/nope.yml", "cannot retrieve {origin}/nope.yml: the server has no such file (404)"],
    ["/large.yml", "cannot retrieve {origin}/large.yml: the file is larger than 1000 bytes"],
    ["/slow.yml", "cannot retrieve {origin}/slow.yml: it took more than 2 s"],
    ["/loop.yml", "cannot retrieve {origin}/loop.yml: there are too many redirects"],
    ["/file.yml", "cannot retrieve {origin}/file.yml: a redirect leads to file:"],
    ["/nowhere.yml", "cannot retrieve {origin}/nowhere.yml: a redirect leads to an invalid URL"],
    ["/login.yml", "cannot retrieve {origin}/: a user name or password in a URL is not supported"],
  ])("does not stop the run with %s", async (path, why) => {
    const fetchLimits = { milliseconds: 2000, bytes: 1000 };
    const document = await loadReferences([`${origin}${path}`], { fetchLimits });
    expect(failuresOf(document)).toEqual([`fetch-failed: ${why.replace("{origin}", origin)}`]);
  });

  test("does not stop the run when the file is malformed", async () => {
    const document = await loadReferences([`${origin}/broken.yml`]);
    expect(failuresOf(document)).toEqual([`malformed-file: ${origin}/broken.yml is malformed`]);
  });
});

test("a document on the network refers to itself without a request", async () => {
  const asked: string[] = [];
  const retrieve: RetrieveHook = (uri) => {
    asked.push(uri);
    return undefined;
  };
  const text = entryWith("openapi.yaml#/components", "#/components");
  const uri = "https://EXAMPLE.com/openapi.yaml";
  const document = await load({ text, uri }, { cwd: await temporaryFolder(), retrieve });
  expect([...document.aliases]).toEqual([["https://example.com/openapi.yaml", uri]]);
  expect([asked, failuresOf(document)]).toEqual([[], []]);
});

describe("a hook", () => {
  /** A hook that knows a few texts, and the URIs that it was asked for. */
  function hookWith(texts: Readonly<Record<string, string>>): [RetrieveHook, readonly string[]] {
    const asked: string[] = [];
    const hook: RetrieveHook = (uri) => {
      asked.push(uri);
      return texts[uri];
    };
    return [hook, asked];
  }

  test("is asked in place of the network, whatever is allowed", async () => {
    const [retrieve, asked] = hookWith({
      "https://example.com/s/a": "\ufeff$ref: b.yml",
      "https://example.com/s/b.yml": "not: { $ref: 'urn:example:c' }",
      "urn:example:c": '{ "$ref": "#/x" }',
    });
    const references = ["https://example.com/s/a#/A", "https://example.com/s/%61"];
    const document = await loadReferences(references, { retrieve });
    expect(failuresOf(document)).toEqual([]);
    const [, a, b, c] = document.sources.values();
    expect(a).toEqual({
      uri: "https://example.com/s/a",
      name: "https://example.com/s/a",
      text: "$ref: b.yml",
      format: "yaml",
      value: { $ref: "b.yml" },
    });
    expect([b?.uri, b?.value]).toEqual([
      "https://example.com/s/b.yml",
      { not: { $ref: "urn:example:c" } },
    ]);
    expect([c?.uri, c?.value]).toEqual(["urn:example:c", { $ref: "#/x" }]);
    expect(asked).toEqual([
      expect.stringMatching(/openapi\.yaml$/),
      "https://example.com/s/a",
      "https://example.com/s/b.yml",
      "urn:example:c",
    ]);
  });

  test("is asked for local files too, and leaves to Guardsmith what it does not know", async () => {
    const cwd = await temporaryFolder();
    const at = (name: string): string => pathToFileURL(join(cwd, name)).href;
    const [retrieve, asked] = hookWith({ [at("a.yml")]: "{ title: hook }" });
    await put(cwd, {
      "openapi.yaml": entryWith("a.yml", "b.yml", `${origin}/a.yml`),
      "a.yml": "{ title: disk }",
      "b.yml": "{ title: disk }",
    });
    const document = await load("openapi.yaml", { cwd, retrieve });
    expect(asked).toEqual([at("openapi.yaml"), at("a.yml"), at("b.yml"), `${origin}/a.yml`]);
    expect(namesOf(document)).toEqual(["a.yml", "b.yml"]);
    expect(document.sources.get(at("a.yml"))?.value).toEqual({ title: "hook" });
    expect(document.sources.get(at("b.yml"))?.value).toEqual({ title: "disk" });
    expect([...document.failures.values()].map(({ code }) => code)).toEqual(["remote-reference"]);
  });

  test("is not asked for what the document has", async () => {
    const [retrieve, asked] = hookWith({});
    const text = `openapi: 3.1.0\na: { $ref: 'https://example.com/a' }\nb: { $id: 'https://example.com/a' }`;
    const document = await load({ text }, { cwd: await temporaryFolder(), retrieve });
    expect([asked, failuresOf(document)]).toEqual([[], []]);
  });

  test.each<[name: string, hook: RetrieveHook, want: string]>([
    [
      "throws",
      () => {
        throw new Error("no luck");
      },
      "retrieve-failed: cannot retrieve https://example.com/a: no luck",
    ],
    [
      "rejects",
      () => Promise.reject(new Error("no luck")),
      "retrieve-failed: cannot retrieve https://example.com/a: no luck",
    ],
    ["returns nothing", () => Promise.resolve(""), "empty-file: https://example.com/a is empty"],
    [
      "returns what is not JSON",
      () => Promise.resolve("[1,"),
      "malformed-file: https://example.com/a is malformed",
    ],
  ])("that %s for a reference does not stop the run", async (_name, hook, want) => {
    const reference = "https://example.com/a";
    const retrieve: RetrieveHook = (uri) => (uri === reference ? hook(uri) : undefined);
    const document = await loadReferences([reference], { retrieve });
    expect(failuresOf(document)).toEqual([want]);
  });
});
