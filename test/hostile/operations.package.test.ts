import type { Json, JsonObject } from "../../generator/core/json.js";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { ResponseMiddleware } from "../../generator/runtime/openapi-fetch.js";
import { compileErrors } from "../generate/compile.js";
import { inMemory, loadPackage, type LoadedPackage } from "../support/load-package.js";
import { inspectModule, treacherousCharacters } from "./inspect.js";
import { payloads } from "./payloads.js";

/** The payload in every place of an operation that ends up in the table of responses. */
function documentWith(payload: string): JsonObject {
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
  return {
    openapi: "3.2.0",
    info: { title: payload, version: "1.0.0" },
    paths: Object.fromEntries<Json>([
      [`/${payload}`, { get: { ...operation, operationId: payload } }],
      [payload, { additionalOperations: Object.fromEntries<Json>([[payload, operation]]) }],
    ]),
    components: Object.fromEntries<Json>(
      Object.entries<Json>({
        schemas: { type: "string", description: payload },
        responses: { description: payload, content },
        parameters: { name: payload, in: "query", schema: { enum: [payload, "b"] } },
        requestBodies: { content },
        headers: { schema: { const: payload } },
        pathItems: { description: payload, get: operation },
        mediaTypes: { itemSchema: { enum: [payload, "c"] } },
      }).map(([section, value]): [string, Json] => [
        section,
        Object.fromEntries<Json>([[payload, value]]),
      ]),
    ),
  };
}

describe.each(Object.entries(payloads))(
  "a document whose operations are full of %s",
  (_, payload) => {
    const loaded = once(() =>
      loadPackage({
        ...inMemory(documentWith(payload)),
        config: { outputs: ["models", "guards", "openapi"] },
      }),
    );
    const textOf = ({ files }: LoadedPackage, name: string): string =>
      files.find(({ path }) => path === name)?.text ?? "";

    it("gives modules that compile", async () => {
      const { files } = await loaded();
      const texts = Object.fromEntries(files.map(({ path, text }) => [path, text]));
      expect(compileErrors(texts)).toEqual([]);
    });

    it.each([
      ["openapi-fetch.ts", "example"],
      ["openapi.ts", "deprecated"],
    ])("has none of its words in the code of %s", async (name, tag) => {
      const text = textOf(await loaded(), name);
      const { tags, identifiers } = inspectModule(text);
      expect(identifiers).not.toContain("pwned");
      expect([...tags]).toEqual([tag]);
      expect(treacherousCharacters(text)).toEqual([]);
    });

    it.each([
      ["get", `/${payload}`],
      [payload, payload],
    ])("has the responses of %j %j checked", async (method, schemaPath) => {
      const { folder, exports } = await loaded();
      const url = pathToFileURL(join(folder, "openapi-fetch.js")).href;
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
      await expect(receive('"1"')).rejects.toThrow(exports.ValidationError);
      expect(globalThis).not.toHaveProperty("pwned");
    });
  },
);

/** Calls a function at the first call only; later ones get the same result. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
