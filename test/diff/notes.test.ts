import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../generator/core/json.js";
import { compareNotes } from "../../generator/diff/notes/compare-notes.js";
import { documentOf } from "../generate/package.js";
import { readSides } from "./read-sides.js";

type Row = readonly [
  what: string,
  old: Json,
  now: Json,
  meaning: readonly string[],
  documentation: readonly string[],
];

const string = { type: "string" };
const ref = { $ref: "#/components/schemas/N" };
const N = { type: "object", description: "one", properties: { a: string } };
const with_ = (more: JsonObject): JsonObject => ({ ...string, ...more });
const property = (schema: Json): JsonObject => ({ type: "object", properties: { a: schema } });

/** The component `M` in two documents, in which `N` is the same. */
const rows: readonly Row[] = [
  ["nothing", string, string, [], []],
  [
    "a default that is changed",
    with_({ default: "a" }),
    with_({ default: "b" }),
    ['M default: the default is "b" now, it was "a"'],
    [],
  ],
  ["a new default", string, with_({ default: "a" }), ['M default: the default "a" is new'], []],
  [
    "a format that nothing asserts",
    property(string),
    property(with_({ format: "uuid" })),
    ['M/properties/a format: the format "uuid" is new'],
    [],
  ],
  ["a format that guards check", property(string), property(with_({ format: "date" })), [], []],
  [
    "a deprecation",
    property(with_({ deprecated: false })),
    property(with_({ deprecated: true })),
    ["M/properties/a deprecated: it is deprecated now"],
    [],
  ],
  ["a deprecation that is denied", string, with_({ deprecated: false }), [], []],
  [
    "a sunset, and another extension",
    string,
    with_({ "x-sunset": "2027-01-01", "x-order": 1 }),
    ['M x-sunset: the extension `x-sunset` "2027-01-01" is new'],
    ["M x-order: the extension `x-order` 1 is new"],
  ],
  [
    "content",
    with_({ contentEncoding: "base64" }),
    with_({ contentMediaType: "image/png" }),
    [
      'M contentEncoding: the `contentEncoding` "base64" was removed',
      'M contentMediaType: the `contentMediaType` "image/png" is new',
    ],
    [],
  ],
  [
    "texts",
    with_({ title: "A", description: "one" }),
    with_({ title: "B", description: "two" }),
    [],
    ['M title: the title is "B" now, it was "A"', "M description: the description was changed"],
  ],
  [
    "spaces at the end of a text",
    with_({ description: "a" }),
    with_({ description: "a\n" }),
    [],
    [],
  ],
  ["an example in a list", with_({ example: "a" }), with_({ examples: ["a"] }), [], []],
  [
    "a property that is called like a keyword",
    { type: "object", properties: { description: with_({ title: "A" }) } },
    { type: "object", properties: { description: with_({ title: "B" }) } },
    [],
    ['M/properties/description title: the title is "B" now, it was "A"'],
  ],
  [
    "what looks like a schema in data",
    with_({ default: { title: "A" }, enum: [{ title: "A" }] }),
    with_({ default: { title: "A" }, enum: [{ title: "B" }] }),
    [],
    [],
  ],
  [
    "a new property",
    property(string),
    {
      type: "object",
      properties: { a: string, b: with_({ default: "b", description: "new" }) },
    },
    [],
    [],
  ],
  [
    "options in another order",
    { oneOf: [with_({ title: "A", default: "a" }), { type: "number", default: 1 }] },
    { oneOf: [{ type: "number", default: 2 }, with_({ title: "A", default: "a" })] },
    ["M/oneOf/0 default: the default is 2 now, it was 1"],
    [],
  ],
  [
    "null said in another way",
    property({ type: ["string", "null"], default: "a", description: "one" }),
    property({ anyOf: [with_({ default: "a" }), { type: "null" }], description: "one" }),
    [],
    [],
  ],
  ["what is moved into a component", property(N), property(ref), [], []],
  [
    "what is moved into a component, and changed",
    property({ ...N, description: "zero", properties: { a: with_({ default: "a" }) } }),
    property(ref),
    ['M/properties/a/properties/a default: the default "a" was removed'],
    ["M/properties/a description: the description was changed"],
  ],
  [
    "a description beside a reference",
    property({ ...ref, description: "one" }),
    property({ ...ref, description: "two" }),
    [],
    ["M/properties/a description: the description was changed"],
  ],
  [
    "a schema that becomes an option of a union",
    with_({ default: "a" }),
    { anyOf: [with_({ default: "a" }), { type: "number" }] },
    [],
    [],
  ],
  [
    "properties that are moved into an allOf",
    property(with_({ default: "a" })),
    { allOf: [property(with_({ default: "b" }))] },
    ['M/allOf/0/properties/a default: the default is "b" now, it was "a"'],
    [],
  ],
];

/** The notes of two documents, one line for each. */
async function notesOf(
  old: string,
  now: string,
): Promise<{ meaning: readonly string[]; documentation: readonly string[] }> {
  const sides = await readSides(old, now, { formats: { date: "assert" } });
  const { meaning, documentation } = compareNotes(sides);
  const [one, other] = [meaning, documentation].map((notes) =>
    notes.map(
      ({ component = "", pointer, keyword, message }) =>
        `${component}${pointer} ${keyword}: ${message}`,
    ),
  );
  return { meaning: one ?? [], documentation: other ?? [] };
}

describe("the notes about a component", () => {
  it.each(rows)("%s", async (_what, old, now, meaning, documentation) => {
    const notes = await notesOf(documentOf({ M: old, N }), documentOf({ M: now, N }));
    expect(notes).toEqual({ meaning, documentation });
  });

  it("reports what a component says once, and not where it is referred to", async () => {
    const schemas = (description: string): JsonObject => ({
      N: { ...N, description },
      M: property(ref),
      O: { allOf: [ref] },
    });
    expect(await notesOf(documentOf(schemas("one")), documentOf(schemas("two")))).toEqual({
      meaning: [],
      documentation: ["N description: the description was changed"],
    });
  });
});

describe("the notes about operations", () => {
  const document = (path: string, operation: JsonObject): string =>
    JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Test", version: "1" },
      components: { schemas: { N } },
      paths: { [path]: { post: { responses: {}, ...operation } } },
    });

  it("pairs operations by path and method, and parameters by name", async () => {
    const limit = (more: JsonObject): JsonObject => ({
      name: "limit",
      in: "query",
      schema: { type: "integer", ...more },
    });
    const id = { name: "id", in: "query", schema: string };
    const old = document("/a/{id}", {
      operationId: "one",
      summary: "A",
      parameters: [id, limit({ default: 10 })],
    });
    const now = document("/a/{key}", {
      operationId: "two",
      deprecated: true,
      summary: "B",
      parameters: [limit({ default: 20 }), id],
    });
    expect(await notesOf(old, now)).toEqual({
      meaning: [
        '/paths/~1a~1{key}/post operationId: the `operationId` is "two" now, it was "one"',
        "/paths/~1a~1{key}/post deprecated: it is deprecated now",
        "/paths/~1a~1{key}/post/parameters/0/schema default: the default is 20 now, it was 10",
      ],
      documentation: ["/paths/~1a~1{key}/post summary: the summary was changed"],
    });
  });

  it("walks bodies by media type, and responses by status", async () => {
    const content = (title: string): JsonObject => ({
      "application/json": { schema: { type: "object", properties: { a: with_({ title }) } } },
    });
    const old = document("/a", {
      requestBody: { content: content("A") },
      responses: { 200: { description: "ok", content: content("A") } },
    });
    const now = document("/a", {
      requestBody: { content: content("B") },
      responses: {
        200: { description: "fine", content: content("A") },
        400: { description: "new" },
      },
    });
    expect(await notesOf(old, now)).toEqual({
      meaning: [],
      documentation: [
        "/paths/~1a/post/responses/200 description: the description was changed",
        '/paths/~1a/post/requestBody/content/application~1json/schema/properties/a title: the title is "B" now, it was "A"',
      ],
    });
  });
});
