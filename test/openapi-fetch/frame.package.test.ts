import { readFile } from "node:fs/promises";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import { expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import { isJsonObject, type Json, type JsonObject } from "../../generator/core/json.js";
import { parse } from "yaml";
import { compileErrors } from "../generate/compile.js";

// Clients are written for the types of openapi-typescript: those of openapi.ts have to be the same,
// but where that tool reads a schema in another way than JSON Schema does.

const text = { type: "string" };
const page: JsonObject = {
  description: "A page.",
  content: { "application/json": { schema: { $ref: "#/components/schemas/Page" } } },
};

/** All that both know. */
const allKinds: JsonObject = {
  openapi: "3.1.0",
  info: { title: "All kinds", version: "1.0.0" },
  paths: {
    "/pages": {
      summary: "Pages",
      parameters: [
        { name: "trace", in: "header", schema: text },
        { name: "limit", in: "query", schema: text },
      ],
      get: {
        operationId: "listPages",
        deprecated: true,
        parameters: [
          { name: "limit", in: "query", required: true, schema: { type: "integer" } },
          { $ref: "#/components/parameters/Session" },
        ],
        responses: { 200: page, "4XX": { $ref: "#/components/responses/Failure" }, default: page },
      },
      post: {
        requestBody: { $ref: "#/components/requestBodies/Page" },
        responses: { 201: { description: "Made.", headers: { etag: { schema: text } } } },
      },
    },
    "/pages/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: text }],
      put: {
        operationId: "putPage",
        requestBody: { content: { "text/plain": { schema: text }, "image/*": {} } },
        responses: { 204: { description: "Done." } },
      },
      delete: { operationId: "deletePage" },
    },
    "/shared": { $ref: "#/components/pathItems/Shared" },
  },
  webhooks: { changed: { post: { operationId: "changed", requestBody: page, responses: {} } } },
  components: {
    schemas: {
      Page: {
        type: "object",
        required: ["id"],
        properties: { id: text, next: { $ref: "#/components/schemas/Page" } },
        additionalProperties: false,
      },
    },
    parameters: { Session: { name: "session", in: "cookie", required: true, schema: text } },
    requestBodies: { Page: { required: true, content: page.content ?? {} } },
    responses: {
      Failure: {
        description: "Failed.",
        headers: { retry: { $ref: "#/components/headers/Retry" } },
        content: { "text/plain": { schema: text } },
      },
    },
    headers: { Retry: { required: true, schema: { type: "integer" } } },
    pathItems: { Shared: { get: { operationId: "getShared", responses: { 200: page } } } },
  },
};

test.each<[string, () => Promise<Json>]>([
  ["a document of all kinds", () => Promise.resolve(allKinds)],
  // It is parsed, and nothing has to be known of it here.
  ["the Batch API", async () => parse(await readFile("spec/openapi.yaml", "utf8")) as Json],
])("the types of %s are those of openapi-typescript", async (_what, read) => {
  const document = await read();
  if (!isJsonObject(document)) throw new Error("The document is no object");
  const { files } = await generate({
    spec: { text: JSON.stringify(document) },
    config: { outputs: ["models", "openapi"] },
  });
  // Both read the same document.
  const source = structuredClone(document) as unknown as OpenAPI3;
  const theirs = astToString(await openapiTS(source, { silent: true }));
  const check = ["paths", "webhooks", "operations", "components"].flatMap((name) => [
    `export const from_${name}: Ours.${name} = {} as Theirs.${name};`,
    `export const to_${name}: Theirs.${name} = {} as Ours.${name};`,
    `export const keys_${name}: Same<keyof Ours.${name}, keyof Theirs.${name}> = true;`,
  ]);
  const statuses = (whose: string): string =>
    `{ [K in keyof ${whose}.operations]: keyof ${whose}.operations[K]["responses"] }`;
  check.push(`export const statuses: Same<${statuses("Ours")}, ${statuses("Theirs")}> = true;`);
  const head = [
    'import type * as Ours from "./openapi.js";',
    'import type * as Theirs from "./theirs.js";',
    "type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;",
  ];
  const texts = Object.fromEntries(files.map(({ path, text: code }) => [path, code]));
  expect(
    compileErrors({ ...texts, "theirs.ts": theirs, "check.ts": [...head, ...check].join("\n") }),
  ).toEqual([]);
});
