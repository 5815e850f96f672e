import { join } from "node:path";
import { symlink } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { loadConfig, loadJobs } from "../../generator/config/load-config.js";
import { placeOfSetting } from "../../generator/config/place-of-setting.js";
import { locatePlace } from "../../generator/text/locate.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { problemsOf } from "./problems.js";

const shopAndAdmin = `out: shared
names: { "#/a": A, "#/b": B }
outputs: [models, guards]
policies:
  enums: open
  response: { optional: nullable }
jobs:
  shop:
    spec: shop.yaml
    out: src/shop
    names: { "#/b": C }
  admin:
    spec: admin/openapi.yaml
    out: src/admin
    outputs: [models]
    policies:
      response: { enums: closed }
`;

async function folderWith(config: string): Promise<string> {
  const cwd = await temporaryFolder();
  await put(cwd, { "guardsmith.config.yaml": config });
  return cwd;
}

describe("the jobs of a config", () => {
  it("have the settings beside them, and their own win", async () => {
    const cwd = await folderWith(shopAndAdmin);
    expect(await loadJobs({ cwd })).toMatchObject([
      {
        name: "shop",
        config: {
          spec: join(cwd, "shop.yaml"),
          out: join(cwd, "src/shop"),
          names: { "#/a": "A", "#/b": "C" },
          outputs: ["models", "guards"],
          policies: { enums: "open", response: { optional: "nullable" } },
        },
      },
      {
        name: "admin",
        config: {
          out: join(cwd, "src/admin"),
          names: { "#/a": "A", "#/b": "B" },
          outputs: ["models"],
          policies: { enums: "open", response: { optional: "nullable", enums: "closed" } },
        },
      },
    ]);
  });

  it("write below `generated` where they name no folder", async () => {
    const cwd = await folderWith("jobs: { a: { spec: a.yaml }, b: { spec: b.yaml } }");
    const jobs = await loadJobs({ cwd });
    expect(jobs.map(({ config }) => config.out)).toEqual([
      join(cwd, "generated/a"),
      join(cwd, "generated/b"),
    ]);
  });

  it.each<[setting: [string, ...string[]], line: number, column: number]>([
    [["names", "#/a"], 2, 10],
    [["names", "#/b"], 11, 14],
    [["outputs"], 3, 1],
    [["spec"], 9, 5],
    [["policies", "response", "optional"], 6, 15],
    [["target"], 8, 3],
  ])("know where each setting stands: %j", async (setting, line, column) => {
    const cwd = await folderWith(shopAndAdmin);
    const { source } = await loadConfig({ cwd, jobs: ["shop"] });
    if (source === undefined) throw new Error("No source");
    const { place } = placeOfSetting({ source }, setting, "key");
    if (place === undefined) throw new Error("No place");
    expect(locatePlace(place, new Map([[source.uri, source]])).position).toEqual({ line, column });
  });

  it("are those that are wanted, in the order of the config", async () => {
    const cwd = await folderWith(
      "jobs: { a: { spec: a.yaml }, b: { spec: b.yaml }, c: { spec: c.yaml } }",
    );
    const jobs = await loadJobs({ cwd, jobs: ["c", "a", "c"] });
    expect(jobs.map(({ name }) => name)).toEqual(["a", "c"]);
  });

  it("take what the command line says, which no place in the config is shown for", async () => {
    const cwd = await folderWith(
      "jobs: { a: { spec: a.yaml, roots: [Pet] }, b: { spec: b.yaml } }",
    );
    const overrides = { roots: ["Cat"], spec: "x.yaml", out: undefined };
    const config = await loadConfig({ cwd, jobs: ["a"], overrides });
    expect(config).toMatchObject({ spec: join(cwd, "x.yaml"), roots: ["Cat"] });
    expect([placeOfSetting(config, ["roots", 0]), placeOfSetting(config, ["spec"])]).toEqual([
      {},
      {},
    ]);
  });

  it.each<[config: string, options: object, want: object]>([
    ["jobs: {}", {}, { code: "invalid-config", message: "`jobs` must have at least one job" }],
    ["jobs: []", {}, { code: "invalid-config", position: { line: 1, column: 7 } }],
    [
      "jobs: { a b: { spec: a.yaml } }",
      {},
      { code: "invalid-config", position: { line: 1, column: 9 } },
    ],
    [
      "jobs:\n  a: { jobs: {} }",
      {},
      { code: "unknown-config-key", position: { line: 2, column: 8 } },
    ],
    [
      "jobs:\n  a: { sepc: a.yaml }",
      {},
      {
        code: "unknown-config-key",
        help: "did you mean `spec`?",
        position: { line: 2, column: 8 },
      },
    ],
    [
      "jobs:\n  a: { outputs: [] }",
      {},
      { help: 'correct the value, as in "outputs": ["models", "guards"]' },
    ],
    ["jobs:\n  a: { out: x }", {}, { code: "missing-spec", position: { line: 2, column: 6 } }],
    [
      "jobs:\n  a: { spec: a.yaml, target: js, importExtension: ts }",
      {},
      { code: "invalid-config", position: { line: 2, column: 51 } },
    ],
    [
      "jobs: { shop: { spec: a.yaml } }",
      { jobs: ["shp"] },
      { code: "unknown-job", help: "did you mean `shop`?" },
    ],
    [
      "jobs: { shop: { spec: a.yaml } }",
      { jobs: ["toString"] },
      { code: "unknown-job", help: "the jobs are `shop`" },
    ],
    ["spec: a.yaml", { jobs: ["shop"] }, { code: "unknown-job" }],
    [
      "jobs: { a: { spec: a.yaml }, b: { spec: b.yaml } }",
      { overrides: { spec: "c.yaml" } },
      { code: "ambiguous-job", position: { line: 1, column: 1 } },
    ],
    [
      "jobs: { a: { spec: a.yaml }, b: { spec: b.yaml } }",
      { overrides: { out: "c" } },
      { code: "ambiguous-job", help: "name the job, as in --job a" },
    ],
    [
      "out: src\njobs: { a: { spec: a.yaml }, b: { spec: b.yaml } }",
      {},
      { code: "shared-output-folder", position: { line: 1, column: 6 } },
    ],
    [
      "jobs:\n  a: { spec: a.yaml, out: src }\n  b: { spec: b.yaml, out: ./x/../src/ }",
      {},
      {
        code: "shared-output-folder",
        message: "the jobs `a` and `b` write into the same folder",
        position: { line: 3, column: 27 },
      },
    ],
    [
      "jobs:\n  a: { spec: a.yaml, out: src/a/b }\n  b: { spec: b.yaml, out: src/a }",
      {},
      {
        code: "shared-output-folder",
        message: "the jobs `a` and `b` write into nested folders",
      },
    ],
    [
      "jobs:\n  a: { spec: a.yaml, out: real/x }\n  b: { spec: b.yaml, out: link/x }",
      {},
      { code: "shared-output-folder" },
    ],
  ])("are refused: %s %j", async (config, options, want) => {
    const cwd = await folderWith(config);
    await put(cwd, { "real/file": "" });
    await symlink(join(cwd, "real"), join(cwd, "link"));
    expect(await problemsOf(loadJobs({ cwd, ...options }))).toMatchObject([want]);
  });

  it("may lie side by side, also where one name begins with the other", async () => {
    const cwd = await folderWith(
      "jobs: { a: { spec: a.yaml, out: src/a }, b: { spec: b.yaml, out: src/ab } }",
    );
    expect(await loadJobs({ cwd })).toHaveLength(2);
  });

  it("are one for a command that takes one document", async () => {
    const cwd = await folderWith("jobs: { a: { spec: a.yaml }, b: { spec: b.yaml } }");
    expect(await problemsOf(loadConfig({ cwd, command: "validate" }))).toMatchObject([
      { code: "ambiguous-job", message: "`validate` takes one job, but the config has `a`, `b`" },
    ]);
    expect(await loadConfig({ cwd, jobs: ["b"] })).toMatchObject({ spec: join(cwd, "b.yaml") });
  });
});

describe("a document that nobody names", () => {
  it.each<[files: Record<string, string>, found: string]>([
    [{ "openapi.yaml": "" }, "openapi.yaml"],
    [{ "openapi.yml": "" }, "openapi.yml"],
    [{ "openapi.json": "", "other.yaml": "" }, "openapi.json"],
    [{ "openapi.json": "", "guardsmith.config.yaml": "strict: true" }, "openapi.json"],
  ])("is found: %j", async (files, found) => {
    const cwd = await temporaryFolder();
    await put(cwd, files);
    const notes: string[] = [];
    const config = await loadConfig({ cwd, onFound: (note) => notes.push(note) });
    expect([config.spec, notes]).toEqual([join(cwd, found), [`using ${found}`]]);
  });

  it("is found beside a config further up, and both are reported", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { "openapi.yaml": "", "guardsmith.config.yaml": "strict: true", "a/b": "" });
    const notes: string[] = [];
    await loadConfig({ cwd: join(cwd, "a"), onFound: (note) => notes.push(note) });
    expect(notes).toEqual(["using ../guardsmith.config.yaml", "using ../openapi.yaml"]);
  });

  it("is refused where several could be meant", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { "openapi.yaml": "", "openapi.json": "" });
    expect(await problemsOf(loadConfig({ cwd }))).toMatchObject([
      {
        code: "ambiguous-spec",
        message:
          "no OpenAPI document is named, and 2 documents were found: openapi.yaml, openapi.json",
      },
    ]);
  });
});
