import { describe, expect, it } from "vitest";
import { generate, type Output } from "../../generator/index.js";
import { compileErrors } from "./compile.js";
import { documentOf, generatePackage, generateSchemas } from "./package.js";

const schemas = {
  A: { type: "object", properties: { b: { $ref: "#/components/schemas/B" } } },
  B: { type: "string", enum: ["x", "y"] },
};

const document = {
  openapi: "3.1.0",
  info: { title: "Test", version: "1.0.0" },
  components: { schemas },
};

/** An operation that responds with JSON. */
const operation = {
  "/a": {
    get: {
      responses: {
        200: {
          description: "An A.",
          content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } },
        },
      },
    },
  },
};

/** The files of each output, with the runtime as one. */
const files: Readonly<Record<Output, readonly string[]>> = {
  models: ["src/models/a.ts", "src/models/b.ts"],
  guards: ["src/guards/a.ts", "src/guards/b.ts", "src/runtime"],
  "json-schema": ["src/json-schema/a.ts", "src/json-schema/b.ts", "src/runtime"],
  openapi: ["src/openapi.ts"],
  package: ["README.md", "package.json", "tsconfig.json"],
};

describe("`outputs` in the config", () => {
  it.each<[readonly Output[], readonly string[]]>([
    [["models"], [...files.models, "src/index.ts"]],
    [
      ["models", "guards"],
      [...files.models, ...files.guards, "src/index.ts"],
    ],
    [
      ["models", "package"],
      [...files.models, ...files.package, "src/index.ts"],
    ],
    [
      ["models", "openapi"],
      [...files.models, ...files.openapi, "src/index.ts"],
    ],
    [["openapi"], files.openapi],
    [["json-schema"], files["json-schema"]],
    [
      ["models", "guards", "json-schema", "openapi", "package"],
      [...Object.values(files).flat(), "src/index.ts"],
    ],
  ])("as %j writes these files, which compile", async (outputs, wanted) => {
    const { texts } = await generateSchemas(schemas, { outputs });
    const paths = Object.keys(texts).map((path) => path.replace(/^(src\/runtime)\/.*/, "$1"));
    expect([...new Set(paths)].toSorted()).toEqual([...new Set(wanted)].toSorted());
    expect(compileErrors(texts)).toEqual([]);
  });

  it("as guards without models are an error, because guards import the models", async () => {
    const spec = { text: documentOf(schemas) };
    const result = await generate({ spec, config: { outputs: ["guards"] } });
    expect(result.diagnostics).toMatchObject([{ severity: "error", code: "invalid-config" }]);
    expect(result.files).toEqual([]);
  });

  it("writes the same text of a file, whatever stands beside it", async () => {
    const { texts: all } = await generateSchemas(schemas);
    const { texts: some } = await generateSchemas(schemas, { outputs: ["models"] });
    for (const path of files.models) expect(some[path]).toBe(all[path]);
  });

  it.each<[string, readonly Output[], object]>([
    ["there are no operations", ["models", "guards", "openapi", "package"], {}],
    [
      "none responds with JSON",
      ["models", "guards", "openapi", "package"],
      { "/a": { get: { responses: { 200: { description: "", content: { "text/plain": {} } } } } } },
    ],
    ["there are no guards", ["models", "openapi", "package"], operation],
    ["there are no types of operations", ["models", "guards", "package"], operation],
  ])("has no middleware where %s", async (_what, outputs, paths) => {
    const text = JSON.stringify({ ...document, paths });
    const { texts } = await generatePackage(text, { outputs });
    expect(Object.keys(texts)).not.toContain("src/openapi-fetch.ts");
    expect(Object.keys(texts)).not.toContain("src/runtime/openapi-fetch.ts");
    expect(texts["package.json"]).not.toContain("openapi-fetch");
    expect(texts["README.md"]).not.toContain("openapi-fetch");
  });

  it("has a middleware where some operation responds with JSON", async () => {
    const outputs = ["models", "guards", "openapi", "package"] as const;
    const text = JSON.stringify({ ...document, paths: operation });
    const { texts } = await generatePackage(text, { outputs });
    expect(compileErrors(texts)).toEqual([]);
    expect(texts["src/openapi-fetch.ts"]).toContain(
      'GET: { "200": { "application/json": ASchema } }',
    );
    expect(texts["package.json"]).toContain("openapi-fetch");
    expect(texts["README.md"]).toContain("openapi-fetch");
  });

  it("mentions in the manifest and the README only what there is", async () => {
    const { texts } = await generateSchemas(schemas, { outputs: ["models", "package"] });
    expect(texts["package.json"]).not.toMatch(/guards|json-schema|openapi/);
    expect(texts["README.md"]).not.toMatch(/\bguards?\b|\bisA\b|validate|parse|JSON Schema/i);
  });
});
