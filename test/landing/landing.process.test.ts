import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../support/run-command.js";
import { compile, compilers } from "../consumer/compilers.js";
import { runNode } from "../consumer/processes.js";
import { Project } from "../incremental/project.js";

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

type Files = Readonly<Record<string, string>>;

/** A config of flat TypeScript, but for the settings. */
function configOf(settings: object): Files {
  const config = { spec: "openapi.yaml", outputs: modules, ...settings };
  return { "guardsmith.config.json": JSON.stringify(config) };
}

/** Generates into a folder of a project, which is then up to date. */
async function generate(project: Project, out: string, settings: object): Promise<void> {
  await project.put(configOf(settings));
  expect(await project.generate({ out })).toMatchObject({ code: 0, stderr: "" });
  expect(await project.generate({ out, check: true })).toMatchObject({ code: 0, worked: false });
}

/** A program that uses the modules in a folder. */
function programOf(folder: string, index: string, end: string): string {
  return `
import { isPet, PetSchema, petStatusValues } from "${index}";
import { PetJsonSchema } from "${folder}/json-schema/pet${end}";
const pet = { name: "Rex", status: petStatusValues[0] };
console.log(isPet(pet), PetSchema.validate({}).issues?.length, typeof PetJsonSchema);
`;
}

/** The same in TypeScript, with what there is of types. */
function typedProgramOf(folder: string, end: string): string {
  return `declare const console: { log(...all: unknown[]): void };
import type { Pet } from "${folder}/index${end}";
import type { paths } from "${folder}/openapi${end}";
${programOf(folder, `${folder}/index${end}`, end)}
export const path: keyof paths = "/pets";
export const nameOf = (value: Pet): string => value.name;
`;
}

const printed = "true 1 object\n";

describe("JavaScript", () => {
  it.each<[what: string, files: Files, isMarked: boolean]>([
    ["an ES module package", { "package.json": '{ "type": "module" }' }, false],
    ["a CommonJS package", { "package.json": '{ "type": "commonjs" }' }, true],
    ["a package that does not say", { "package.json": "{}" }, true],
    ["no package", {}, true],
  ])("runs as it was generated, in %s", async (_what, files, isMarked) => {
    const project = await Project.with({ "openapi.yaml": document, ...files });
    await generate(project, "api", { target: "js" });
    await project.put({ "main.mjs": programOf("./api", "./api/index.js", ".js") });
    expect(await runNode(project.folder, ["main.mjs"])).toEqual({ code: 0, output: printed });
    const all = Object.keys(await project.output("api"));
    expect(all).toEqual(expect.arrayContaining(["openapi.d.ts", "runtime/values.d.ts"]));
    expect(all.filter((path) => !/\.js$|\.d\.ts$/.test(path))).toEqual(
      isMarked ? [".guardsmith-files", "package.json"] : [".guardsmith-files"],
    );
  });

  it("is a package that needs no build", async () => {
    const project = await Project.with({ "openapi.yaml": document });
    const folder = "node_modules/api-types";
    await generate(project, folder, { target: "js", outputs: [...modules, "package"] });
    await project.put({ "main.mjs": programOf("api-types", "api-types", "") });
    expect(await runNode(project.folder, ["main.mjs"])).toEqual({ code: 0, output: printed });
    const files = await project.output(folder);
    expect(Object.keys(files)).not.toContain("tsconfig.json");
    expect(files["package.json"]).not.toMatch(/scripts|devDependencies|"src"/);
  });

  it("can also be chosen on the command line", async () => {
    const { folder } = await Project.with({ "openapi.yaml": document, ...configOf({}) });
    const args = ["generate", "--out", "api", "--target", "js", "--import-extension", "js"];
    expect(await runCommand(args, { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
    expect(await readFile(join(folder, "api/index.js"), "utf8")).toContain("./guards/pet.js");
  });
});

describe.each(compilers)("a project that is compiled with %s", (compiler) => {
  const esm = { "package.json": '{ "type": "module" }' };
  const base = { strict: true, target: "es2017", lib: ["es2020"], types: [], noEmit: true };

  type Row = readonly [what: string, options: object, files: Files, end: string];
  const node10: Row = ["node10", { module: "commonjs", moduleResolution: "node10" }, {}, ""];

  it.each<Row>([
    ["a bundler", { module: "esnext", moduleResolution: "bundler" }, {}, ""],
    ["ES modules of Node.js", { module: "nodenext" }, esm, ".js"],
    ["CommonJS of Node.js", { module: "nodenext" }, {}, ""],
    [
      "extensions of TypeScript",
      { module: "esnext", moduleResolution: "bundler", allowImportingTsExtensions: true },
      {},
      ".ts",
    ],
    // TypeScript 6 warns of it, and 7 has it no more.
    ...(compiler === "typescript" ? [node10] : []),
  ])("for %s resolves TypeScript and JavaScript", async (_what, options, files, end) => {
    const tsconfig = { compilerOptions: { ...base, ...options }, include: ["src"] };
    const project = await Project.with({
      "openapi.yaml": document,
      "tsconfig.json": JSON.stringify(tsconfig),
      "src/main.ts": typedProgramOf("./ts", end),
      "src/js.ts": typedProgramOf("./js", ".js"),
      ...files,
    });
    await generate(project, "src/ts", {});
    await generate(project, "src/js", { target: "js" });
    expect((await project.output("src/ts"))["guards/pet.ts"]).toContain(
      `from "../models/pet${end}";`,
    );
    expect(await compile(compiler, project.folder, ["--project", "tsconfig.json"])).toEqual({
      code: 0,
      output: "",
    });
  });
});

describe("the output folder", () => {
  it("holds nothing of another way to land in it", async () => {
    const ways = [
      { outputs: [...modules, "package"] },
      {},
      { target: "js" },
      { outputs: [...modules, "package"], target: "js" },
      { header: "Ours." },
    ];
    const project = await Project.with({ "openapi.yaml": document, "out/mine.ts": "" });
    for (const settings of [...ways, ...ways.toReversed()]) {
      await generate(project, "out", settings);
      const { "mine.ts": mine, ...own } = await project.output("out");
      expect(mine).toBe("");
      expect(own).toEqual(await project.fresh());
    }
  });

  it.each(["ts", "js"])("begins each module with the header of the config: %s", async (target) => {
    const project = await Project.with({ "openapi.yaml": document });
    await generate(project, "out", { header: "Ours.\n/* eslint-disable */", target });
    for (const [path, text] of Object.entries(await project.output())) {
      if (!/\.[jt]s$/.test(path)) continue;
      expect(text, path).toMatch(
        /^\/\/ Ours\.\n\/\* eslint-disable \*\/\n\/\/ Generated by Guardsmith \(\w+\)\. Do not edit\.\n\n/,
      );
    }
  });
});
