import { rm, symlink } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import { isInFolderOf } from "../../generator/load/remote-folder.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { entryWith, failuresOf, load, namesOf } from "./loaded.js";
import { pathsOf, redirectTo, serve } from "./serve.js";

const document = "https://example.com/api/v1/openapi.yaml";

test.each([
  ["other.yaml", true],
  ["models/pet.yaml", true],
  ["./x/../other.yaml", true],
  ["other.yaml?v=2", true],
  ["https://example.com/api/v1/other.yaml", true],
  ["https://EXAMPLE.com:443/%61pi/v1/other.yaml", true],
  ["../other.yaml", false],
  ["/other.yaml", false],
  ["/api/v10/other.yaml", false],
  ["/api/v1", false],
  ["/API/v1/other.yaml", false],
  ["%2e%2e/other.yaml", false],
  ["..%2fother.yaml", false],
  ["%2e%2e%2fother.yaml", false],
  ["..%5cother.yaml", false],
  ["..\\other.yaml", false],
  ["%252e%252e%252fother.yaml", false],
  ["..;/other.yaml", false],
  ["x/..%00/other.yaml", false],
  ["http://example.com/api/v1/other.yaml", false],
  ["https://example.com:8443/api/v1/other.yaml", false],
  ["https://example.com./api/v1/other.yaml", false],
  ["//example.org/api/v1/other.yaml", false],
  ["https://example.com@example.org/api/v1/other.yaml", false],
  ["file:///api/v1/other.yaml", false],
])("%s is in the folder of a document: %s", (reference, want) => {
  expect(isInFolderOf(new URL(reference, document), document)).toBe(want);
});

test.each(["stdin:", "memory:", "file:///api/v1/openapi.yaml"])(
  "nothing is in the folder of %s",
  (uri) => {
    expect(isInFolderOf(new URL("https://example.com/api/v1/a"), uri)).toBe(false);
  },
);

describe("a document on the network", () => {
  test("refers to the files of its folder, as a file does", async () => {
    const server = await serve({
      "/api/openapi.yaml": entryWith("other.yaml#/B", "models/c.yaml"),
      "/api/other.yaml": "B: { $ref: models/c.yaml }",
      "/api/models/c.yaml": "$ref: ../other.yaml",
    });
    const read = await load(`${server.origin}/api/openapi.yaml`, { cwd: await temporaryFolder() });
    expect(failuresOf(read)).toEqual([]);
    expect(namesOf(read)).toEqual([
      `${server.origin}/api/other.yaml`,
      `${server.origin}/api/models/c.yaml`,
    ]);
  });

  test.each(["../secret.yaml", "/secret.yaml", "..%2Fsecret.yaml", "a/..%5C..%5Csecret.yaml"])(
    "does not refer to %s, outside of its folder",
    async (reference) => {
      const server = await serve({ "/api/openapi.yaml": entryWith(reference) });
      const { origin } = server;
      const read = await load(`${origin}/api/openapi.yaml`, { cwd: await temporaryFolder() });
      expect([...read.failures.values()]).toMatchObject([
        {
          code: "remote-reference",
          message: `${new URL(reference, `${origin}/api/`).href} is not retrieved, because references must not lead out of the folder of the document`,
        },
      ]);
      expect(pathsOf(server)).toEqual(["/api/openapi.yaml"]);
    },
  );

  test("refers to all of an origin that is allowed", async () => {
    const server = await serve({
      "/api/openapi.yaml": entryWith("../shared.yaml"),
      "/shared.yaml": "type: string",
    });
    const read = await load(`${server.origin}/api/openapi.yaml`, {
      cwd: await temporaryFolder(),
      references: { origins: [server.origin] },
    });
    expect(failuresOf(read)).toEqual([]);
  });

  test("has the folder to which a redirect of it leads, and no other", async () => {
    const target = await serve({
      "/v2/openapi.yaml": entryWith("other.yaml"),
      "/v2/other.yaml": "type: string",
      "/v3/openapi.yaml": entryWith("/v1/other.yaml"),
    });
    const other = await serve({
      "/v1/openapi.yaml": redirectTo(`${target.origin}/v2/openapi.yaml`),
      "/v1/back.yaml": redirectTo(`${target.origin}/v4/openapi.yaml`),
    });
    target.pages.set("/v4/openapi.yaml", entryWith(`${other.origin}/v1/other.yaml`));
    const cwd = await temporaryFolder();
    const moved = await load(`${other.origin}/v1/openapi.yaml`, { cwd });
    expect(failuresOf(moved)).toEqual([]);
    const back = await load(`${other.origin}/v1/back.yaml`, { cwd });
    expect([...back.failures.values()].map(({ code }) => code)).toEqual(["remote-reference"]);
    expect(pathsOf(other)).toEqual(["/v1/openapi.yaml", "/v1/back.yaml"]);
  });

  test.each([
    ["out of its folder", "/secret.yaml"],
    ["to another origin", "http://127.0.0.1:9/api/secret.yaml"],
    ["to a private address", "http://169.254.169.254/latest/meta-data"],
  ])("refers to no file that a redirect leads to %s", async (_where, location) => {
    const server = await serve({
      "/api/openapi.yaml": entryWith("other.yaml"),
      "/api/other.yaml": redirectTo(location),
      "/secret.yaml": "type: string",
    });
    const read = await load(`${server.origin}/api/openapi.yaml`, { cwd: await temporaryFolder() });
    expect([...read.failures.values()].map(({ code }) => code)).toEqual(["remote-reference"]);
    expect(pathsOf(server)).toEqual(["/api/openapi.yaml", "/api/other.yaml"]);
  });

  test.each(["file:///etc/passwd", "file://localhost/etc/passwd", "file:/etc/passwd", "a.yaml"])(
    "never reads the local file %s, whatever folder references may lead to",
    async (reference) => {
      const cwd = await temporaryFolder();
      await put(cwd, { "a.yaml": "type: string" });
      const server = await serve({ "/openapi.yaml": entryWith(reference) });
      const references = { root: "/", origins: [] };
      const read = await load(`${server.origin}/openapi.yaml`, { cwd, references });
      const [failure] = read.failures.values();
      expect(failure?.code).toBe(reference === "a.yaml" ? "fetch-failed" : "outside-root");
    },
  );

  test("as an overlay extends a document of its folder, and no local one", async () => {
    const overlay = (target: string): string =>
      `overlay: 1.0.0\ninfo: { title: A, version: '1' }\nextends: ${target}\nactions: [{ target: $.info, update: { title: B } }]`;
    const server = await serve({
      "/api/own.yaml": overlay("openapi.yaml"),
      "/api/openapi.yaml": entryWith("other.yaml").replace("{", '{ "info": { "title": "A" },'),
      "/api/other.yaml": "type: string",
      "/api/local.yaml": overlay("file:///etc/passwd"),
      "/api/out.yaml": overlay("../openapi.yaml"),
    });
    const cwd = await temporaryFolder();
    const read = await load(`${server.origin}/api/own.yaml`, { cwd });
    expect([failuresOf(read), read.root.info]).toEqual([[], { title: "B" }]);
    await expect(load(`${server.origin}/api/local.yaml`, { cwd })).rejects.toThrow("outside-root");
    await expect(load(`${server.origin}/api/out.yaml`, { cwd })).rejects.toThrow(
      "remote-reference",
    );
  });
});

describe("an overlay of this machine", () => {
  test.each([
    "file:///etc/passwd",
    "/etc/passwd",
    "../secret.yaml",
    "link.yaml",
    "folder/secret.yaml",
    "%2e%2e/secret.yaml",
    "//localhost/etc/passwd",
    "https://example.com/openapi.yaml",
  ])("extends nothing outside of its folder: %s", async (target) => {
    const folder = await temporaryFolder();
    const cwd = `${folder}/api`;
    const text = `overlay: 1.0.0\ninfo: { title: A, version: '1' }\nextends: '${target}'\nactions: [{ target: $, update: {} }]`;
    await put(folder, { "api/own.yaml": text, "secret.yaml": "the secret", "api/folder/x": "" });
    await symlink(`${folder}/secret.yaml`, `${cwd}/link.yaml`);
    await rm(`${cwd}/folder`, { recursive: true });
    await symlink(folder, `${cwd}/folder`);
    const { diagnostics } = await generate({ spec: "own.yaml", cwd });
    expect(diagnostics.map(({ code, place }) => [code, place?.pointer])).toEqual([
      [target.startsWith("https:") ? "remote-reference" : "outside-root", "/extends"],
    ]);
    expect(JSON.stringify(diagnostics)).not.toContain("the secret");
  });
});
