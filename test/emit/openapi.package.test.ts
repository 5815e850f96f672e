import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/core/json.js";
import {
  formatDiagnostic,
  generate,
  type GenerateOptions,
  type Model,
} from "../../generator/index.js";
import { compileErrors } from "../generate/compile.js";

type Files = Readonly<Record<string, string>>;

function documentOf(others: JsonObject, openapi = "3.2.0"): JsonObject {
  return { openapi, info: { title: "Test", version: "1.0.0" }, ...others };
}

function schemasOf(schemas: JsonObject, openapi = "3.1.0"): JsonObject {
  return documentOf({ paths: {}, components: { schemas } }, openapi);
}

/** A Reference Object. */
function to(name: string, section = "schemas"): { readonly $ref: string } {
  return { $ref: `#/components/${section}/${name}` };
}

/** A body in JSON. */
function json(schema: JsonObject): JsonObject {
  return { description: "", content: { "application/json": { schema } } };
}

/** Modules, and the models in them. */
interface Made {
  readonly texts: Files;
  readonly models: readonly Model[];
}

/** Generates the modules of a document that has no errors. */
async function made(document: JsonObject, config: GenerateOptions["config"] = {}): Promise<Made> {
  const outputs = ["models", "openapi"] as const;
  const spec = { text: JSON.stringify(document), name: "openapi.json" };
  const { files, models, diagnostics } = await generate({
    spec,
    config: { format: "none", outputs, ...config },
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new Error(errors.map((one) => formatDiagnostic(one, { color: false })).join("\n"));
  return { texts: Object.fromEntries(files.map(({ path, text }) => [path, text])), models };
}

/** The types that are to be the same: in `openapi.ts`, and what they are; `M` has the models. */
type Pairs = Readonly<Record<string, string>>;

/** What the compiler has to say about modules, and the types that are not the same. */
function complaints(files: Files, pairs: Pairs): readonly string[] {
  const names = Object.keys(pairs);
  const head = [
    'import type { components as C, operations as O, paths as P, webhooks as W } from "./openapi.js";',
    `import type * as M from "./${"index.ts" in files ? "index" : "openapi"}.js";`,
    "export type Used = [C, O, P, W, typeof M];",
    "type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;",
  ];
  const lines = names.map(
    (name, index) => `export const same${index}: Same<${name}, ${pairs[name] ?? ""}> = true;`,
  );
  const texts = { ...files, "check.ts": [...head, ...lines].join("\n") };
  return compileErrors(texts).map((error) => {
    const [, line, message = ""] = /^check\.ts:(\d+):\d+ (.*)/.exec(error) ?? [];
    const name = names[Number(line) - head.length - 1];
    return name === undefined ? error : `${name} is not ${pairs[name] ?? ""}: ${message}`;
  });
}

const text = { type: "string" };
const a = { type: "object", required: ["a"], properties: { a: text } };

describe("the component schemas of openapi.ts are the models", () => {
  it.each<[what: string, schemas: JsonObject, openapi?: string]>([
    [
      "options beside properties",
      { A: { ...a, anyOf: [{ required: ["z"], properties: { z: text } }] } },
    ],
    [
      "`required` beside a nullable `allOf`",
      {
        Base: { ...a, required: [], nullable: true },
        A: { type: "object", required: ["a"], allOf: [to("Base")] },
      },
      "3.0.3",
    ],
    [
      "`required` of what an `allOf` inside has",
      { Base: { allOf: [{ allOf: [a] }] }, A: { allOf: [to("Base"), { required: ["a", "b"] }] } },
    ],
    [
      "a dynamic reference",
      {
        A: {
          $id: "https://example.com/a",
          $dynamicAnchor: "node",
          type: "object",
          properties: { next: { $dynamicRef: "#node" } },
        },
      },
    ],
    [
      "types that contain themselves",
      {
        A: { anyOf: [text, { type: "array", items: to("A") }] },
        B: { type: "array", items: to("C") },
        C: { oneOf: [to("B"), { type: "null" }] },
      },
    ],
    [
      "a discriminator",
      {
        A: { oneOf: [to("B"), to("C")], discriminator: { propertyName: "k", mapping: { x: "B" } } },
        B: { type: "object", required: ["k"], properties: { k: { const: "b" } } },
        C: { type: "object", properties: { k: text } },
      },
    ],
    ["references alone", { A: to("B"), B: to("C"), C: a }],
    ["what is never valid, and what always is", { A: false, B: true, C: { not: {} }, D: {} }],
    [
      "names like those in openapi.ts",
      { components: a, paths: text, operations: { enum: ["x", "y"] }, Record: a, unknown: a },
    ],
    [
      "defaults, maps and tuples",
      {
        A: { type: "object", properties: { d: { ...text, default: "" } } },
        B: { type: "object" },
        C: { type: "array", prefixItems: [text], minItems: 2 },
      },
    ],
    [
      "a direction",
      { A: { type: "object", required: ["id"], properties: { id: { ...text, readOnly: true } } } },
    ],
  ])("%s", async (_what, schemas, openapi) => {
    const { texts, models } = await made(schemasOf(schemas, openapi));
    const pairs = models.flatMap(({ name, component }) =>
      component === undefined ? [] : [[`C["schemas"]["${component}"]`, `M.${name}`] as const],
    );
    expect(pairs.length).toBeGreaterThan(0);
    expect(complaints(texts, Object.fromEntries(pairs))).toEqual([]);
    for (const component of Object.keys(schemas)) {
      expect(texts["openapi.ts"]).toMatch(
        new RegExp(`\\b${component}: import\\("\\./models/[\\w-]+\\.js"\\)\\.\\w+[; ]`),
      );
    }
  });
});

const user = {
  type: "object",
  required: ["id", "password"],
  properties: { id: { ...text, readOnly: true }, password: { ...text, writeOnly: true } },
};
const kinds = { enum: ["x", "y"] };

/** An operation in which a schema is in every place that takes one. */
function everywhere(schema: JsonObject): JsonObject {
  return {
    parameters: ["query", "header", "path", "cookie"].map((place) => ({
      name: `in-${place}`,
      in: place,
      required: true,
      schema,
    })),
    requestBody: json(schema),
    responses: { 200: { ...json(schema), headers: { h: { required: true, schema } } } },
  };
}

const places: Readonly<Record<string, "request" | "response">> = {
  'O["op"]["parameters"]["query"]["in-query"]': "request",
  'O["op"]["parameters"]["header"]["in-header"]': "request",
  'O["op"]["parameters"]["path"]["in-path"]': "request",
  'NonNullable<O["op"]["parameters"]["cookie"]>["in-cookie"]': "request",
  'NonNullable<O["op"]["requestBody"]>["content"]["application/json"]': "request",
  'O["op"]["responses"][200]["content"]["application/json"]': "response",
  'O["op"]["responses"][200]["headers"]["h"]': "response",
};

describe("a schema that operations refer to is the model in its direction, or the type of a schema without a model", () => {
  it.each<[what: string, schema: JsonObject, request: string, response?: string]>([
    ["a component", to("A"), "M.A"],
    ["a component with forms", to("User"), "M.UserRequest", "M.UserResponse"],
    ["a list of such", { type: "array", items: to("User") }, "M.UserRequest[]", "M.UserResponse[]"],
    ["a text", text, "string"],
    [
      "a nullable list of an enum",
      { type: ["array", "null"], items: to("Kind") },
      "M.Kind[] | null",
    ],
    ["anything", {}, "unknown"],
  ])("%s", async (_what, schema, request, response = request) => {
    const { texts } = await made(
      documentOf({
        paths: { "/{in-path}": { post: { operationId: "op", ...everywhere(schema) } } },
        components: { schemas: { A: a, User: user, Kind: kinds } },
      }),
    );
    const pairs = Object.entries(places).map(([place, direction]): [string, string] => [
      place,
      direction === "request" ? request : response,
    ]);
    expect(complaints(texts, Object.fromEntries(pairs))).toEqual([]);
  });

  it("also by way of components, where the same schema is sent in both directions", async () => {
    const { texts } = await made(
      documentOf({
        paths: {
          "/a": {
            parameters: [
              to("P", "parameters"),
              { name: "q", in: "query", schema: { type: "integer" } },
            ],
            put: {
              operationId: "op",
              parameters: [{ name: "q", in: "query", required: true, schema: kinds }],
              requestBody: to("B", "requestBodies"),
              responses: { 200: to("R", "responses"), "4XX": to("Alias", "responses") },
            },
          },
        },
        components: {
          schemas: { User: user },
          parameters: { P: { name: "p", in: "header", content: json(to("User")).content ?? {} } },
          requestBodies: { B: { required: true, ...json(to("User")) } },
          headers: { H: { schema: to("User") } },
          responses: {
            R: { ...json(to("User")), headers: { h: to("H", "headers") } },
            Alias: to("R", "responses"),
          },
        },
      }),
    );
    expect(
      complaints(texts, {
        'O["op"]["requestBody"]["content"]["application/json"]': "M.UserRequest",
        'O["op"]["responses"][200]["content"]["application/json"]': "M.UserResponse",
        'O["op"]["responses"]["4XX"]': 'C["responses"]["R"]',
        'O["op"]["responses"][200]["headers"]["h"]': "M.UserResponse | undefined",
        'O["op"]["parameters"]["header"]': "{ p?: M.UserRequest } | undefined",
        'O["op"]["parameters"]["query"]["q"]': "M.OpQ",
        'NonNullable<P["/a"]["parameters"]["query"]>["q"]': "number | undefined",
        'P["/a"]["put"]': 'O["op"]',
      }),
    ).toEqual([]);
  });
});

describe("openapi.ts has the parts of OpenAPI 3.2, and those that openapi-typescript leaves out", () => {
  const rows = json(to("A"));
  const operations = {
    query: {
      operationId: "q",
      responses: {
        200: { description: "", content: { "application/jsonl": { itemSchema: to("A") } } },
      },
    },
    additionalOperations: {
      COPY: {
        operationId: "c",
        responses: {
          200: { description: "", content: { "application/json": to("Page", "mediaTypes") } },
        },
      },
    },
    get: {
      operationId: "g",
      parameters: [{ name: "all", in: "querystring", required: true, content: rows.content ?? {} }],
      responses: {},
      callbacks: {
        event: {
          "{$request.query.url}": { post: { operationId: "e", requestBody: rows, responses: {} } },
        },
        named: to("Named", "callbacks"),
      },
    },
  };
  it("is there", async () => {
    const { texts } = await made(
      documentOf({
        paths: { "/s": operations },
        webhooks: { w: { post: { requestBody: rows, responses: {} } } },
        components: {
          schemas: { A: a },
          mediaTypes: { Page: { schema: { type: "array", items: to("A") } } },
          callbacks: { Named: { x: { put: { responses: { 200: rows } } } } },
        },
      }),
    );
    const body = '["content"]["application/json"]';
    expect(
      complaints(texts, {
        'P["/s"]["query"]["responses"][200]["content"]["application/jsonl"]': "M.A[]",
        'P["/s"]["additionalOperations"]["COPY"]': 'O["c"]',
        [`O["c"]["responses"][200]${body}`]: "M.CResponse",
        'C["mediaTypes"]["Page"]': "M.CResponse",
        'O["g"]["parameters"]["querystring"]': "{ all: M.A }",
        'O["g"]["callbacks"]["event"]["{$request.query.url}"]["post"]': 'O["e"]',
        [`NonNullable<O["e"]["requestBody"]>${body}`]: "M.A",
        [`O["g"]["callbacks"]["named"]["x"]["put"]["responses"][200]${body}`]: "M.A",
        [`NonNullable<W["w"]["post"]["requestBody"]>${body}`]: "M.A",
      }),
    ).toEqual([]);
  });

  it("ends where callbacks without ids lead back to themselves", async () => {
    const { texts } = await made(
      documentOf({
        paths: {
          "/a": { post: { responses: {}, callbacks: { again: { x: { $ref: "#/paths/~1a" } } } } },
        },
        components: { schemas: { A: a } },
      }),
    );
    expect(complaints(texts, { 'P["/a"]["post"]["responses"]': "never" })).toEqual([]);
  });
});

describe("the keys of operations", () => {
  const operation = (operationId: string): JsonObject => ({ get: { operationId, responses: {} } });

  it("are the ids, however they are written", async () => {
    const ids = ["a#b", "a/b", "a~1b", "A", "a", "__proto__", "constructor", "", "1", "a b", "π"];
    const paths = Object.fromEntries(ids.map((id, index) => [`/${index}`, operation(id)]));
    const { texts } = await made(documentOf({ paths, components: { schemas: { A: a } } }));
    const pairs = ids.map((id, index): [string, string] => [
      `P["/${index}"]["get"]`,
      `O[${JSON.stringify(id)}]`,
    ]);
    expect(complaints(texts, Object.fromEntries(pairs))).toEqual([]);
  });

  it("exist once for a path item that several paths refer to", async () => {
    const { texts } = await made(
      documentOf({
        paths: {
          "/a": to("I", "pathItems"),
          "/b": to("I", "pathItems"),
          "/c": { $ref: "#/paths/~1d" },
          "/d": operation("d"),
        },
        components: { schemas: { A: a }, pathItems: { I: operation("i") } },
      }),
    );
    expect(
      complaints(texts, {
        'P["/a"]["get"]': 'O["i"]',
        'P["/b"]': 'C["pathItems"]["I"]',
        'P["/c"]["get"]': 'O["d"]',
        "keyof O": '"i" | "d"',
      }),
    ).toEqual([]);
  });
});

describe("without the models", () => {
  it("openapi.ts declares them itself", async () => {
    const { texts } = await made(
      documentOf({
        paths: { "/a": { get: { operationId: "op", ...everywhere(to("User")) } } },
        components: {
          schemas: {
            User: user,
            List: { type: "array", items: { anyOf: [to("List"), text] } },
            paths: a,
            Kind: kinds,
          },
        },
      }),
      { outputs: ["openapi"] },
    );
    expect(Object.keys(texts)).toEqual(["openapi.ts"]);
    expect(
      complaints(texts, {
        'C["schemas"]["User"]': "M.User",
        'C["schemas"]["List"]': "(M.List | string)[]",
        'C["schemas"]["Kind"]': '"x" | "y"',
        'C["schemas"]["paths"]["a"]': "string",
        'keyof O["op"]["responses"][200]["content"]["application/json"]': '"id"',
      }),
    ).toEqual([]);
  });

  it("of some schemas, because `roots` names others, these are unknown where they lead to none", async () => {
    const { texts } = await made(
      documentOf({
        paths: {
          "/a": {
            get: {
              operationId: "op",
              responses: {
                200: json(to("B")),
                201: json(to("A")),
                202: json(text),
                203: json({
                  type: "object",
                  required: ["a", "b"],
                  properties: { a: to("A"), b: { type: "string", writeOnly: true } },
                }),
              },
            },
          },
        },
        components: { schemas: { A: a, B: { type: "object", properties: { c: to("C") } }, C: a } },
      }),
      { roots: ["A"] },
    );
    const body = (status: number): string =>
      `O["op"]["responses"][${status}]["content"]["application/json"]`;
    expect(
      complaints(texts, {
        [body(200)]: "unknown",
        [body(201)]: "M.A",
        [body(202)]: "string",
        [body(203)]: "{ a: M.A }",
        'C["schemas"]["B"]': "unknown",
        'C["schemas"]["C"]["a"]': "string",
      }),
    ).toEqual([]);
  });
});
