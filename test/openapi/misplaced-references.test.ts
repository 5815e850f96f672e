import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generate, type GenerateResult, type Config } from "../../generator/index.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

/** Generates models from files, of which `openapi.yaml` is the first. */
async function generated(
  files: Readonly<Record<string, string>>,
  config: Partial<Config> = {},
): Promise<GenerateResult> {
  const folder = await temporaryFolder();
  await put(folder, files);
  const outputs = ["models"] as const;
  return generate({ spec: join(folder, "openapi.yaml"), config: { outputs, ...config } });
}

/** The models and their components, and what was said, as `code at pointer`. */
function factsOf({ models, diagnostics }: GenerateResult) {
  return {
    models: models.map(({ name }) => name),
    said: diagnostics.map(({ code, place }) => `${code} ${place?.pointer ?? ""}`),
  };
}

/** A document of version 3.1; the rest of it is in lines without indentation. */
function documentOf(...lines: readonly string[]): string {
  return ["openapi: 3.1.0", 'info: { title: T, version: "1" }', ...lines, ""].join("\n");
}

const library = `
A: { type: object, properties: { b: { $ref: "#/B" }, inner: { type: object, properties: { x: true } } } }
B: { type: string, enum: [p, q] }
`;

describe("components are those that a reference in place of their map leads to", () => {
  it.each<
    [what: string, files: Readonly<Record<string, string>>, models: string[], said: string[]]
  >([
    [
      "for all of them",
      {
        "openapi.yaml": documentOf("components: { schemas: { $ref: lib.yaml } }"),
        "lib.yaml": library,
      },
      ["A", "AInner", "B"],
      ["misplaced-reference /components/schemas/$ref"],
    ],
    [
      "with others beside it, which win",
      {
        "openapi.yaml": documentOf(
          "components:",
          "  schemas: { $ref: lib.yaml, B: { type: number }, C: { $ref: '#/components/schemas/A' } }",
        ),
        "lib.yaml": "A: { type: string }\nB: { type: string }\n",
      },
      ["A", "B", "C"],
      ["misplaced-reference /components/schemas/$ref"],
    ],
    [
      "for the Components Object",
      {
        "openapi.yaml": documentOf("components: { $ref: lib.yaml }"),
        "lib.yaml": "schemas: { A: { type: string } }\n",
      },
      ["A"],
      ["misplaced-reference /components/$ref"],
    ],
    [
      "over several files",
      {
        "openapi.yaml": documentOf("components: { schemas: { $ref: one.yaml } }"),
        "one.yaml": "$ref: lib/two.yaml#/all\n",
        "lib/two.yaml":
          "all: { A: { type: string }, B: { $ref: '../openapi.yaml#/components/schemas/A' } }\n",
      },
      ["A", "B"],
      ["misplaced-reference /components/schemas/$ref"],
    ],
  ])("%s", async (_what, files, models, said) => {
    expect(factsOf(await generated(files))).toEqual({ models, said });
  });

  const files = {
    "openapi.yaml": documentOf("components: { schemas: { $ref: lib.yaml } }"),
    "lib.yaml": library,
  };

  it("so that `roots`, `names` and policies find them", async () => {
    const { models } = await generated(files, { roots: ["B"] });
    expect(models.map(({ name }) => name)).toEqual(["B"]);
    const renamed = await generated(files, { names: { "#/components/schemas/A": "Renamed" } });
    expect(renamed.models.map(({ name }) => name)).toContain("Renamed");
    for (const name of ["B", "#/components/schemas/B"]) {
      const policies = { models: { [name]: { enums: "open" as const } } };
      const { diagnostics, files: modules } = await generated(files, { policies });
      expect(diagnostics.map(({ code }) => code)).toEqual(["misplaced-reference"]);
      expect(modules.find(({ path }) => path === "models/b.ts")?.text).toContain("string");
    }
  });

  it("wherever the files lie", async () => {
    const outputs = ["models", "guards", "json-schema"] as const;
    const [one, other] = [await generated(files, { outputs }), await generated(files, { outputs })];
    expect(one.files).toEqual(other.files);
    expect(one.files).not.toEqual([]);
  });
});

describe("a reference is followed in place of any map or list, with a warning", () => {
  const target = "type: object, properties: { z: { type: string } }";
  const body = `content: { application/json: { schema: { ${target} } } }`;
  const response = `{ description: x, ${body} }`;

  it.each<[place: string, lines: readonly string[], other: string, models: readonly string[]]>([
    [
      "/paths",
      ["paths: { $ref: other.yaml }"],
      `/a: { get: { responses: { "200": ${response} } } }`,
      ["GetAResponse"],
    ],
    [
      "/paths",
      ["paths:", "  $ref: other.yaml", `  /b: { get: { responses: { "200": ${response} } } }`],
      `/a: { get: { responses: { "200": ${response} } } }`,
      ["GetAResponse", "GetBResponse"],
    ],
    [
      "/webhooks",
      ["webhooks: { $ref: other.yaml }"],
      `hook: { post: { requestBody: { ${body} } } }`,
      ["PostHookRequest"],
    ],
    [
      "/paths/~1a/get",
      ["paths: { /a: { get: { $ref: other.yaml } } }"],
      `responses: { "200": ${response} }`,
      ["GetAResponse"],
    ],
    [
      "/paths/~1a/get/responses",
      ["paths: { /a: { get: { responses: { $ref: other.yaml } } } }"],
      `"200": ${response}`,
      ["GetAResponse"],
    ],
    [
      "/paths/~1a/get/responses/200/content",
      ["paths: { /a: { get: { responses: { 200: { content: { $ref: other.yaml } } } } } }"],
      `application/json: { schema: { ${target} } }`,
      ["GetAResponse"],
    ],
    [
      "/paths/~1a/get/responses/200/headers",
      ["paths: { /a: { get: { responses: { 200: { headers: { $ref: other.yaml } } } } } }"],
      `X-Id: { schema: { ${target} } }`,
      ["GetAResponseXId"],
    ],
    [
      "/paths/~1a/get/parameters",
      ["paths: { /a: { get: { parameters: { $ref: other.yaml } } } }"],
      `- { name: q, in: query, schema: { ${target} } }`,
      ["GetAQ"],
    ],
    [
      "/paths/~1a/get/callbacks",
      ["paths: { /a: { get: { callbacks: { $ref: other.yaml } } } }"],
      `done: { "{$url}": { post: { requestBody: { ${body} } } } }`,
      ["GetADoneRequest"],
    ],
    [
      "/components/responses",
      [
        "paths: { /a: { get: { responses: { 200: { $ref: '#/components/responses/Ok' } } } } }",
        "components: { responses: { $ref: other.yaml } }",
      ],
      `Ok: ${response}`,
      ["OkResponse"],
    ],
    [
      "/components/parameters",
      [
        "paths: { /a: { get: { parameters: [{ $ref: '#/components/parameters/P' }] } } }",
        "components: { parameters: { $ref: other.yaml } }",
      ],
      `P: { name: q, in: query, schema: { ${target} } }`,
      ["P"],
    ],
  ])("%s", async (place, lines, other, models) => {
    const files = { "openapi.yaml": documentOf(...lines), "other.yaml": `${other}\n` };
    const said = [`misplaced-reference ${place}/$ref`];
    expect(factsOf(await generated(files))).toEqual({ models, said });
  });

  it.each<[keyword: string, other: string, type: string]>([
    ["properties", "{ b: { type: string } }", "b?: string;"],
    ["patternProperties", "{ ^b: { type: string } }", "[key: string]: unknown;"],
    ["dependentSchemas", "{ b: { required: [c] } }", "unknown"],
    ["$defs", "{ b: { type: string } }", "unknown"],
  ])("/components/schemas/A/%s", async (keyword, other, type) => {
    const result = await generated({
      "openapi.yaml": documentOf(
        `components: { schemas: { A: { type: object, ${keyword}: { $ref: other.yaml } } } }`,
      ),
      "other.yaml": `${other}\n`,
    });
    expect(factsOf(result).said).toEqual([
      `misplaced-reference /components/schemas/A/${keyword}/$ref`,
    ]);
    expect(result.files[0]?.text).toContain(type);
  });

  it("is said once of each kind of object", async () => {
    const operations = ["get", "put", "post"].map((name) => `${name}: { $ref: other.yaml }`);
    const { diagnostics } = await generated({
      "openapi.yaml": documentOf(
        `paths: { /a: { ${operations.join()}, parameters: { $ref: "#/x-none" } } }`,
        "x-none: []",
        "components: { schemas: { A: { type: string } } }",
      ),
      "other.yaml": "responses: {}\n",
    });
    expect(diagnostics.map(({ message, related }) => [message, related?.length])).toEqual([
      ["`get` cannot be a reference, only its members can; there are 2 more like it", 2],
      ["`parameters` cannot be a reference, only its members can", 0],
    ]);
  });

  it("but what is called `$ref` is a property", async () => {
    const schema = "{ type: object, properties: { $ref: { type: string } } }";
    const result = await generated({
      "openapi.yaml": documentOf(`components: { schemas: { A: ${schema} } }`),
    });
    expect(factsOf(result).said).toEqual([]);
    expect(result.files[0]?.text).toContain("$ref?: string;");
  });
});

it.each(["components: { schemas: { $ref: nowhere.yaml } }", "paths: { $ref: nowhere.yaml }"])(
  "a reference that leads nowhere is an error: %s",
  async (line) => {
    const { files, diagnostics } = await generated({ "openapi.yaml": documentOf(line) });
    expect(diagnostics[0]).toMatchObject({ severity: "error", code: "file-not-found" });
    expect(files).toEqual([]);
  },
);

it.each([
  "{ $ref: '#/components/schemas' }",
  "{ $ref: '#/components/schemas/x' }",
  "{ $ref: '#/components/schemas/A', A: { $ref: '#/components/schemas/B' } }",
])("a reference that leads to itself ends: %s", async (schemas) => {
  const { diagnostics } = await generated({
    "openapi.yaml": documentOf(`components: { schemas: ${schemas} }`),
  });
  expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
});
