import { describe, expect, it } from "vitest";
import { put, snapshot, temporaryFolder } from "../write/temporary-folder.js";
import type { Finished } from "../support/finished.js";
import { runCommand } from "../support/run-command.js";

const document = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths: {}
components: { schemas: { Pet: { type: object } } }
`;

const schema = "https://unpkg.com/guardsmith/config.schema.json";
const settings = { outputs: ["models", "guards", "openapi"] };
const manifest = '{\r\n\t"name": "app",\r\n\t"scripts": {\r\n\t\t"a": "b"\r\n\t}\r\n}\r\n';
const installed = '{ "devDependencies": { "guardsmith": "^0.1.0" } }';

async function init(
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Finished & { readonly cwd: string; readonly made: Readonly<Record<string, string>> }> {
  const cwd = await temporaryFolder();
  await put(cwd, files);
  const finished = await runCommand(["init", ...args], { cwd });
  return { ...finished, cwd, made: await snapshot(cwd) };
}

describe("guardsmith init", () => {
  it.each<[what: string, files: Record<string, string>, config: object | string, made: string]>([
    [
      "a folder without a project",
      { "openapi.yaml": document },
      { $schema: schema, spec: "openapi.yaml", out: "generated" },
      "generated/src/index.ts",
    ],
    [
      "a project in TypeScript",
      {
        "api/shop.openapi.yml": document,
        "package.json": manifest,
        "tsconfig.json": "{}",
        "src/a": "",
      },
      { $schema: schema, spec: "api/shop.openapi.yml", out: "src/generated", ...settings },
      "src/generated/index.ts",
    ],
    [
      "a project in JavaScript",
      { "docs/swagger.yaml": document, "package.json": "{}" },
      { $schema: schema, spec: "docs/swagger.yaml", out: "generated", ...settings, target: "js" },
      "generated/index.js",
    ],
    [
      "a project that has Guardsmith",
      {
        "openapi.yaml": document,
        "package.json": installed,
        "tsconfig.json": "{}",
        "node_modules/guardsmith/package.json": "{}",
      },
      `import { defineConfig } from "guardsmith";

export default defineConfig({
  spec: "openapi.yaml",
  out: "generated",
  outputs: ["models", "guards", "openapi"],
});
`,
      "generated/index.ts",
    ],
  ])("sets up %s", async (_, files, config, made) => {
    const result = await init(files);
    expect([result.code, result.stderr]).toEqual([0, ""]);
    const name = typeof config === "string" ? "guardsmith.config.ts" : "guardsmith.config.json";
    const text = result.made[name] ?? "";
    expect(typeof config === "string" ? text : JSON.parse(text)).toEqual(config);
    expect(Object.keys(result.made)).toContain(made);
    expect(result.stdout).toContain("Next:\n");
  });

  it("changes nothing when it is run again", async () => {
    const { cwd, made } = await init({ "openapi.yaml": document, "package.json": manifest });
    const again = await runCommand(["init"], { cwd });
    expect([again.code, again.stdout]).toEqual([0, expect.stringMatching(/^kept .+: it exists\n/)]);
    expect(await snapshot(cwd)).toEqual(made);
  });

  it.each<[manifest: string, want: string]>([
    [
      '{"name": "a"}',
      '{\n  "name": "a",\n  "scripts": {\n    "generate": "guardsmith generate"\n  }\n}',
    ],
    [manifest, manifest.replace('"b"', '"b",\r\n\t\t"generate": "guardsmith generate"')],
    [
      '{\n    "scripts": {\n        "generate": "prisma"\n    }\n}\n',
      '{\n    "scripts": {\n        "generate": "prisma",\n        "generate:api": "guardsmith generate"\n    }\n}\n',
    ],
    ['{ "scripts": { "api": "guardsmith  generate --strict" } }', ""],
    ['{ "scripts": { "generate": "a", "generate:api": "b" } }', ""],
    ['{ "scripts": [] }', ""],
    ["[]", ""],
  ])("adds a script to %j, and keeps the rest", async (text, want) => {
    const { code, made } = await init({ "openapi.yaml": document, "package.json": text });
    expect([code, made["package.json"]]).toEqual([0, want === "" ? text : want]);
  });

  it.each([
    ["pnpm-lock.yaml", "pnpm add -D guardsmith", "pnpm run generate"],
    ["yarn.lock", "yarn add -D guardsmith", "yarn run generate"],
    ["bun.lock", "bun add -D guardsmith", "bun run generate"],
    ["package-lock.json", "npm i -D guardsmith", "npm run generate"],
  ])("speaks of the package manager of %s", async (lock, add, generate) => {
    const files = { "openapi.yaml": document, "package.json": "{}", [lock]: "" };
    const { stdout } = await init(files);
    expect([stdout.includes(`  ${add}`), stdout.includes(`  ${generate}`)]).toEqual([true, true]);
  });

  it.each<[files: Record<string, string>, args: string[], stderr: RegExp]>([
    [{}, [], /no OpenAPI document was found .*\(missing-spec\)/],
    [{ "openapi.yaml": "type: object" }, [], /\(missing-spec\)/],
    [
      { "openapi.yaml": document, "docs/openapi.json": '{"openapi":"3.1.0"}' },
      [],
      /2 documents were found: openapi\.yaml, docs\/openapi\.json \(ambiguous-spec\)\n.*guardsmith init openapi\.yaml/,
    ],
    [{}, ["nowhere.yaml"], /there is no file nowhere\.yaml \(file-not-found\)/],
    [{ "api/a": "" }, ["api"], /api is a directory \(file-unreadable\)/],
    [{}, [""], /It must not be empty/],
    [{ "openapi.yaml": document, "package.json": "{" }, [], /^package\.json:1:2: error: /],
  ])("writes nothing where it does not know what to do: %j %j", async (files, args, stderr) => {
    const result = await init(files, ...args);
    expect(result.stderr).toMatch(stderr);
    expect([result.code, result.stdout]).toEqual([2, ""]);
    expect(Object.keys(result.made).sort()).toEqual(Object.keys(files).sort());
  });

  it("keeps a config that names another document", async () => {
    const files = {
      "guardsmith.config.yaml": "spec: a.yaml\n",
      "a.yaml": document,
      "openapi.yaml": document,
    };
    const { code, stderr, made } = await init(files, "openapi.yaml");
    expect([code, stderr]).toEqual([2, expect.stringContaining("(existing-config)")]);
    expect(made).toEqual(files);
  });

  it("ends with 2 where the document is wrong, and goes on when it is mended", async () => {
    const { cwd, code, made } = await init({ "openapi.yaml": "openapi: 4.0.0\n" });
    expect([code, Object.keys(made)]).toEqual([2, ["guardsmith.config.json", "openapi.yaml"]]);
    await put(cwd, { "openapi.yaml": document });
    expect(await runCommand(["init"], { cwd })).toMatchObject({ code: 0 });
  });
});
