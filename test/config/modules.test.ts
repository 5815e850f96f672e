import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig, type LoadConfigOptions } from "../../generator/config/load-config.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { problemsOf } from "./problems.js";

/** Loads a config that is a module. */
async function load(
  files: Readonly<Record<string, string>>,
  options: Partial<LoadConfigOptions> = {},
): Promise<{ readonly cwd: string; readonly loading: ReturnType<typeof loadConfig> }> {
  const cwd = await temporaryFolder();
  await put(cwd, files);
  return { cwd, loading: loadConfig({ cwd, ...options }) };
}

describe("a config that is a module", () => {
  it.each([
    [
      "imports TypeScript by the name that it is compiled to, and JSON",
      {
        "guardsmith.config.ts": `import { header } from "./lib/header.js";
import names from "./names.json" with { type: "json" };
import { join } from "node:path";
enum File { Spec = "a.yaml" }
export default { spec: join(import.meta.dirname, File.Spec), names, header: await header() };`,
        "lib/header.ts": "export const header = async (): Promise<string> => 'Ours';",
        "names.json": '{ "#/a": "A" }',
      },
      { header: "Ours", names: { "#/a": "A" } },
    ],
    [
      "imports defineConfig where Guardsmith is not installed",
      {
        "guardsmith.config.ts":
          'import { defineConfig } from "guardsmith"; export default defineConfig({ spec: "a.yaml" });',
      },
      {},
    ],
    [
      "is a function",
      { "guardsmith.config.mjs": "export default () => ({ spec: 'a.yaml', strict: true });" },
      { strict: true },
    ],
    [
      "is an asynchronous function that receives the command",
      {
        "guardsmith.config.ts": `import { defineConfig } from "guardsmith";
export default defineConfig(async ({ command }) => ({ spec: "a.yaml", header: await Promise.resolve(command) }));`,
      },
      { header: "reconcile" },
    ],
    [
      "is a function in CommonJS",
      { "guardsmith.config.cjs": "module.exports = async () => ({ spec: 'a.yaml' });" },
      {},
    ],
  ])("%s", async (_, files, want) => {
    const { cwd, loading } = await load(files, { command: "reconcile" });
    expect(await loading).toMatchObject({ spec: join(cwd, "a.yaml"), ...want });
  });

  it("is read again with its imports, if it is TypeScript, and lists these", async () => {
    const { cwd, loading } = await load({
      "guardsmith.config.ts": 'import { spec } from "./spec"; export default { spec };',
      "spec.ts": 'export const spec: string = "a.yaml";',
    });
    expect((await loading).spec).toBe(join(cwd, "a.yaml"));
    await put(cwd, { "spec.ts": 'export const spec: string = "b.yaml";' });
    const read: string[] = [];
    const again = await loadConfig({ cwd, onFile: (path, bytes) => bytes && read.push(path) });
    expect(again.spec).toBe(join(cwd, "b.yaml"));
    expect(read).toContain(join(cwd, "spec.ts"));
  });

  it.each<
    [what: string, name: string, text: string, message: RegExp, position: object | undefined]
  >([
    [
      "throws",
      "mjs",
      'const a = 1;\nthrow new Error("no luck");',
      /: no luck$/,
      { line: 2, column: 7 },
    ],
    [
      "throws",
      "ts",
      'type A = 1;\n\n  throw new Error("no luck");',
      /: no luck$/,
      { line: 3, column: 3 },
    ],
    ["throws", "cjs", '\nthrow new Error("no luck");', /: no luck$/, { line: 2, column: 7 }],
    ["throws a text", "mjs", 'throw "no luck";', /: no luck$/, undefined],
    [
      "throws an odd value",
      "mjs",
      "throw Object.create(null);",
      /: an error without a message$/,
      undefined,
    ],
    [
      "is no TypeScript",
      "ts",
      "interface A {}\nexport default { a: = 5 };",
      /: Unexpected token$/,
      { line: 2, column: 21 },
    ],
    [
      "is a function that throws",
      "ts",
      'export default () => {\n  throw new Error("no luck");\n};',
      /: no luck$/,
      { line: 2, column: 3 },
    ],
    [
      "is a function that is rejected",
      "mjs",
      'export default async () => {\n  throw new Error("no luck");\n};',
      /: no luck$/,
      { line: 2, column: 9 },
    ],
    [
      "imports what is not there",
      "ts",
      'import a from "nowhere";\nexport default a;',
      /: Cannot find module 'nowhere'$/,
      undefined,
    ],
    [
      "has a member that throws",
      "mjs",
      'export default { get spec() { throw new Error("no luck"); } };',
      /: no luck$/,
      { line: 1, column: 37 },
    ],
  ])("is refused if it %s (%s)", async (_, name, text, message, position) => {
    const file = `guardsmith.config.${name}`;
    const { loading } = await load({ [file]: text });
    const [problem] = await problemsOf(loading);
    expect(problem).toMatchObject({ code: "config-failed", file });
    expect(problem?.message).toMatch(message);
    expect(problem?.message).not.toContain("\n");
    expect(problem?.position).toEqual(position);
  });

  it.each([
    ["an array", "[]", "the config must be an object"],
    ["a text", '"a.yaml"', "the config must be an object"],
    ["a map", 'new Map([["spec", "a.yaml"]])', "the config must be an object"],
    ["a function of a function", "() => () => ({})", "the config must be an object"],
    [
      "what inherits its settings",
      '({ __proto__: { spec: "a.yaml" } })',
      "the config must be an object",
    ],
    ["an instance inside", '({ spec: "a.yaml", names: new Map() })', "`names` must be an object"],
    [
      "an object that holds itself",
      '(() => { const policies = {}; policies.models = { a: policies }; return { spec: "a.yaml", policies }; })()',
      "`policies.models.a.models` is not a setting",
    ],
  ])("is refused if it is %s", async (_, value, message) => {
    const { loading } = await load({ "guardsmith.config.mjs": `export default ${value};` });
    const problems = await problemsOf(loading);
    expect(problems.map((problem) => problem.message)).toContain(message);
  });
});

describe("what every object inherits", () => {
  const keys = ["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty"];
  const forms: readonly (readonly [string, (key: string) => string])[] = [
    ["guardsmith.config.json", (key) => `{ "spec": "a.yaml", "${key}": {} }`],
    [
      "guardsmith.config.json",
      (key) => `{ "spec": "a.yaml", "policies": { "response": { "${key}": {} } } }`,
    ],
    ["guardsmith.config.json", (key) => `{ "jobs": { "a": { "spec": "a.yaml", "${key}": {} } } }`],
    ["guardsmith.config.yaml", (key) => `spec: a.yaml\n${key}: {}\n`],
    ["guardsmith.config.yaml", (key) => `spec: &a a.yaml\npackage:\n  ${key}: *a\n`],
    ["guardsmith.config.mjs", (key) => `export default { spec: "a.yaml", ["${key}"]: {} };`],
    [
      "package.json",
      (key) => `{ "guardsmith": { "spec": "a.yaml", "references": { "${key}": {} } } }`,
    ],
  ];

  it.each(forms.flatMap(([name, text]) => keys.map((key) => [name, text(key), key] as const)))(
    "is no setting: %s %s",
    async (name, text, key) => {
      const { loading } = await load({ [name]: text });
      const [problem, ...others] = await problemsOf(loading);
      expect(others).toEqual([]);
      expect(problem).toMatchObject({ code: "unknown-config-key", file: name });
      expect(problem?.message).toMatch(new RegExp(`\\b${key}\` is not a setting$`));
    },
  );

  it.each(keys)("is no name of a job: %s", async (key) => {
    const { loading } = await load({ "guardsmith.config.json": `{ "jobs": { "${key}": {} } }` });
    expect(await problemsOf(loading)).toMatchObject([{ code: "invalid-config" }]);
  });
});

describe("a config that is not an ordinary file", () => {
  it.each([
    ["/dev/zero", { code: "unknown-config-format" }],
    ["folder.json", { code: "file-unreadable", message: "folder.json is a directory" }],
  ])("is refused: %s", async (file, want) => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, "folder.json"));
    expect(await problemsOf(loadConfig({ cwd, file }))).toMatchObject([want]);
  });
});
