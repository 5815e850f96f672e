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

/** The modules of each output, with the runtime as one; with a package, they are in `src`. */
const modules: Readonly<Record<Exclude<Output, "package">, readonly string[]>> = {
  models: ["models/a", "models/b", "index"],
  guards: ["guards/a", "guards/b", "runtime"],
  "json-schema": ["json-schema/a", "json-schema/b", "runtime"],
  openapi: ["openapi"],
  operations: [
    "operations/get-a",
    "operations/index",
    "client",
    "server",
    "server-node",
    "runtime",
  ],
  arbitraries: ["arbitraries/a", "arbitraries/b"],
  fixtures: ["fixtures/a", "fixtures/b"],
};

const allOutputs = ["models", "guards", "json-schema", "openapi", "package"] as const;

/** The paths of files, with those of the runtime as one. */
function pathsIn(texts: Readonly<Record<string, string>>): readonly string[] {
  const paths = Object.keys(texts).map((path) => path.replace(/(^|\/)runtime\/.*/, "$1runtime"));
  return [...new Set(paths)].toSorted();
}

/** The same paths, for modules with an extension. */
function filesOf(
  outputs: readonly Output[],
  extensions: readonly string[],
  folder = "",
): readonly string[] {
  const names = outputs.flatMap((output) => (output === "package" ? [] : modules[output]));
  const files = names.flatMap((name) =>
    name === "runtime" ? [name] : extensions.map((extension) => `${name}${extension}`),
  );
  return [...new Set(files)].map((file) => folder + file);
}

describe("`outputs` in the config", () => {
  it.each<[readonly Output[]]>([
    [["models"]],
    [["models", "guards"]],
    [["models", "openapi"]],
    [["openapi"]],
    [["json-schema"]],
    [["models", "fixtures"]],
    [["models", "guards", "json-schema", "openapi"]],
  ])("as %j writes modules into the output folder itself, which compile", async (outputs) => {
    const { texts } = await generateSchemas(schemas, { outputs });
    expect(pathsIn(texts)).toEqual(filesOf(outputs, [".ts"]).toSorted());
    expect(compileErrors(texts)).toEqual([]);
  });

  it.each<[readonly Output[]]>([[["models", "package"]], [allOutputs]])(
    "as %j writes a package around them, which compiles",
    async (outputs) => {
      const { texts } = await generateSchemas(schemas, { outputs });
      const around = ["README.md", "package.json", "tsconfig.json"];
      expect(pathsIn(texts)).toEqual([...around, ...filesOf(outputs, [".ts"], "src/")].toSorted());
      expect(compileErrors(texts)).toEqual([]);
    },
  );

  it("with operations writes modules that compile with the types of the web", async () => {
    const outputs = ["models", "guards", "operations", "package"] as const;
    const text = JSON.stringify({ ...document, paths: operation });
    const { texts } = await generatePackage(text, { outputs });
    const around = ["README.md", "package.json", "tsconfig.json"];
    expect(pathsIn(texts)).toEqual([...around, ...filesOf(outputs, [".ts"], "src/")].toSorted());
    const web = ["es2020", "dom", "dom.iterable", "dom.asynciterable"];
    expect(compileErrors(texts, { lib: web.map((name) => `lib.${name}.d.ts`) })).toEqual([]);
  });

  it.each<[readonly Output[], string, readonly string[]]>([
    [["models"], "", []],
    [["json-schema", "openapi"], "", []],
    [allOutputs, "dist/", ["README.md", "package.json"]],
  ])("as %j with the target `js` writes JavaScript", async (outputs, folder, around) => {
    const { texts } = await generateSchemas(schemas, { outputs, target: "js" });
    const files = filesOf(outputs, [".js", ".d.ts"], folder);
    expect(pathsIn(texts)).toEqual([...around, ...files].toSorted());
    expect(compileErrors(texts)).toEqual([]);
  });

  it("as guards without models are an error, because guards import the models", async () => {
    const spec = { text: documentOf(schemas) };
    const result = await generate({ spec, config: { outputs: ["guards"] } });
    expect(result.diagnostics).toMatchObject([{ severity: "error", code: "invalid-config" }]);
    expect(result.files).toEqual([]);
  });

  it("writes the same text of a file, whatever is beside it", async () => {
    const { texts: all } = await generateSchemas(schemas);
    const { texts: some } = await generateSchemas(schemas, { outputs: ["models"] });
    const paths = ["models/a.ts", "models/b.ts"];
    // The hash in the mark is one of the path, too.
    const textOf = (text = ""): string => text.replace(/ \([0-9a-f]{10}\)/, "");
    expect(paths.map((path) => textOf(some[path]))).toEqual(
      paths.map((path) => textOf(all[`src/${path}`])),
    );
    expect(some["models/a.ts"]).toContain("b?: B");
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
