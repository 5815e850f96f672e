import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serve, type Handler, type Served } from "../load/serve.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { startWatching } from "./watching.js";

const documentWith = (type: string): string =>
  `openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: {}\ncomponents: { schemas: { Pet: { $ref: 'other.yaml' }, Cat: { type: ${type} } } }\n`;

/** Serves a text with a version, and says by 304 that it is known. */
function versioned(
  text: string,
  header: "etag" | "last-modified",
  version: string,
  seen: string[],
): Handler {
  const condition = header === "etag" ? "if-none-match" : "if-modified-since";
  return (response, request) => {
    const isKnown = request.headers[condition] === version;
    seen.push(`${request.url ?? ""} ${isKnown ? 304 : 200}`);
    if (isKnown) response.writeHead(304, { [header]: version }).end();
    else response.writeHead(200, { [header]: version }).end(text);
  };
}

/** Waits until a server has received a number of further requests. */
async function asked(server: Served, times: number): Promise<void> {
  const wanted = server.requests.length + times;
  while (server.requests.length < wanted) await new Promise((resolve) => setTimeout(resolve, 20));
}

test("a document on the network is followed with all that it refers to", async () => {
  const seen: string[] = [];
  const lastModified = "Mon, 02 Mar 2026 10:00:00 GMT";
  const server = await serve({
    "/openapi.yaml": versioned(documentWith("string"), "etag", '"1"', seen),
    "/other.yaml": versioned("type: string", "last-modified", lastModified, seen),
  });
  const cwd = await temporaryFolder();
  await put(cwd, {
    "guardsmith.config.yaml": `spec: { url: '${server.origin}/openapi.yaml' }\noutputs: [models]\nformat: none\nout: out`,
  });
  const watching = startWatching(["--interval", "0.1"], cwd);
  expect(await watching.line()).toMatch(/^generated 2 models .* 0 removed/);
  expect(await watching.line()).toMatch(/^watching \d+ files? and 2 URLs$/);

  // What is known is not sent, and nothing is generated.
  await asked(server, 6);
  expect(seen.slice(0, 2)).toEqual(["/openapi.yaml 200", "/other.yaml 200"]);
  expect(new Set(seen.slice(2))).toEqual(new Set(["/openapi.yaml 304", "/other.yaml 304"]));

  server.pages.set("/openapi.yaml", versioned(documentWith("boolean"), "etag", '"2"', seen));
  expect(await watching.line()).toMatch(/^generated 2 models/);
  expect(await readFile(join(cwd, "out/models/cat.ts"), "utf8")).toContain("boolean");
  server.pages.set("/other.yaml", "type: integer");
  expect(await watching.line()).toMatch(/^generated 2 models/);
  expect(await readFile(join(cwd, "out/models/pet.ts"), "utf8")).toContain("number");

  // Another version with the same content leads to no run; a server that fails is reported once.
  server.pages.set("/openapi.yaml", versioned(documentWith("boolean"), "etag", '"3"', seen));
  await asked(server, 4);
  server.pages.set("/other.yaml", (response) => response.writeHead(503).end());
  await watching.error(/cannot retrieve .*other\.yaml: the server has failed \(503\)/);
  await asked(server, 4);
  server.pages.set("/other.yaml", "type: integer");
  expect(await watching.line()).toBe(`${server.origin}/other.yaml can be retrieved again`);

  // A document that is broken, and well again.
  server.pages.set("/openapi.yaml", "openapi: [");
  expect(await watching.line()).toBe("nothing was generated: there are errors");
  server.pages.set("/openapi.yaml", documentWith("string"));
  expect(await watching.line()).toMatch(/^generated 2 models/);
  const { code, lines } = await watching.stop();
  expect([code, lines]).toEqual([0, []]);
});

test("a document that is not there yet is waited for, and an overlay is followed", async () => {
  const overlay = (title: string): string =>
    `overlay: 1.0.0\ninfo: { title: A, version: '1' }\nactions: [{ target: $.components.schemas.Cat, update: { description: ${title} } }]`;
  const server = await serve({ "/a.overlay.yaml": overlay("One"), "/other.yaml": "type: string" });
  const cwd = await temporaryFolder();
  const { origin } = server;
  await put(cwd, {
    "guardsmith.config.yaml": `spec: ${origin}/openapi.yaml\noverlays: ['${origin}/a.overlay.yaml']\noutputs: [models]\nformat: none\nout: out`,
  });
  const watching = startWatching(["--interval", "0.1"], cwd);
  await watching.error(/the server has no such file \(404\)[^]*help: .*\n/);
  expect(await watching.line()).toBe("nothing was generated: there are errors");
  expect(await watching.line()).toMatch(/^watching .* and 1 URL$/);
  server.pages.set("/openapi.yaml", documentWith("string"));
  expect(await watching.line()).toMatch(/^generated 2 models/);
  server.pages.set("/a.overlay.yaml", overlay("Two"));
  expect(await watching.line()).toMatch(/^generated 2 models/);
  expect(await readFile(join(cwd, "out/models/cat.ts"), "utf8")).toContain("Two");
  const { code, errors } = await watching.stop("SIGTERM");
  expect([code, errors]).toEqual([0, ""]);
});
