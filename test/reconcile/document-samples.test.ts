import type { Json, JsonObject } from "../../generator/core/json.js";
import { describe, expect, it } from "vitest";
import { documentSamples } from "../../generator/reconcile/sources/document-samples.js";
import { readExampleText } from "../../generator/reconcile/sources/example-text.js";
import { readDocument } from "../validate/read-document.js";

async function samplesOf(parts: JsonObject): Promise<ReturnType<typeof documentSamples>> {
  const info = { title: "Test", version: "1.0.0" };
  const A = { type: "object" };
  const whole = { openapi: "3.1.0", info, paths: {}, components: { schemas: { A } }, ...parts };
  return documentSamples((await readDocument(JSON.stringify(whole))).document);
}

const json = (schema: JsonObject, more: JsonObject = {}): JsonObject => ({
  description: "",
  content: { "application/json": { schema, ...more } },
});

const A = { $ref: "#/components/schemas/A" };
const components = { schemas: { A: { type: "object" } } };

interface Found {
  readonly subject: string;
  readonly value: Json;
  readonly schema: string;
  readonly at: string;
}

const cases: readonly (readonly [title: string, parts: JsonObject, found: readonly Found[]])[] = [
  [
    "the example and the examples of a component",
    { components: { schemas: { "a/b": { example: { x: 1 }, examples: ["{}", 2] } } } },
    [
      { subject: "a/b", value: { x: 1 }, at: "/example" },
      { subject: "a/b", value: "{}", at: "/examples/0" },
      { subject: "a/b", value: 2, at: "/examples/1" },
    ].map(({ at, ...one }) => ({
      ...one,
      schema: "/components/schemas/a~1b",
      at: `/components/schemas/a~1b${at}`,
    })),
  ],
  [
    "an example of a component that is the text of an object",
    { components: { schemas: { A: { type: "object", example: ' {"x":1}' } } } },
    [
      {
        subject: "A",
        value: { x: 1 },
        schema: "/components/schemas/A",
        at: "/components/schemas/A/example",
      },
    ],
  ],
  [
    "an example of a string that only looks like the text of an object",
    { components: { schemas: { A: { type: "string", example: '{"x":1}' } } } },
    [
      {
        subject: "A",
        value: '{"x":1}',
        schema: "/components/schemas/A",
        at: "/components/schemas/A/example",
      },
    ],
  ],
  [
    "the text in the extension of a component",
    { components: { schemas: { A: { type: "object", "x-oaiMeta": { example: "{}" } } } } },
    [
      {
        subject: "A",
        value: {},
        schema: "/components/schemas/A",
        at: "/components/schemas/A/x-oaiMeta/example",
      },
    ],
  ],
  [
    "the examples of responses and requests, whatever is referred to",
    {
      paths: {
        "/a": {
          post: {
            requestBody: json(A, { example: { r: 1 } }),
            responses: {
              "200": { $ref: "#/components/responses/R" },
              "404": json({ type: "string" }, { example: "no" }),
            },
          },
        },
      },
      components: {
        ...components,
        examples: { E: { value: { e: 1 } } },
        responses: { R: json(A, { examples: { e: { $ref: "#/components/examples/E" } } }) },
      },
    },
    [
      {
        subject: "POST /a request",
        value: { r: 1 },
        schema: "/paths/~1a/post/requestBody/content/application~1json/schema",
        at: "/paths/~1a/post/requestBody/content/application~1json/example",
      },
      {
        subject: "POST /a 404",
        value: "no",
        schema: "/paths/~1a/post/responses/404/content/application~1json/schema",
        at: "/paths/~1a/post/responses/404/content/application~1json/example",
      },
      {
        subject: "R",
        value: { e: 1 },
        schema: "/components/responses/R/content/application~1json/schema",
        at: "/components/examples/E/value",
      },
    ],
  ],
  ...([{ response: "{}" }, [{ title: "no response" }, { response: "{}" }]] as const).map(
    (examples): (typeof cases)[number] => [
      `the responses in the extension of an operation: ${JSON.stringify(examples)}`,
      {
        paths: {
          "/a": {
            get: {
              responses: { "404": json({ type: "string" }), "201": json(A) },
              "x-oaiMeta": { examples },
            },
          },
        },
        components,
      },
      [
        {
          subject: "GET /a 201",
          value: {},
          schema: "/paths/~1a/get/responses/201/content/application~1json/schema",
          at: `/paths/~1a/get/x-oaiMeta/examples${Array.isArray(examples) ? "/1" : ""}/response`,
        },
      ],
    ],
  ),
];

describe("the examples of a document", () => {
  it.each(cases)("are %s", async (_title, parts, found) => {
    const { samples, unusable, slips } = await samplesOf(parts);
    expect(
      samples.map(({ subject, value, schema, origin }) => ({
        subject,
        value,
        schema: schema.pointer,
        at: origin.pointer,
      })),
    ).toEqual(found);
    expect([...unusable, ...slips]).toEqual([]);
  });

  it("with a comma too many are used, and reported", async () => {
    const { samples, slips } = await samplesOf({
      components: { schemas: { A: { type: "object", "x-oaiMeta": { example: '{"a":[1,],}' } } } },
    });
    expect(samples).toMatchObject([{ value: { a: [1] } }]);
    expect(slips).toMatchObject([
      { subject: "A", reason: "the JSON text has a comma after its last item or member" },
    ]);
  });

  it("of an operation that answers without JSON are of no use", async () => {
    const { samples, unusable } = await samplesOf({
      paths: {
        "/a": {
          get: {
            responses: { "204": { description: "" } },
            "x-oaiMeta": { examples: { response: "{}" } },
          },
        },
      },
      components,
    });
    expect(samples).toEqual([]);
    expect(unusable).toMatchObject([
      {
        subject: "GET /a",
        reason: "no successful response of the operation has a JSON schema",
      },
    ]);
  });
});

describe("a text that is not JSON", () => {
  it.each([
    ["", "the text is empty"],
    ["event: a\ndata: {}", "the text is a stream of server-sent events"],
    ["curl https://example.com", "the text is a command or an HTTP message"],
    ["<a/>", "the text is XML or HTML"],
    ['{"a": 1,\n "b": [ ... ]}', "the text is a template: it has a placeholder in line 2"],
    ["{}\n{}", "the text has several JSON values, one after the other"],
    ["message", "the text is not JSON"],
    ['{"a" 1}', "the text is not JSON: colon expected in line 1"],
    ['{"a": 1} // one', "the text is not JSON: invalid comment token in line 1"],
    ['{"a": 1', "the text is not JSON: close brace expected in line 1"],
  ])("as %j has a reason", (text, reason) => {
    expect(readExampleText(text)).toEqual({ kind: "unusable", reason });
  });
});
