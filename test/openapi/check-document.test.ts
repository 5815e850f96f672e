import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/core/json.js";
import {
  formatDiagnostic,
  generate,
  validate,
  type LocatedDiagnostic,
} from "../../generator/index.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

const responses = { 200: { description: "ok" } };
const lost = { $ref: "#/components/lost" };

function documentWith(others: JsonObject): JsonObject {
  return {
    openapi: "3.2.0",
    info: { title: "Test", version: "1.0.0" },
    components: { schemas: { A: { type: "string" } } },
    ...others,
  };
}

/** The document with one operation. */
function operationWith(others: JsonObject): JsonObject {
  return documentWith({ paths: { "/a": { get: { responses, ...others } } } });
}

function componentsWith(others: JsonObject): JsonObject {
  return documentWith({ components: { schemas: { A: { type: "string" } }, ...others } });
}

/** What every command that reads a document says about it. */
async function diagnosticsOf(document: JsonObject): Promise<readonly LocatedDiagnostic[]> {
  const spec = { text: JSON.stringify(document), name: "openapi.json" };
  const [all, some, validated] = await Promise.all([
    generate({ spec }),
    generate({ spec, config: { outputs: ["json-schema"] } }),
    validate({ spec, model: "A", values: [] }),
  ]);
  expect(some.diagnostics).toEqual(all.diagnostics);
  expect(validated.diagnostics).toEqual(all.diagnostics);
  return all.diagnostics;
}

const reported = ({ severity, code, place }: LocatedDiagnostic): string =>
  `${severity} ${code} ${place?.pointer}`;

describe("a reference that leads nowhere is reported once", () => {
  it.each<[what: string, document: JsonObject, pointer: string]>([
    ["a path item", documentWith({ paths: { "/a": lost } }), "/paths/~1a"],
    ["a webhook", documentWith({ webhooks: { a: lost } }), "/webhooks/a"],
    ["a response", operationWith({ responses: { 200: lost } }), "/paths/~1a/get/responses/200"],
    ["a parameter", operationWith({ parameters: [lost] }), "/paths/~1a/get/parameters/0"],
    ["a request body", operationWith({ requestBody: lost }), "/paths/~1a/get/requestBody"],
    ["a callback", operationWith({ callbacks: { a: lost } }), "/paths/~1a/get/callbacks/a"],
    [
      "a header of a component",
      componentsWith({ responses: { R: { description: "", headers: { a: lost } } } }),
      "/components/responses/R/headers/a",
    ],
    [
      "a media type",
      componentsWith({ requestBodies: { B: { content: { "text/plain": lost } } } }),
      "/components/requestBodies/B/content/text~1plain",
    ],
    [
      "a header of an encoding",
      componentsWith({
        mediaTypes: { M: { encoding: { file: { headers: { a: lost } } } } },
      }),
      "/components/mediaTypes/M/encoding/file/headers/a",
    ],
    [
      "what another reference leads to",
      documentWith({
        paths: { "/a": { get: { responses: { 200: { $ref: "#/x-responses/R" } } } } },
        "x-responses": { R: lost },
      }),
      "/x-responses/R",
    ],
  ])("as an error: %s", async (_what, document, pointer) => {
    const found = await diagnosticsOf(document);
    expect(found.map(reported)).toEqual([`error unresolvable-reference ${pointer}/$ref`]);
  });

  it.each<[what: string, document: JsonObject, pointer: string]>([
    [
      "an example",
      operationWith({
        parameters: [{ name: "a", in: "query", schema: true, examples: { e: lost } }],
      }),
      "/paths/~1a/get/parameters/0/examples/e",
    ],
    [
      "a link",
      operationWith({ responses: { 200: { description: "ok", links: { l: lost } } } }),
      "/paths/~1a/get/responses/200/links/l",
    ],
    [
      "a security scheme",
      componentsWith({ securitySchemes: { s: lost } }),
      "/components/securitySchemes/s",
    ],
  ])("as a warning, where it is an annotation: %s", async (_what, document, pointer) => {
    const found = await diagnosticsOf(document);
    expect(found.map(reported)).toEqual([`warning unresolvable-reference ${pointer}/$ref`]);
  });

  it("as an error of its own kind, where it leads back to itself", async () => {
    const found = await diagnosticsOf(
      componentsWith({
        responses: {
          A: { $ref: "#/components/responses/B" },
          B: { $ref: "#/components/responses/A" },
          C: { $ref: "#/components/responses/A" },
        },
        parameters: { P: { $ref: "#/components/parameters/P" } },
      }),
    );
    expect(found.map(reported)).toEqual([
      "error endless-reference /components/responses/A/$ref",
      "error endless-reference /components/parameters/P/$ref",
    ]);
    expect(found[0]?.related?.map(({ place }) => place.pointer)).toEqual([
      "/components/responses/B/$ref",
    ]);
  });

  it("not in data, in extensions, or where nothing leads", async () => {
    const example = { $ref: "#/lost" };
    expect(
      await diagnosticsOf({
        ...operationWith({
          parameters: [{ name: "a", in: "query", schema: true, example }],
          "x-a": lost,
        }),
        "x-paths": { "/a": lost },
      }),
    ).toEqual([]);
  });
});

const list = { operationId: "list", responses };

describe("an `operationId` that two operations have is an error with both places", () => {
  it.each<[what: string, document: JsonObject, first: string, second: string]>([
    [
      "in two paths",
      documentWith({ paths: { "/a": { get: list }, "/b": { get: list } } }),
      "/paths/~1a/get",
      "/paths/~1b/get",
    ],
    [
      "in one path",
      documentWith({ paths: { "/a": { get: list, additionalOperations: { COPY: list } } } }),
      "/paths/~1a/get",
      "/paths/~1a/additionalOperations/COPY",
    ],
    [
      "in a path and a webhook",
      documentWith({ paths: { "/a": { get: list } }, webhooks: { b: { post: list } } }),
      "/paths/~1a/get",
      "/webhooks/b/post",
    ],
    [
      "in an operation and its callback",
      documentWith({
        paths: { "/a": { get: { ...list, callbacks: { c: { "{$url}": { post: list } } } } } },
      }),
      "/paths/~1a/get",
      "/paths/~1a/get/callbacks/c/{$url}/post",
    ],
    [
      "in a path and one that a reference leads to",
      documentWith({
        paths: { "/a": { $ref: "#/x-items/a" }, "/b": { get: list } },
        "x-items": { a: { get: list } },
      }),
      "/paths/~1b/get",
      "/x-items/a/get",
    ],
  ])("%s", async (_what, document, first, second) => {
    const found = await diagnosticsOf(document);
    expect(found.map(reported)).toEqual([`error duplicate-operation-id ${second}/operationId`]);
    expect(found[0]?.related?.map(({ place }) => place.pointer)).toEqual([`${first}/operationId`]);
  });

  it("in two files, as people read it", async () => {
    const folder = await temporaryFolder();
    await put(folder, {
      "openapi.json": JSON.stringify(
        documentWith({
          paths: { "/a": { $ref: "a.json" }, "/b": { $ref: "b.json" } },
        }),
      ),
      "a.json": JSON.stringify({ get: list }),
      "b.json": JSON.stringify({ get: list }),
    });
    const { diagnostics } = await generate({ spec: "openapi.json", cwd: folder });
    const [text] = diagnostics.map((found) => formatDiagnostic(found, { color: false }));
    expect(text).toMatch(
      /^b\.json:1:\d+: error: two operations have the `operationId` "list" \(duplicate-operation-id\)\n/,
    );
    expect(text).toMatch(/\n {2}see: a\.json:1:\d+: the other one\n/);
  });

  it.each<[what: string, paths: JsonObject]>([
    [
      "two references to a component",
      { "/a": { $ref: "#/components/pathItems/I" }, "/b": { $ref: "#/components/pathItems/I" } },
    ],
    ["a reference to another path", { "/a": { get: list }, "/b": { $ref: "#/paths/~1a" } }],
    ["ids that differ", { "/a": { get: list }, "/b": { get: { ...list, operationId: "List" } } }],
    ["operations without one", { "/a": { get: { responses } }, "/b": { get: { responses } } }],
  ])("but not %s", async (_what, paths) => {
    const pathItems = "get" in (paths["/a"] as JsonObject) ? {} : { I: { get: list } };
    const components = { schemas: { A: { type: "string" } }, pathItems };
    expect(await diagnosticsOf(documentWith({ paths, components }))).toEqual([]);
  });
});

it("what is beside the reference of a path is reported, since it is left out", async () => {
  const found = await diagnosticsOf(
    documentWith({
      paths: {
        "/a": { get: list },
        "/b": { $ref: "#/paths/~1a", summary: "B", parameters: [], post: { responses } },
      },
    }),
  );
  expect(found.map(reported)).toEqual(["warning path-item-beside-reference /paths/~1b/parameters"]);
  expect(found[0]?.message).toContain(
    "`parameters`, `post` beside the `$ref` of a path are ignored",
  );
});
