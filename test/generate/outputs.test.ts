import { describe, expect, it } from "vitest";
import { generate, type Output } from "../../generator/index.js";
import { compileErrors } from "./compile.js";
import { documentOf, generateSchemas } from "./package.js";

const schemas = {
  A: { type: "object", properties: { b: { $ref: "#/components/schemas/B" } } },
  B: { type: "string", enum: ["x", "y"] },
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

  it("mentions in the manifest and the README only what there is", async () => {
    const { texts } = await generateSchemas(schemas, { outputs: ["models", "package"] });
    expect(texts["package.json"]).not.toMatch(/guards|json-schema|openapi/);
    expect(texts["README.md"]).not.toMatch(/\bguards?\b|\bisA\b|validate|parse|JSON Schema/i);
  });
});
