import { describe, expect, it } from "vitest";
import { reconcile } from "../../generator/index.js";
import { isJsonObject, type JsonObject } from "../../generator/core/json.js";

const info = { title: "Test", version: "1.0.0" };
const number = { type: "number", example: "wrong" };
const ref = (path: string): JsonObject => ({ $ref: `#/components/${path}` });

/** A document needs a model to be read. */
function documentWith({ openapi = "3.1.0", components, ...parts }: JsonObject): JsonObject {
  const given = isJsonObject(components) ? components : {};
  const schemas = isJsonObject(given.schemas) ? given.schemas : { Any: {} };
  return { openapi, info, ...parts, components: { ...given, schemas } };
}

/** A response of `GET /a` with a body in JSON. */
function bodyOf(media: JsonObject, type = "application/json"): JsonObject {
  const responses = { "200": { description: "", content: { [type]: media } } };
  return { paths: { "/a": { get: { responses } } } };
}

function componentOf(schema: JsonObject, openapi = "3.1.0"): JsonObject {
  return { openapi, components: { schemas: { A: schema } } };
}

async function reconciled(parts: JsonObject): ReturnType<typeof reconcile> {
  const text = JSON.stringify(documentWith(parts));
  return reconcile({ spec: { text, name: "openapi.json" } });
}

/** The subjects of the examples that are wrong, and where these stand. */
async function wrongIn(parts: JsonObject): Promise<readonly string[]> {
  const { reconciliation, diagnostics } = await reconciled(parts);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const { left = [], changes = [] } = reconciliation ?? {};
  return [...left, ...changes.flatMap(({ contradictions }) => contradictions)].flatMap(
    ({ subjects, evidence }) =>
      evidence.map(({ origin }) => `${subjects.join(", ")}: ${origin.pointer}`),
  );
}

const schemas: readonly (readonly [title: string, parts: JsonObject, wrong: readonly string[]])[] =
  [
    [
      "an object that is written in a response, and of its properties",
      bodyOf({
        schema: {
          type: "object",
          properties: { n: number, m: { type: "integer", examples: [1, "few"] } },
          example: { n: "text" },
        },
      }),
      [
        "GET /a 200, n of GET /a 200: schema/example",
        "GET /a 200, n of GET /a 200: schema/properties/n/example",
        "m of GET /a 200: schema/properties/m/examples/1",
      ].map((each) =>
        each.replace("schema/", "/paths/~1a/get/responses/200/content/application~1json/schema/"),
      ),
    ],
    [
      "properties, and what these refer to",
      {
        components: {
          schemas: {
            K: { type: "object", properties: { c: number, d: ref("schemas/D") } },
            D: number,
          },
        },
      },
      ["c of K: /components/schemas/K/properties/c/example", "D: /components/schemas/D/example"],
    ],
    [
      "a property beside a reference",
      {
        components: {
          schemas: {
            A: { type: "object", properties: { p: { ...ref("schemas/P"), example: "wrong" } } },
            P: { type: "number" },
          },
        },
      },
      ["p of A: /components/schemas/A/properties/p/example"],
    ],
    [
      "items, members and parts",
      componentOf({
        type: "object",
        allOf: [{ properties: { part: number } }],
        properties: { list: { type: "array", items: number } },
        patternProperties: { "^x": number },
        additionalProperties: number,
      }),
      [
        "part of A: /components/schemas/A/allOf/0/properties/part/example",
        "list[] of A: /components/schemas/A/properties/list/items/example",
        "* of A: /components/schemas/A/patternProperties/^x/example",
        "* of A: /components/schemas/A/additionalProperties/example",
      ],
    ],
    [
      "definitions and options that nothing else uses",
      componentOf({ oneOf: [number, { type: "string" }], $defs: { D: number } }),
      ["A: /components/schemas/A/oneOf/0/example", "D: /components/schemas/A/$defs/D/example"],
    ],
    [
      "properties whose names are those of keywords",
      componentOf({
        type: "object",
        properties: { example: number, examples: number, properties: number, default: number },
      }),
      ["example", "examples", "properties", "default"].map(
        (name) => `${name} of A: /components/schemas/A/properties/${name}/example`,
      ),
    ],
    ["data, which are no schemas", componentOf({ enum: [{ properties: { p: number } }] }), []],
    [
      "a default, which says what holds if there is none",
      componentOf({ type: "number", default: "x" }),
      [],
    ],
    [
      "a schema by name, with their values",
      componentOf({ type: "number", examples: { one: { value: 1 }, two: { value: "two" } } }),
      ["A: /components/schemas/A/examples/two/value"],
    ],
    [
      "a component of OpenAPI 3.0",
      componentOf({ type: "object", properties: { p: number } }, "3.0.3"),
      ["p of A: /components/schemas/A/properties/p/example"],
    ],
  ];

describe("examples of schemas are found", () => {
  it.each(schemas)("of %s", async (_title, parts, wrong) => {
    expect(await wrongIn(parts)).toEqual(wrong);
  });
});

const limit = { name: "limit", in: "query", schema: { type: "integer" } };
const body = (media: JsonObject): JsonObject => ({ content: { "application/json": media } });
const wrongBody = body({ schema: { type: "integer" }, example: "wrong" });
const post = (parts: JsonObject): JsonObject => ({ post: { responses: {}, ...parts } });

const objects: readonly (readonly [title: string, parts: JsonObject, wrong: readonly string[]])[] =
  [
    [
      "parameters of operations and of paths",
      {
        paths: {
          "/a": {
            parameters: [{ ...limit, in: "header", example: "few" }],
            get: { responses: {}, parameters: [{ ...limit, examples: { e: { value: "many" } } }] },
          },
        },
      },
      [
        "/a parameter limit: /paths/~1a/parameters/0/example",
        "GET /a parameter limit: /paths/~1a/get/parameters/0/examples/e/value",
      ],
    ],
    [
      "parameters with content",
      {
        paths: {
          "/a": {
            get: { responses: {}, parameters: [{ name: "q", in: "query", ...wrongBody }] },
          },
        },
      },
      ["GET /a parameter q: /paths/~1a/get/parameters/0/content/application~1json/example"],
    ],
    [
      "headers",
      {
        paths: {
          "/a": {
            get: {
              responses: {
                "200": {
                  description: "",
                  headers: { "X-Left": { schema: { type: "integer" }, example: "none" } },
                },
              },
            },
          },
        },
      },
      ["GET /a 200 header X-Left: /paths/~1a/get/responses/200/headers/X-Left/example"],
    ],
    [
      "webhooks",
      { webhooks: { done: post({ requestBody: wrongBody }) } },
      ["POST done request: /webhooks/done/post/requestBody/content/application~1json/example"],
    ],
    [
      "callbacks",
      {
        paths: {
          "/a": post({
            callbacks: { onDone: { "{$request.body#/url}": post({ requestBody: wrongBody }) } },
          }),
        },
      },
      [
        "POST /a onDone POST {$request.body#/url} request: /paths/~1a/post/callbacks/onDone/{$request.body#~1url}/post/requestBody/content/application~1json/example",
      ],
    ],
    [
      "components that no operation uses",
      {
        components: {
          parameters: { P: { ...limit, example: "few" } },
          headers: { H: { schema: { type: "integer" }, example: "none" } },
          requestBodies: { B: wrongBody },
          responses: { R: { description: "", ...wrongBody } },
          pathItems: { I: post({ requestBody: wrongBody }) },
          callbacks: { C: { "{$url}": post({ requestBody: wrongBody }) } },
        },
      },
      [
        "parameter limit: /components/parameters/P/example",
        "header H: /components/headers/H/example",
        "B: /components/requestBodies/B/content/application~1json/example",
        "R: /components/responses/R/content/application~1json/example",
        "POST I request: /components/pathItems/I/post/requestBody/content/application~1json/example",
        "C POST {$url} request: /components/callbacks/C/{$url}/post/requestBody/content/application~1json/example",
      ],
    ],
    [
      "one example of two schemas, once for each",
      {
        ...bodyOf({ schema: { type: "integer" }, examples: { e: ref("examples/E") } }),
        components: {
          examples: { E: { value: "wrong" } },
          headers: { H: { schema: { type: "boolean" }, examples: { e: ref("examples/E") } } },
        },
      },
      ["GET /a 200: /components/examples/E/value", "header H: /components/examples/E/value"],
    ],
    [
      "data and their text in OpenAPI 3.2",
      {
        openapi: "3.2.0",
        ...bodyOf({
          schema: { type: "integer" },
          examples: { d: { dataValue: "d" }, s: { serializedValue: '"s"' } },
        }),
      },
      ["d/dataValue", "s/serializedValue"].map(
        (end) =>
          `GET /a 200: /paths/~1a/get/responses/200/content/application~1json/examples/${end}`,
      ),
    ],
    [
      "items of a stream",
      {
        openapi: "3.2.0",
        ...bodyOf({ itemSchema: { type: "integer" }, example: [1, "two"] }, "application/jsonl"),
      },
      ["GET /a 200: /paths/~1a/get/responses/200/content/application~1jsonl/example/1"],
    ],
    [
      "values in other media types, but not bodies as they are sent",
      bodyOf(
        {
          schema: { type: "object", required: ["a"] },
          examples: { v: { value: {} }, s: { value: "<a/>" } },
        },
        "application/xml",
      ),
      ["GET /a 200: /paths/~1a/get/responses/200/content/application~1xml/examples/v/value"],
    ],
    [
      "links, which have no examples",
      { components: { links: { L: { operationId: "a", requestBody: number } } } },
      [],
    ],
  ];

describe("examples beside schemas are found", () => {
  it.each(objects)("of %s", async (_title, parts, wrong) => {
    expect(await wrongIn(parts)).toEqual(wrong);
  });
});

describe("an example", () => {
  const secret = {
    type: "object",
    required: ["id", "password"],
    properties: {
      id: { type: "integer", readOnly: true },
      password: { type: "string", writeOnly: true },
    },
  };

  it("is checked against what is sent in the direction of its place", async () => {
    const content = (example: JsonObject): JsonObject =>
      body({ schema: ref("schemas/S"), example });
    const responses = { "200": { description: "", ...content({ id: 1 }) } };
    const operation = post({ requestBody: content({ password: "x" }), responses });
    expect(
      await wrongIn({ paths: { "/a": operation }, components: { schemas: { S: secret } } }),
    ).toEqual([]);
  });

  it("of a schema that is sent in both directions is checked against the whole", async () => {
    const S = { ...secret, example: { id: 1 } };
    expect(await wrongIn({ components: { schemas: { S } } })).toEqual([
      "S: /components/schemas/S/example",
    ]);
  });

  it("that is a file of its own is named", async () => {
    const examples = { e: { externalValue: "./e.json" } };
    const { reconciliation } = await reconciled(bodyOf({ schema: { type: "integer" }, examples }));
    expect(reconciliation?.unusable).toMatchObject([
      { subject: "GET /a 200", reason: "it is in a separate file, which is not read" },
    ]);
  });

  it("is still checked against its schema when the containing object was moved", async () => {
    const p = { type: "object", allOf: [{ properties: { q: { type: "string", example: null } } }] };
    const A = { type: "object", properties: { p }, example: { p: null } };
    const { reconciliation } = await reconciled(componentOf(A));
    expect(reconciliation).toMatchObject({ samples: 2, acceptedAfter: 2, left: [] });
    expect(
      reconciliation?.changes.map(({ places: [place], summary }) => `${place.pointer} ${summary}`),
    ).toEqual([
      "/components/schemas/A/properties/p/allOf/0/properties/q accept null",
      "/components/schemas/A/properties/p accept null",
    ]);
  });
});
