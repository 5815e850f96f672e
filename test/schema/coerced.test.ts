import { describe, expect, it } from "vitest";
import { generate } from "../../generator/index.js";
import { guardOf } from "../validate/read-document.js";

/** The text of a document with one component, `A`, in YAML of one line. */
function documentOf(schema: string, version = "3.1.0"): string {
  return `openapi: ${version}
info: { title: T, version: "1" }
paths: {}
components:
  schemas:
    A: ${schema}
`;
}

interface Reading {
  /** What was said, as `severity code at pointer`. */
  readonly said: readonly string[];
  /** The declaration of `A`, on one line. */
  readonly type: string;
}

async function readingOf(text: string): Promise<Reading> {
  const { files, diagnostics } = await generate({
    spec: { text },
    config: { outputs: ["models"] },
  });
  const module = files.find(({ path }) => path === "models/a.ts")?.text ?? "";
  return {
    said: diagnostics.map(({ severity, code, place }) =>
      [severity, code, place?.pointer.replace("/components/schemas/A", "")].join(" "),
    ),
    type: module.slice(module.indexOf("\n\n")).replace(/\s+/g, " "),
  };
}

describe("a malformed annotation is read by its meaning, or ignored, with a warning", () => {
  it.each<[schema: string, keyword: string, type: string]>([
    ["{ type: string, title: 5 }", "title", "/** 5 */ export type A = string;"],
    ["{ type: string, description: true }", "description", "/** true */ export type A = string;"],
    ["{ type: string, description: }", "description", "export type A = string;"],
    ["{ type: string, description: [a] }", "description", "export type A = string;"],
    ['{ type: string, deprecated: "true" }', "deprecated", "/** @deprecated */ export type A"],
    ["{ type: string, deprecated: No }", "deprecated", "export type A = string;"],
    ["{ type: string, deprecated: soon }", "deprecated", "export type A = string;"],
    ["{ type: string, format: 5 }", "format", "export type A = string;"],
    ["{ type: string, examples: x }", "examples", '@example "x" */'],
    ["{ type: string, examples: }", "examples", "export type A = string;"],
    ["{ type: string, examples: { p: { summary: s, value: x } } }", "examples", '@example "x" */'],
    ["{ type: string, examples: { p: { dataValue: x } } }", "examples", '@example "x" */'],
    ["{ type: string, examples: { p: x, q: y } }", "examples", '@example "x" */'],
    ["{ type: object, examples: { p: { b: 1 } } }", "examples", '@example {"b":1} */'],
    ["{ type: object, examples: { b: 1 } }", "examples", '@example {"b":1} */'],
    ["{ type: string, discriminator: b }", "discriminator", "export type A = string;"],
    [
      "{ type: string, discriminator: { mapping: [] } }",
      "discriminator",
      "export type A = string;",
    ],
    [
      "{ type: string, discriminator: { propertyName: b, mapping: [] }, x-guardsmith-ignore: { discriminator-without-options: a test } }",
      "discriminator",
      "export type A = string;",
    ],
    ["{ type: string, $comment: 5 }", "$comment", "export type A = string;"],
    ["{ type: string, contentMediaType: [] }", "contentMediaType", "export type A = string;"],
    ["{ type: string, xml: true }", "xml", "export type A = string;"],
    ["{ type: string, externalDocs: here }", "externalDocs", "export type A = string;"],
  ])("%s", async (schema, keyword, type) => {
    const reading = await readingOf(documentOf(schema));
    // What is left of a discriminator is another matter.
    const said = reading.said.filter((each) => !each.includes("discriminator-without-options"));
    expect(said).toEqual([`warning malformed-annotation /${keyword}`]);
    expect(reading.type).toContain(type);
  });

  it("wherever it is in the document", async () => {
    const { said } = await readingOf(`openapi: 3.1.0
info: { title: 5, version: 1.0, contact: x }
tags: pets
servers: [x]
externalDocs: x
paths:
  /a:
    summary: [x]
    get:
      tags: [1]
      operationId: 5
      deprecated: "yes"
      responses:
        "200":
          description: 5
          content:
            application/json: { examples: [1], schema: { $ref: "#/components/schemas/A" } }
components:
  schemas:
    A: { type: object, xml: { wrapped: "true" } }
`);
    const at = said.map((each) => each.replace("warning malformed-annotation ", ""));
    expect(at.sort()).toEqual([
      "/externalDocs",
      "/info/contact",
      "/info/title",
      "/info/version",
      "/paths/~1a/get/deprecated",
      "/paths/~1a/get/operationId",
      "/paths/~1a/get/responses/200/content/application~1json/examples",
      "/paths/~1a/get/responses/200/description",
      "/paths/~1a/get/tags",
      "/paths/~1a/summary",
      "/servers",
      "/tags",
      "/xml/wrapped",
    ]);
  });

  it("and a correct one gets no warning", async () => {
    const { said } = await readingOf(`openapi: 3.1.0
info: { title: T, version: "1", contact: { name: x }, license: { name: x } }
tags: [{ name: x, externalDocs: { url: x } }]
servers: [{ url: x, variables: { v: { default: a, enum: [a] } } }]
paths:
  /a:
    get:
      tags: [x]
      operationId: getA
      deprecated: true
      security: [{}]
      responses:
        default: { description: x, links: { l: { operationId: getA } } }
components:
  examples: { e: { value: 1 } }
  schemas:
    A:
      type: string
      title: t
      description: d
      deprecated: false
      examples: [x]
      format: x
      xml: { name: x, attribute: true }
      externalDocs: { url: x }
      $comment: x
`);
    expect(said).toEqual([]);
  });
});

describe("a keyword with a value of the wrong type is read if its meaning is clear", () => {
  it.each<[schema: string, at: string, type: string]>([
    ["{ type: String }", "/type", "export type A = string;"],
    ["{ type: [Integer, 'NULL'] }", "/type", "export type A = number | null;"],
    ["{ type: [string, null] }", "/type", "export type A = string | null;"],
    [
      "{ type: [object, null], properties: { b: true } }",
      "/type",
      "export type A = AValue | null;",
    ],
    ["{ type: int }", "/type", "export type A = number;"],
    ["{ type: bool }", "/type", "export type A = boolean;"],
    ["{ type: any }", "/type", "export type A = unknown;"],
    ['{ type: number, minimum: "3" }', "/minimum", "@minimum 3 */"],
    [
      '{ type: number, exclusiveMaximum: "-1.5" }',
      "/exclusiveMaximum",
      "@exclusiveMaximum -1.5 */",
    ],
    ['{ type: string, maxLength: "3" }', "/maxLength", "@maxLength 3 */"],
    ['{ type: number, multipleOf: "0.5" }', "/multipleOf", "@multipleOf 0.5 */"],
    ['{ type: array, uniqueItems: "true" }', "/uniqueItems", "@uniqueItems */"],
    [
      '{ type: object, additionalProperties: "false" }',
      "/additionalProperties",
      "Record<string, never>;",
    ],
    ["{ type: object, properties: [] }", "/properties", "[key: string]: unknown;"],
    ["{ type: object, properties: { b: [] } }", "/properties/b", "b?: unknown;"],
    ["{ type: object, properties: { b: } }", "/properties/b", "b?: unknown;"],
    [
      "{ type: object, properties: { b: { required: true } } }",
      "/properties/b/required",
      "b?: unknown;",
    ],
    [
      '{ type: object, properties: { b: { required: "false" } } }',
      "/properties/b/required",
      "b?: unknown;",
    ],
    ["{ type: object, required: b, properties: { b: true } }", "/required", "b: unknown;"],
    ["{ type: string, pattern: null }", "/pattern", "export type A = string;"],
    ["{ type: string, enum: null }", "/enum", "export type A = string;"],
    ["{ type: array, items: null }", "/items", "export type A = unknown[];"],
    ["{ type: object, required: , properties: { b: true } }", "/required", "b?: unknown;"],
  ])("%s", async (schema, at, type) => {
    const reading = await readingOf(documentOf(schema));
    expect(reading.said).toEqual([`warning coerced-keyword ${at}`]);
    expect(reading.type).toContain(type);
  });

  it.each<[schema: string, at: string, type: string]>([
    ['{ type: string, nullable: "true" }', "/nullable", "export type A = string | null;"],
    ['{ type: string, nullable: "false" }', "/nullable", "export type A = string;"],
    [
      '{ type: number, minimum: 1, exclusiveMinimum: "true" }',
      "/exclusiveMinimum",
      "@exclusiveMinimum 1 */",
    ],
  ])("%s in version 3.0", async (schema, at, type) => {
    const reading = await readingOf(documentOf(schema, "3.0.4"));
    expect(reading.said).toEqual([`warning coerced-keyword ${at}`]);
    expect(reading.type).toContain(type);
  });

  it("once, though it is read for each direction", async () => {
    const schema = "{ type: object, properties: { b: { type: Int }, c: { readOnly: true } } }";
    const { said } = await readingOf(documentOf(schema));
    expect(said).toEqual(["warning coerced-keyword /properties/b/type"]);
  });
});

describe("what may mean several things is an error", () => {
  it.each([
    ["{ type: strin }", "/type", "correct the value"],
    ["{ type: file }", "/type", "format: binary"],
    ["{ type: date }", "/type", "format: date"],
    ["{ type: null }", "/type", '"null", in quotes'],
    ["{ type: [] }", "/type", "correct the value"],
    ["{ type: string, enum: a }", "/enum", "correct the value"],
    ["{ type: string, enum: { a: 1 } }", "/enum", "correct the value"],
    ["{ type: object, required: c, properties: { b: true } }", "/required", "correct the value"],
    ["{ type: object, required: [1] }", "/required", "correct the value"],
    ["{ type: object, properties: [b] }", "/properties", "correct the value"],
    ["{ type: string, minLength: -1 }", "/minLength", "correct the value"],
    ['{ type: string, minLength: "1.5" }', "/minLength", "correct the value"],
    ["{ type: number, minimum: three }", "/minimum", "correct the value"],
    ["{ type: array, uniqueItems: maybe }", "/uniqueItems", "correct the value"],
    ["{ oneOf: { a: true } }", "/oneOf", "correct the value"],
  ])("%s", async (schema, at, help) => {
    const { diagnostics } = await generate({ spec: { text: documentOf(schema) } });
    expect(diagnostics).toMatchObject([
      {
        code: "malformed-keyword",
        place: { pointer: `/components/schemas/A${at}` },
        help: expect.stringContaining(help) as string,
      },
    ]);
  });
});

describe("a list of schemas without one has a warning", () => {
  it.each<[schema: string, at: string, type: string, isOpen: boolean]>([
    ["{ oneOf: [], description: later }", "/oneOf", "export type A = never;", false],
    ["{ anyOf: [], type: string }", "/anyOf", "export type A = never;", false],
    ["{ allOf: [], type: string }", "/allOf", "export type A = string;", true],
    ["{ prefixItems: [] }", "/prefixItems", "export type A = unknown;", true],
  ])("%s", async (schema, at, type, isOpen) => {
    const text = documentOf(schema);
    const reading = await readingOf(text);
    expect(reading.said).toEqual([`warning empty-schema-list ${at}`]);
    expect(reading.type).toContain(type);
    const guard = await guardOf(text, "A");
    expect(["x", {}, null].some((value) => guard(value).length === 0)).toBe(isOpen);
  });
});
