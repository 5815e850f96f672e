import type { Json, JsonObject } from "../../generator/core/json.js";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { generate, type GenerateOptions } from "../../generator/index.js";
import type { ResponseMiddleware } from "../../generator/runtime/openapi-fetch.js";
import { inMemory } from "../support/guards-in-memory.js";
import { loadPackage } from "../support/load-package.js";
import { compileTexts, strictest } from "../support/native-compiler.js";
import { inspectModule, treacherousCharacters } from "./inspect.js";
import { payloads } from "./payloads.js";

/** The payload in every place of an operation that ends up in the table of responses. */
function partsWith(payload: string): {
  readonly operation: JsonObject;
  readonly components: JsonObject;
} {
  const content = Object.fromEntries<Json>([
    ["application/json", { schema: { type: "integer" } }],
    [`${payload}+json`, { schema: { type: "string" } }],
  ]);
  const operation = {
    summary: payload,
    description: payload,
    deprecated: true,
    parameters: ["query", "header", "path", "cookie", "querystring", payload].map((place) => ({
      name: payload,
      in: place,
      description: payload,
      schema: { type: "string", description: payload },
    })),
    requestBody: { description: payload, content },
    callbacks: Object.fromEntries<Json>([
      [payload, Object.fromEntries<Json>([[payload, { post: { responses: {} } }]])],
    ]),
    responses: Object.fromEntries<Json>([
      [
        "200",
        {
          description: payload,
          content,
          headers: Object.fromEntries<Json>([
            [payload, { description: payload, schema: { enum: [payload, 1] } }],
          ]),
        },
      ],
      [payload, { description: payload, content }],
    ]),
  };
  const components = {
    schemas: { type: "string", description: payload },
    responses: { description: payload, content },
    parameters: { name: payload, in: "query", schema: { enum: [payload, "b"] } },
    requestBodies: { content },
    headers: { schema: { const: payload } },
    pathItems: { description: payload, get: operation },
    mediaTypes: { itemSchema: { enum: [payload, "c"] } },
  };
  return { operation, components };
}

/** A document with operations and components for each of some payloads. */
function documentWith(texts: readonly string[]): GenerateOptions {
  const parts = texts.map((payload) => ({ payload, ...partsWith(payload) }));
  const sections = Object.keys(parts[0]?.components ?? {});
  return inMemory({
    openapi: "3.2.0",
    info: { title: texts.join(" "), version: "1.0.0" },
    paths: Object.fromEntries<Json>(
      parts.flatMap(({ payload, operation }) => [
        [`/${payload}`, { get: { ...operation, operationId: payload } }],
        [payload, { additionalOperations: Object.fromEntries<Json>([[payload, operation]]) }],
      ]),
    ),
    components: Object.fromEntries(
      sections.map((section) => [
        section,
        Object.fromEntries<Json>(
          parts.map(({ payload, components }) => [payload, components[section] ?? null]),
        ),
      ]),
    ),
  });
}

const outputs = ["models", "guards", "openapi"] as const;

/** The files of the document of each payload, by their paths. */
const packages = await Promise.all(
  Object.entries(payloads).map(async ([what, payload]) => {
    const { files } = await generate({
      ...documentWith([payload]),
      config: { outputs, format: "none" },
    });
    return { what, texts: Object.fromEntries(files.map(({ path, text }) => [path, text])) };
  }),
);

const loaded = await loadPackage({
  ...documentWith(Object.values(payloads)),
  config: { outputs, format: "auto" },
});

const errors = compileTexts(
  Object.fromEntries<string>([
    ...loaded.files.map(({ path, text }) => [`all/${path}`, text] as const),
    ...packages.flatMap(({ texts }, index) =>
      Object.entries(texts).map(([path, text]) => [`p${index}/${path}`, text] as const),
    ),
  ]),
  strictest,
);

const modules = [
  ["openapi-fetch.ts", "example"],
  ["openapi.ts", "deprecated"],
] as const;

function expectHarmless(text: string, tag: string): void {
  const { tags, identifiers } = inspectModule(text);
  expect(identifiers).not.toContain("pwned");
  expect([...tags]).toEqual([tag]);
  expect(treacherousCharacters(text)).toEqual([]);
}

describe.each(packages.map((each, index) => ({ ...each, index })))(
  "a document whose operations are full of $what",
  ({ texts, index }) => {
    it("gives modules that compile", () => {
      expect(texts).toHaveProperty(["openapi.ts"]);
      expect(errors.filter((error) => error.startsWith(`p${index}/`))).toEqual([]);
    });

    it.each(modules)("has none of its words in the code of %s", (name, tag) => {
      expectHarmless(texts[name] ?? "", tag);
    });
  },
);

describe("a document whose operations are full of all of these", () => {
  it("gives modules that compile", () => {
    expect(errors.filter((error) => error.startsWith("all/"))).toEqual([]);
  });

  it.each(modules)("has none of its words in the code of %s", (name, tag) => {
    expectHarmless(loaded.files.find(({ path }) => path === name)?.text ?? "", tag);
  });

  it.each(
    Object.values(payloads).flatMap((payload) => [
      ["get", `/${payload}`],
      [payload, payload],
    ]),
  )("has the responses of %j %j checked", async (method, schemaPath) => {
    const url = pathToFileURL(join(loaded.folder, "openapi-fetch.js")).href;
    // The module has what its types say; it is compiled above.
    const { guardResponses } = (await import(url)) as {
      readonly guardResponses: () => ResponseMiddleware;
    };
    const receive = (text: string): Promise<undefined> =>
      guardResponses().onResponse({
        schemaPath,
        request: { method: method === "get" ? "GET" : method },
        options: { parseAs: "json" },
        response: {
          status: 200,
          ok: true,
          headers: { get: () => "application/json" },
          clone: () => ({ text: () => Promise.resolve(text) }),
        },
      });
    await expect(receive("1")).resolves.toBeUndefined();
    await expect(receive('"1"')).rejects.toThrow(loaded.exports.ValidationError);
    expect(globalThis).not.toHaveProperty("pwned");
  });
});
