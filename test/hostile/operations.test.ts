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
    operationId: payload,
    summary: payload,
    responses: Object.fromEntries<Json>([
      ["200", { description: payload, content }],
      [payload, { description: payload, content }],
    ]),
  };
  return {
    openapi: "3.2.0",
    info: { title: payload, version: "1.0.0" },
    paths: Object.fromEntries<Json>([
      [`/${payload}`, { get: operation }],
      [payload, { additionalOperations: Object.fromEntries<Json>([[payload, operation]]) }],
    ]),
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
    const textOf = ({ files }: LoadedPackage): string =>
      files.find(({ path }) => path === "openapi-fetch.ts")?.text ?? "";

    it("gives a table that compiles, and has none of its words in code", async () => {
      const { files } = await loaded();
      const texts = Object.fromEntries(files.map(({ path, text }) => [path, text]));
      delete texts["openapi.ts"];
      expect(compileErrors(texts)).toEqual([]);
      const { tags, identifiers } = inspectModule(textOf(await loaded()));
      expect(identifiers).not.toContain("pwned");
      expect([...tags]).toEqual(["example"]);
      expect(treacherousCharacters(textOf(await loaded()))).toEqual([]);
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
