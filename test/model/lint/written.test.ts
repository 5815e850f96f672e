import { describe, expect, it } from "vitest";
import { diagnosticsOf, documentWith } from "./warnings-of.js";

const ref = (name: string, others: object = {}): object => ({
  $ref: `#/components/schemas/${name}`,
  ...others,
});
const A = { type: "string" };

/** What is said about a document: the code, the pointer and the words in backticks at the beginning. */
async function said(document: object): Promise<readonly (readonly string[])[]> {
  const diagnostics = await diagnosticsOf(document);
  return diagnostics.map(({ code, place, message }) => [
    code,
    place?.pointer ?? "",
    /^(?:`\S+`(?:, )?)*/.exec(message)?.[0] ?? "",
  ]);
}

/** An operation with a parameter and a response, which are references. */
const operation = (parameter: object, response: object): object => ({
  paths: { "/a": { get: { parameters: [parameter], responses: { 200: response } } } },
  components: {
    parameters: { P: { name: "p", in: "query", schema: A } },
    responses: { R: { description: "R" } },
  },
});
const P = { $ref: "#/components/parameters/P" };
const R = { $ref: "#/components/responses/R" };

describe("beside a reference", () => {
  it.each([
    [
      "of a schema in 3.0, everything is ignored, and all is named",
      documentWith({ A, B: ref("A", { nullable: true, description: "b", "x-b": 1 }) }, "3.0.3"),
      [["ignored-ref-siblings", "/components/schemas/B/nullable", "`nullable`, `description`"]],
    ],
    [
      "of a property",
      documentWith(
        { A, B: { type: "object", properties: { a: ref("A", { readOnly: true }) } } },
        "3.0.3",
      ),
      [["ignored-ref-siblings", "/components/schemas/B/properties/a/readOnly", "`readOnly`"]],
    ],
    [
      "what only describes is a warning for all places",
      documentWith(
        { A, B: ref("A", { description: "b" }), C: ref("A", { example: "c", description: "c" }) },
        "3.0.3",
      ),
      [
        [
          "ignored-ref-descriptions",
          "/components/schemas/B/description",
          "`description`, `example`",
        ],
      ],
    ],
    [
      "of a schema in 3.1, everything counts",
      documentWith({ A, B: ref("A", { minLength: 1 }) }),
      [],
    ],
    [
      "of a schema of draft-07, everything but definitions is ignored",
      documentWith({
        B: {
          $schema: "http://json-schema.org/draft-07/schema#",
          $ref: "#/definitions/x",
          minLength: 1,
          definitions: { x: A },
        },
      }),
      [["ignored-ref-siblings", "/components/schemas/B/minLength", "`minLength`"]],
    ],
    [
      "of a parameter, `required` is ignored in 3.1",
      documentWith({ A }, "3.1.0", operation({ ...P, required: true, description: "p" }, R)),
      [["ignored-ref-siblings", "/paths/~1a/get/parameters/0/required", "`required`"]],
    ],
    [
      "of a parameter, `summary` is ignored in 3.1, since a parameter has none",
      documentWith({ A }, "3.1.0", operation({ ...P, summary: "p", description: "p" }, R)),
      [["ignored-ref-descriptions", "/paths/~1a/get/parameters/0/summary", "`summary`"]],
    ],
    [
      "of a response, `description` is ignored in 3.0",
      documentWith({ A }, "3.0.3", operation(P, { ...R, description: "r" })),
      [["ignored-ref-descriptions", "/paths/~1a/get/responses/200/description", "`description`"]],
    ],
    [
      "of a response, `content` is ignored",
      documentWith({ A }, "3.1.0", operation(P, { ...R, content: {} })),
      [["ignored-ref-siblings", "/paths/~1a/get/responses/200/content", "`content`"]],
    ],
  ])("%s", async (_what, document, expected) => {
    expect(await said(document)).toEqual(expected);
  });
});

describe("a dialect", () => {
  it.each([
    ["https://json-schema.org/draft/2020-12/schema", []],
    ["https://spec.openapis.org/oas/3.1/dialect/base", []],
    ["https://spec.openapis.org/oas/3.2/dialect/2025-09-17", []],
    ["http://json-schema.org/draft-04/schema#", []],
    ["http://json-schema.org/draft-03/schema#", ["unknown-dialect"]],
    ["https://example.com/dialect", ["unknown-dialect"]],
  ])("%s is known, or a warning: %j", async (dialect, expected) => {
    const documents = [
      documentWith({ A: { $schema: dialect, type: "string" }, B: { $schema: dialect } }),
      documentWith({ A }, "3.1.0", { jsonSchemaDialect: dialect }),
    ];
    for (const document of documents) {
      expect((await diagnosticsOf(document)).map(({ code }) => code)).toEqual(expected);
    }
  });

  it.each([
    ["items", { type: "array", items: [A] }],
    ["dependencies", { type: "object", dependencies: { a: ["b"] } }],
    ["definitions", { type: "string", definitions: { a: A } }],
    ["exclusiveMinimum", { type: "number", minimum: 1, exclusiveMinimum: true }],
    ["$recursiveRef", { type: "array", items: { $recursiveRef: "#" } }],
  ])("older than that of the document is a warning: %s", async (keyword, schema) => {
    const codes = (await said(documentWith({ S: schema }))).map(([code]) => code);
    expect(codes).toEqual([`old-${keyword.replace("$", "")}`]);
    const draft = keyword === "$recursiveRef" ? "draft/2019-09" : "draft-04";
    const $schema = `http://json-schema.org/${draft}/schema#`;
    expect(await said(documentWith({ S: { $schema, ...schema } }))).toEqual([]);
  });
});
