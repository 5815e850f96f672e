import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultHeader } from "../../generator/config/config.js";
import { loadConfig, type LoadConfigOptions } from "../../generator/config/load-config.js";
import { problemsOf } from "./problems.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

describe("the settings", () => {
  it("have defaults for all but the document", async () => {
    const cwd = await temporaryFolder();
    expect(await loadConfig({ cwd, overrides: { spec: "openapi.yaml" } })).toEqual({
      spec: join(cwd, "openapi.yaml"),
      overlays: [],
      headers: [],
      out: join(cwd, "generated"),
      names: {},
      outputs: ["models", "guards", "json-schema", "openapi", "package"],
      target: "ts",
      header: defaultHeader,
      operations: { endMark: "[DONE]" },
      package: { name: "api-types", version: "0.0.0" },
      references: { origins: [] },
      formats: "annotate",
      format: "auto",
      policies: {},
      strict: false,
      ignore: [],
    });
  });

  it("come with the text of the config file, for the places of what is said about them", async () => {
    const cwd = await temporaryFolder();
    const text = "spec: a.yaml\npolicies: { optional: nullable }";
    await put(cwd, { "guardsmith.config.yaml": text });
    const { policies, source } = await loadConfig({ cwd });
    expect(policies).toEqual({ optional: "nullable" });
    expect(source).toMatchObject({ name: "guardsmith.config.yaml", text });
  });

  it("of references and formats are taken from the config file", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, {
      "guardsmith.config.yaml":
        "spec: a.yaml\nreferences: { origins: ['https://example.com'] }\nformats: assert",
    });
    const { references, formats } = await loadConfig({ cwd });
    expect(references).toEqual({ origins: ["https://example.com"] });
    expect(formats).toBe("assert");
  });

  it("are refused without a document", async () => {
    const [problem, ...others] = await problemsOf(loadConfig({ cwd: await temporaryFolder() }));
    expect(problem).toMatchObject({
      code: "missing-spec",
      message: "no OpenAPI document is named",
    });
    expect(others).toEqual([]);
  });

  it("of the command line win over the config file, setting by setting", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, {
      "guardsmith.config.json": JSON.stringify({
        spec: "a.yaml",
        overlays: ["a.overlay.yaml"],
        out: "a",
        roots: ["A"],
        outputs: ["models"],
        target: "js",
        package: { name: "a" },
        strict: false,
      }),
    });
    expect(
      await loadConfig({
        cwd,
        overrides: {
          spec: undefined,
          overlays: ["b.yaml", "c.yaml"],
          out: "b",
          roots: ["B", "C"],
          target: "ts",
          importExtension: "none",
          strict: true,
          maxWarnings: 3,
        },
      }),
    ).toMatchObject({
      spec: join(cwd, "a.yaml"),
      overlays: [join(cwd, "b.yaml"), join(cwd, "c.yaml")],
      out: join(cwd, "b"),
      roots: ["B", "C"],
      target: "ts",
      importExtension: "none",
      package: { name: "a", version: "0.0.0" },
      strict: true,
      maxWarnings: 3,
    });
  });

  it.each<
    [settings: object, overrides: NonNullable<LoadConfigOptions["overrides"]>, reason: string]
  >([
    [{ importExtension: "ts" }, {}, "`package` is among the outputs"],
    [{}, { importExtension: "none" }, "`package` is among the outputs"],
    [{ importExtension: "ts", outputs: ["models"] }, { target: "js" }, "`target` is `js`"],
  ])("as %j under %j contradict each other", async (settings, overrides, reason) => {
    const cwd = await temporaryFolder();
    const file = JSON.stringify({ spec: "a.yaml", ...settings });
    await put(cwd, { "guardsmith.config.json": file });
    const [problem] = await problemsOf(loadConfig({ cwd, overrides }));
    const message = `\`importExtension\` must be \`js\`, because ${reason}`;
    const isInFile = "importExtension" in settings;
    expect(problem).toMatchObject({ code: "invalid-config", message });
    expect(problem?.place?.pointer).toBe(isInFile ? "/importExtension" : undefined);
  });

  it.each([
    { importExtension: "js" },
    { importExtension: "js", target: "js" },
    { importExtension: "none", outputs: ["models"] },
  ])("as %j agree", async (settings) => {
    const cwd = await temporaryFolder();
    const file = JSON.stringify({ spec: "a.yaml", ...settings });
    await put(cwd, { "guardsmith.config.json": file });
    expect(await loadConfig({ cwd })).toMatchObject(settings);
  });

  it("of the command line are checked too", async () => {
    const overrides = { spec: "a.yaml", out: "" };
    const [problem] = await problemsOf(loadConfig({ cwd: await temporaryFolder(), overrides }));
    expect(problem).toMatchObject({
      code: "invalid-config",
      message: "`out` must not be empty",
    });
  });
});

describe("paths", () => {
  it("are relative to the config file in it, and to the working directory on the command line", async () => {
    const folder = await temporaryFolder();
    const cwd = join(folder, "a/b");
    await mkdir(cwd, { recursive: true });
    await put(folder, {
      "guardsmith.config.yaml":
        "spec: spec/openapi.yaml\noverlays: [spec/o.yaml, 'https://example.com/o.yaml']\nreferences: { root: ../shared }\nstrict: true",
    });
    expect(await loadConfig({ cwd })).toMatchObject({
      spec: join(folder, "spec/openapi.yaml"),
      overlays: [join(folder, "spec/o.yaml"), "https://example.com/o.yaml"],
      out: join(folder, "generated"),
      references: { root: join(folder, "../shared"), origins: [] },
      strict: true,
    });
    const overrides = { spec: "x.yaml", overlays: ["o.yaml"], out: "y" };
    expect(await loadConfig({ cwd, overrides })).toMatchObject({
      spec: join(cwd, "x.yaml"),
      overlays: [join(cwd, "o.yaml")],
      out: join(cwd, "y"),
      strict: true,
    });
  });

  it.each(["-", "https://example.com/openapi.yaml", "http://localhost:8080/x", "file:///x.yaml"])(
    "are not what %s is",
    async (spec) => {
      const cwd = await temporaryFolder();
      expect(await loadConfig({ cwd, overrides: { spec } })).toMatchObject({
        spec,
      });
    },
  );
});

describe("the licence", () => {
  it("is a path relative to the config file", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, {
      "config/guardsmith.yaml": "spec: a.yaml\npackage: { name: a, licenseFile: ../LICENSE }",
      LICENSE: "As you like.",
    });
    const { package: settings } = await loadConfig({ cwd, file: "config/guardsmith.yaml" });
    expect(settings).toEqual({ name: "a", version: "0.0.0", licenseFile: join(cwd, "LICENSE") });
  });

  it.each<[what: string, files: Readonly<Record<string, string>>, want: object]>([
    ["is not there", {}, { code: "file-not-found", message: "there is no file LICENSE" }],
    [
      "is a directory",
      { "LICENSE/MIT": "As you like." },
      { code: "file-unreadable", message: "LICENSE is a directory" },
    ],
  ])("is refused where it is named if it %s", async (_what, files, want) => {
    const cwd = await temporaryFolder();
    const config = "spec: a.yaml\npackage:\n  licenseFile: LICENSE\n";
    await put(cwd, { ...files, "guardsmith.config.yaml": config });
    expect(await problemsOf(loadConfig({ cwd }))).toMatchObject([
      {
        ...want,
        severity: "error",
        file: "guardsmith.config.yaml",
        position: { line: 3, column: 16 },
        help: "`package.licenseFile` is the path of a text file, relative to the config file",
      },
    ]);
  });

  it("is refused where it is named if it is not UTF-8", async () => {
    const cwd = await temporaryFolder();
    const config = '{ "spec": "a.yaml", "package": { "licenseFile": "LICENSE" } }';
    await put(cwd, { "guardsmith.config.json": config });
    await writeFile(join(cwd, "LICENSE"), Buffer.from([0x41, 0xff]));
    expect(await problemsOf(loadConfig({ cwd }))).toMatchObject([
      {
        code: "not-utf8",
        message: "LICENSE is not encoded in UTF-8",
        file: "guardsmith.config.json",
        position: { line: 1, column: 49 },
      },
    ]);
  });
});

describe("the config file", () => {
  it.each([
    ["guardsmith.config.json", '{"spec": "a.yaml"}'],
    ["guardsmith.config.yaml", "spec: a.yaml"],
    ["guardsmith.config.yml", "spec: a.yaml"],
    ["guardsmith.config.mjs", 'export default { spec: "a.yaml" };'],
    ["guardsmith.config.js", 'module.exports = { spec: "a.yaml" };'],
    ["guardsmith.config.cjs", 'module.exports = { spec: "a.yaml" };'],
    ["guardsmith.config.ts", "const spec: string = 'a.yaml'; export default { spec };"],
    ["guardsmith.config.mts", "export default { spec: 'a.yaml' } satisfies object;"],
    ["guardsmith.config.cts", "const spec: string = 'a.yaml'; module.exports = { spec };"],
    ["guardsmith.config.jsonc", '{\n  // ours\n  "spec": "a.yaml", /* , */\n}'],
    ["guardsmith.config.json", '{"spec": "a.yaml", // "}\n}'],
    ["package.json", '{"name": "a", "guardsmith": {"spec": "a.yaml"}}'],
  ])("is found by the name %s", async (name, text) => {
    const cwd = await temporaryFolder();
    await put(cwd, { [name]: text });
    expect(await loadConfig({ cwd })).toMatchObject({
      spec: join(cwd, "a.yaml"),
    });
  });

  it("can be named, and then the nearest one is not read", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, {
      "guardsmith.config.json": "broken",
      "config/batch.yaml": "spec: a.yaml",
    });
    expect(await loadConfig({ cwd, file: "config/batch.yaml" })).toMatchObject({
      spec: join(cwd, "config/a.yaml"),
      out: join(cwd, "config/generated"),
    });
  });

  it.each<[name: string, text: string, want: readonly object[]]>([
    [
      "guardsmith.config.json",
      '{\n  "spec": "a.yaml",\n  "outputs": [\n    "gards"\n  ],\n  "rots": []\n}\n',
      [
        { code: "invalid-config", position: { line: 4, column: 5 } },
        { code: "unknown-config-key", position: { line: 6, column: 3 } },
      ],
    ],
    [
      "guardsmith.config.yaml",
      "spec: a.yaml\npackage:\n  version: one\n  nmae: x\nnames:\n  Batch: A\n",
      [
        { code: "invalid-config", position: { line: 6, column: 3 } },
        { code: "invalid-config", position: { line: 3, column: 12 } },
        { code: "unknown-config-key", position: { line: 4, column: 3 } },
      ],
    ],
    [
      "guardsmith.config.yaml",
      "spec: a.yaml\nformats:\n  uuid: assert\n  x-iban: '^[A-Z'\n",
      [{ code: "invalid-config", position: { line: 4, column: 11 } }],
    ],
    ["guardsmith.config.json", '{\n  "spec": \n}', [{ position: { line: 3, column: 1 } }]],
    ["guardsmith.config.yml", "spec: [\n", [{ code: "yaml-syntax" }]],
    ["guardsmith.config.mjs", "export default { rots: [] };", [{ code: "unknown-config-key" }]],
    ["guardsmith.config.mjs", "export const spec = 1;", [{ code: "invalid-config" }]],
    ["guardsmith.config.ts", "export const spec = 1;", [{ code: "invalid-config" }]],
    [
      "guardsmith.config.jsonc",
      '{\n  // a comment\n  "spec": "a.yaml",\n  "rots": [1,],\n}\n',
      [{ code: "unknown-config-key", position: { line: 4, column: 3 } }],
    ],
    [
      "guardsmith.config.json",
      '{\n  "spec": "a", // one\n  "spec": "b"\n}\n',
      [{ code: "duplicate-key", position: { line: 3, column: 3 } }],
    ],
    ["guardsmith.config.json", '{ "spec": "a", /* never ends\n}\n', [{ code: "json-syntax" }]],
    ["guardsmith.config.json", '{ "spec": "a",, }', [{ code: "json-syntax" }]],
    [
      "package.json",
      '{\n  "guardsmith": {\n    "spec": 1\n  }\n}\n',
      [{ code: "invalid-config", position: { line: 3, column: 13 } }],
    ],
  ])("is refused with the place of what is wrong: %s %j", async (name, text, want) => {
    const cwd = await temporaryFolder();
    await put(cwd, { [name]: text });
    const problems = await problemsOf(loadConfig({ cwd }));
    expect(problems).toMatchObject(want.map((problem) => ({ ...problem, file: name })));
  });

  it.each(["nowhere.json", "nowhere.yaml", "nowhere.mjs"])(
    "is refused when %s is named and not there",
    async (file) => {
      const [problem] = await problemsOf(loadConfig({ cwd: await temporaryFolder(), file }));
      expect(problem).toMatchObject({
        code: "file-not-found",
        message: `there is no file ${file}`,
      });
    },
  );

  it.each(["config.toml", "config"])("is refused when it is named %s", async (file) => {
    const [problem] = await problemsOf(loadConfig({ cwd: await temporaryFolder(), file }));
    expect(problem).toMatchObject({ code: "unknown-config-format" });
  });
});
