import { describe, expect, it } from "vitest";
import { between, documentOfOperation, documentWith, emitted } from "./emitted.js";

const responses = { 200: { description: "OK" } };
const file = { type: "string", format: "binary" };
const form = {
  type: "object",
  properties: { name: { type: "string" }, file, files: { type: "array", items: file } },
};

describe("a request body", () => {
  it.each([
    ["application/json", { type: "string" }, "ABody", "jsonBody(ABodySchema)"],
    [
      "application/problem+json",
      { type: "string" },
      "ABody",
      'jsonBody(ABodySchema, "application/problem+json")',
    ],
    ["*/*", { type: "object" }, "ABody", 'jsonBody(ABodySchema, "*/*")'],
    ["text/plain", { type: "string" }, "ABody", "textBody(ABodySchema)"],
    [
      "text/csv",
      undefined,
      "string",
      'textBody(anyText("#/paths/~1a/post/requestBody/content/text~1csv"), "text/csv")',
    ],
    [
      "image/png",
      file,
      "Blob | ReadableStream<Uint8Array> | Uint8Array",
      'binaryBody("image/png")',
    ],
    [
      "application/x-unknown",
      undefined,
      "Blob | ReadableStream<Uint8Array> | Uint8Array",
      'binaryBody("application/x-unknown")',
    ],
    [
      "application/x-ndjson",
      { type: "number" },
      "AsyncIterable<ABody>",
      'jsonLinesBody(ABodySchema, "application/x-ndjson")',
    ],
    [
      "application/jsonl",
      { type: "array", items: { type: "number" } },
      "AsyncIterable<number>",
      'jsonLinesBody(anyNumber("#/paths/~1a/post/requestBody/content/application~1jsonl/schema/items"))',
    ],
    [
      "application/json-seq",
      { type: "number" },
      "AsyncIterable<ABody>",
      "jsonSequenceBody(ABodySchema)",
    ],
    [
      "text/event-stream",
      { type: "number" },
      "AsyncIterable<ABody>",
      'eventStreamBody(ABodySchema, { of: "data", end: "[DONE]" })',
    ],
    [
      "text/event-stream",
      { type: "string" },
      "AsyncIterable<ABody>",
      'eventStreamBody(ABodySchema, { of: "text", end: "[DONE]" })',
    ],
    [
      "text/event-stream",
      { type: "object", required: ["event", "data"] },
      "AsyncIterable<ABody>",
      'eventStreamBody(ABodySchema, { of: "event" })',
    ],
    [
      "multipart/form-data",
      { type: "object", properties: { a: { type: "integer" } } },
      "ABody",
      'multipartBody(ABodySchema, [{ name: "a", part: textPart(asNumber) }], textPart(asText))',
    ],
    [
      "multipart/form-data",
      form,
      'WithFiles<ABody, "file" | "files">',
      'multipartBody(ABodySchema, [{ name: "name", part: textPart(asText) }, { name: "file", part: filePart() }, { name: "files", part: listPart(filePart()) }], textPart(asText))',
    ],
    [
      "multipart/form-data",
      { type: "object", properties: { a: { oneOf: [file, { type: "array", items: file }] } } },
      'WithFiles<ABody, "a">',
      'multipartBody(ABodySchema, [{ name: "a", part: filePart(), schema: { is: matches } }], textPart(asText))',
    ],
    [
      "multipart/form-data",
      { type: "object", properties: { a: { type: ["array", "null"], items: file } } },
      'WithFiles<ABody, "a">',
      'multipartBody(ABodySchema, [{ name: "a", part: filePart(), schema: { is: matches } }], textPart(asText))',
    ],
    [
      "application/x-www-form-urlencoded",
      { type: "object", properties: { a: { type: "integer" }, b: { type: "object" } } },
      "ABody",
      'formBody(ABodySchema, [{ name: "a", codec: form(asNumber) }, { name: "b", codec: jsonContent() }], form(asText))',
    ],
  ])("in %s with the schema %j", async (mediaType, schema, type, codec) => {
    const content = { [mediaType]: schema === undefined ? {} : { schema } };
    const requestBody = { required: true, content };
    const { texts } = await emitted(documentOfOperation({ requestBody }, { method: "post" }));
    const [, model] = /(\w+)Schema \} from "\.\.\/guards/.exec(texts.get("a") ?? "") ?? [];
    const printed = texts.get("a") ?? "";
    const text =
      model === undefined
        ? printed
        : printed
            .replaceAll(new RegExp(`\\b${model}\\b`, "g"), "ABody")
            .replaceAll(`${model}Schema`, "ABodySchema");
    expect(between(text, "  body: ", ";\n}")).toBe(type);
    expect(between(text, "content: [", "] }, responses")).toBe(codec);
  });

  it("in several media types has the media type beside it", async () => {
    const content = { "application/json": { schema: { type: "number" } }, "image/png": {} };
    const { texts } = await emitted(
      documentOfOperation({ requestBody: { content } }, { method: "post" }),
    );
    expect(between(texts.get("a"), "export type ACall =", ";\n\n")).toBe(
      '{ mediaType?: "application/json"; body?: ARequest } | { mediaType: "image/png"; body?: Blob | ReadableStream<Uint8Array> | Uint8Array }',
    );
  });

  it("of items that version 3.2 describes is a stream of them", async () => {
    const event = { type: "object", properties: { data: { type: "string" } } };
    const content = { "text/event-stream": { itemSchema: event } };
    const { texts } = await emitted(
      documentOfOperation(
        { responses: { 200: { description: "", content } } },
        { openapi: "3.2.0" },
      ),
    );
    expect(texts.get("a")).toContain('eventStreamBody(AResponseItemSchema, { of: "event" })');
    expect(texts.get("a")).toContain("AsyncIterable<AResponseItem>");
  });

  it("has the models of requests", async () => {
    const schemas = {
      Pet: {
        type: "object",
        properties: { id: { type: "string", readOnly: true }, name: { type: "string" } },
      },
    };
    const pet = { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } };
    const { texts } = await emitted(
      documentOfOperation(
        { requestBody: { content: pet }, responses: { 200: { description: "", content: pet } } },
        { method: "post", components: { schemas } },
      ),
    );
    expect(texts.get("a")).toContain("body?: PetRequest");
    expect(texts.get("a")).toContain('DescribedResult<200, "application/json", Pet>');
  });
});

describe("security and servers", () => {
  const components = {
    securitySchemes: {
      bearer: { type: "http", scheme: "bearer", description: "A token." },
      key: { type: "apiKey", in: "header", name: "X-Key" },
      login: { type: "oauth2", flows: {} },
    },
  };
  const paths = {
    "/a": {
      servers: [{ url: "https://path.example.com" }],
      get: { operationId: "a", responses },
      put: {
        operationId: "b",
        security: [{ key: [], login: ["read"] }, {}],
        servers: [
          {
            url: "https://{region}.example.com",
            variables: { region: { default: "eu", enum: ["eu", "us"] } },
          },
        ],
        responses,
      },
    },
    "/c": { get: { operationId: "c", security: [], responses } },
  };
  const document = documentWith(paths, {
    security: [{ bearer: [] }],
    servers: [{ url: "https://example.com/v1" }],
    components,
  });

  it("are those of the document unless the path or the operation has its own", async () => {
    const { texts } = await emitted(document);
    const end = " };\n";
    expect(between(texts.get("a"), "responses: ", end)).toBe(
      '{ "200": {} }, security: [[{ scheme: bearer }]], servers: [{ url: "https://path.example.com" }]',
    );
    expect(between(texts.get("b"), "responses: ", "\n")).toBe(
      '{ "200": {} }, security: [[{ scheme: key }, { scheme: login, scopes: ["read"] }], []], servers: [{ url: "https://{region}.example.com", variables: { region: { default: "eu", enum: ["eu", "us"] } } }] };',
    );
    expect(between(texts.get("c"), "responses: ", "\n")).toBe('{ "200": {} }, servers };');
    expect(texts.get("servers")).toContain(
      'servers: ReadonlyArray<Server> = [{ url: "https://example.com/v1" }];',
    );
  });

  it("have a constant for each scheme that is used", async () => {
    const { texts } = await emitted(document);
    expect(texts.get("security")).toContain(
      'export type SecuritySchemeName = "bearer" | "key" | "login";',
    );
    expect(texts.get("security")).toContain(
      '/** A token. */\nexport const bearer: SecurityScheme = { name: "bearer", type: "http", scheme: "bearer" };',
    );
    expect(texts.get("security")).toContain(
      '{ name: "key", type: "apiKey", in: "header", parameter: "X-Key" }',
    );
  });
});

it("describes methods of version 3.2", async () => {
  const operation = (operationId: string): object => ({ operationId, responses });
  const { texts } = await emitted(
    documentWith(
      { "/a": { query: operation("a"), additionalOperations: { COPY: operation("b") } } },
      { openapi: "3.2.0" },
    ),
  );
  expect(texts.get("a")).toContain('method: "QUERY"');
  expect(texts.get("b")).toContain('method: "COPY"');
});

it("documents an operation by its summary and its description, and marks deprecated ones", async () => {
  const operation = { summary: "List.", description: "Lists *all*.", deprecated: true };
  const { texts } = await emitted(documentOfOperation(operation));
  expect(texts.get("a")).toContain(
    "/**\n * List.\n *\n * Lists *all*.\n *\n * @deprecated\n */\nexport const a:",
  );
  expect(texts.get("a")).toContain("isDeprecated: true");
});

it("leaves out webhooks and callbacks", async () => {
  const callbacks = {
    done: { "{$request.body#/url}": { post: { operationId: "done", responses } } },
  };
  const { texts } = await emitted(
    documentWith(
      { "/a": { get: { operationId: "a", callbacks, responses } } },
      { webhooks: { hook: { post: { operationId: "hook", responses } } } },
    ),
  );
  expect([...texts.keys()]).toEqual(["a", "index"]);
});

const content = (type: string, media: object = {}): object => ({
  requestBody: { content: { [type]: media } },
});
const object = { type: "object", properties: { a: { type: "object" } } };

it.each([
  ["multipart", content("multipart/mixed")],
  ["xml", content("application/xml")],
  ["other-format", content("application/x-own", { schema: object })],
  ["text-of-other-type", content("text/plain", { schema: object })],
  ["media-type-parameters", { requestBody: { content: { "text/a;b=c": {}, "text/a": {} } } }],
  [
    "encoding-headers",
    content("multipart/form-data", { schema: object, encoding: { a: { headers: {} } } }),
  ],
  ["style", { parameters: [{ name: "q", in: "query", style: "simple", schema: {} }] }],
  [
    "style-and-type",
    { parameters: [{ name: "q", in: "query", style: "deepObject", schema: { type: "array" } }] },
  ],
  ["nested", { parameters: [{ name: "q", in: "query", schema: object }] }],
  [
    "parameter-content",
    { parameters: [{ name: "q", in: "query", content: { "application/xml": {} } }] },
  ],
  ["location", { parameters: [{ name: "q", in: "body", schema: {} }] }],
  ["path-parameter", { parameters: [{ name: "q", in: "path", required: true, schema: {} }] }],
  ["informational", { responses: { 100: { description: "" }, 200: { description: "" } } }],
  ["status", { responses: { "20X": { description: "" } } }],
  ["unknown-scheme", { security: [{ none: [] }] }],
])("counts what is not supported: %s", async (kind, operation) => {
  const { unsupported } = await emitted(documentOfOperation(operation, { method: "post" }));
  expect(unsupported).toEqual({ [kind]: 1 });
});

it("counts variables of paths that nothing describes, and takes them as text", async () => {
  const { texts, unsupported } = await emitted(documentOfOperation({}, { path: "/a/{id}" }));
  expect(unsupported).toEqual({ "path-variable": 1 });
  expect(texts.get("a")).toContain("path: { id: string };");
});
