import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../cli/run.js";
import { compile, compilers } from "../consumer/compilers.js";
import { runNode } from "../consumer/processes.js";
import { put, snapshot, temporaryFolder } from "../write/temporary-folder.js";

const document = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    get:
      responses:
        200:
          description: A pet.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: { type: string, pattern: "^[A-Z]" }
        status: { enum: [here, gone] }
        mother: { $ref: "#/components/schemas/Pet" }
`;

const modules = ["models", "guards", "json-schema", "openapi"];

/** A project with a document and a config, in which nothing was generated yet. */
async function project(
  settings: object,
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const cwd = await temporaryFolder();
  await put(cwd, {
    "openapi.yaml": document,
    "guardsmith.config.json": JSON.stringify({
      spec: "openapi.yaml",
      out: "src/api",
      outputs: modules,
      ...settings,
    }),
    ...files,
  });
  return cwd;
}

async function generate(cwd: string, ...args: readonly string[]): Promise<void> {
  const { code, stderr } = await run(["generate", ...args], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
}

const use = (extension: string, types: boolean): string => `
import { isPet, PetSchema, petStatusValues${types ? ", type Pet" : ""} } from "./api/index${extension}";
import { PetJsonSchema } from "./api/json-schema/pet${extension}";
${types ? `import type { paths } from "./api/openapi${extension}";` : ""}
const pet${types ? ": Pet" : ""} = { name: "Rex", status: petStatusValues[0] };
${types ? 'export type Path = keyof paths & "/pets";' : ""}
console.log(isPet(pet), PetSchema.validate({}).issues?.length, typeof PetJsonSchema);
`;
const printed = "true 1 object\n";

describe("JavaScript", () => {
  it.each([
    ["an ES module package", { "package.json": '{ "type": "module" }' }],
    ["a CommonJS package", { "package.json": '{ "type": "commonjs" }' }],
    ["a package that does not say", { "package.json": "{}" }],
    ["no package", {}],
  ])("runs as it was generated, in %s", async (_what, files) => {
    const cwd = await project({ target: "js" }, files);
    await put(cwd, { "src/main.mjs": use(".js", false) });
    await generate(cwd);
    expect(await runNode(cwd, ["src/main.mjs"])).toEqual({ code: 0, output: printed });
    const all = Object.keys(await snapshot(join(cwd, "src/api")));
    expect(all).toContain("openapi.d.ts");
    expect(all).toContain("runtime/values.d.ts");
    const isMarked = !JSON.stringify(files).includes("module");
    expect(all.filter((path) => !/\.js$|\.d\.ts$/.test(path))).toEqual(
      isMarked ? [".guardsmith.json", "package.json"] : [".guardsmith.json"],
    );
    await generate(cwd, "--check");
  });

  it("is a package that needs no build", async () => {
    const outputs = [...modules, "package"];
    const cwd = await project({ target: "js", outputs, out: "node_modules/api-types" });
    await put(cwd, { "main.mjs": use("", false).replaceAll("./api/index", "api-types") });
    await put(cwd, {
      "main.mjs": use("", false)
        .replaceAll("./api/index", "api-types")
        .replaceAll("./api", "api-types"),
    });
    await generate(cwd);
    expect(await runNode(cwd, ["main.mjs"])).toEqual({ code: 0, output: printed });
    const all = Object.keys(await snapshot(join(cwd, "node_modules/api-types")));
    expect(all).not.toContain("tsconfig.json");
    const text = await readFile(join(cwd, "node_modules/api-types/package.json"), "utf8");
    expect(text).not.toMatch(/scripts|devDependencies|"src"/);
  });
});

describe.each(compilers)("a project that is compiled with %s", (compiler) => {
  const isOld = compiler === "typescript";
  const esm = { "package.json": '{ "type": "module" }' };
  const base = { strict: true, target: "es2017", lib: ["es2020"], types: [], noEmit: true };

  it.each<[what: string, options: object, files: Readonly<Record<string, string>>, end: string]>([
    ["a bundler", { module: "esnext", moduleResolution: "bundler" }, {}, ""],
    ["ES modules of Node.js", { module: "nodenext" }, esm, ".js"],
    ["CommonJS of Node.js", { module: "nodenext" }, {}, ""],
    [
      "extensions of TypeScript",
      { module: "esnext", moduleResolution: "bundler", allowImportingTsExtensions: true },
      {},
      ".ts",
    ],
    ...(isOld
      ? ([["node10", { module: "commonjs", moduleResolution: "node10" }, {}, ""]] as const)
      : []),
  ])("for %s resolves TypeScript and JavaScript", async (_what, options, files, end) => {
    const tsconfig = { compilerOptions: { ...base, ...options }, include: ["src"] };
    const cwd = await project({}, { "tsconfig.json": JSON.stringify(tsconfig), ...files });
    await put(cwd, {
      "src/main.ts": `declare const console: { log(...all: unknown[]): void };${use(end, true)}`,
    });
    await generate(cwd);
    expect(await readFile(join(cwd, "src/api/guards/pet.ts"), "utf8")).toContain(
      `from "../models/pet${end}";`,
    );
    const compiled = () => compile(compiler, cwd, ["--project", "tsconfig.json"]);
    expect(await compiled()).toEqual({ code: 0, output: "" });
    if (end === ".ts" || (files !== esm && "module" in options && options.module === "nodenext"))
      return;
    await generate(cwd, "--target", "js");
    expect(await compiled()).toEqual({ code: 0, output: "" });
  });
});

describe("the output folder", () => {
  it("holds nothing of another way to land in it", async () => {
    const cwd = await project({});
    const own = async (): Promise<Record<string, string>> => snapshot(join(cwd, "src/api"));
    await put(cwd, { "src/api/mine.ts": "export {};\n" });
    const configs = [
      { outputs: [...modules, "package"] },
      {},
      { target: "js" },
      { outputs: [...modules, "package"], target: "js" },
      { header: "Ours." },
    ].map((settings) =>
      JSON.stringify({ spec: "openapi.yaml", out: "src/api", outputs: modules, ...settings }),
    );
    for (const config of [...configs, ...configs.toReversed()]) {
      await put(cwd, { "guardsmith.config.json": config });
      await generate(cwd);
      const found = await own();
      expect(found["mine.ts"]).toBe("export {};\n");
      await generate(cwd, "--out", "fresh");
      const fresh = await snapshot(join(cwd, "fresh"));
      expect(Object.keys(found).filter((path) => path !== "mine.ts")).toEqual(Object.keys(fresh));
      await generate(cwd, "--check");
    }
  }, 60_000);

  it("begins each module with the header that the config has", async () => {
    for (const target of ["ts", "js"]) {
      const cwd = await project({ header: "Ours.\n/* eslint-disable */", target });
      await generate(cwd);
      for (const [path, text] of Object.entries(await snapshot(join(cwd, "src/api")))) {
        if (!/\.[jt]s$/.test(path)) continue;
        expect(text, path).toMatch(/^\/\/ Ours\.\n\/\* eslint-disable \*\/\n\n/);
      }
    }
  });
});
