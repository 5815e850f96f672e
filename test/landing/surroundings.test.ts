import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { completeConfig } from "../../generator/config/complete-config.js";
import type { UserConfig } from "../../generator/config/user-config.js";
import {
  findSurroundings,
  type FoundSurroundings,
} from "../../generator/output/project/surroundings.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

type Files = Readonly<Record<string, string>>;

/** What is found around `app/src/api` in a project with these files. */
async function foundIn(
  files: Files,
  settings: Partial<UserConfig> = {},
): Promise<FoundSurroundings & { readonly followed: readonly string[] }> {
  const cwd = await temporaryFolder();
  await put(cwd, { ".git/HEAD": "", ...files });
  const followed: string[] = [];
  const out = join(cwd, "app/src/api");
  const config = completeConfig({ spec: "-", out, outputs: ["models"], ...settings }, out);
  const found = findSurroundings(config, {
    cwd,
    onFile: (path, bytes) => {
      const name = path.slice(cwd.length + 1);
      followed.push(bytes === undefined ? `no ${name}` : name);
    },
  });
  return { ...found, followed };
}

const options = (compilerOptions: object, more: object = {}): string =>
  JSON.stringify({ compilerOptions, ...more });
const esm = { "app/package.json": '{ "type": "module" }' };
const commonJs = { "app/package.json": '{ "type": "commonjs" }' };
const nodenext = options({ module: "nodenext" });
const bundler = options({ module: "esnext", moduleResolution: "bundler" });

describe("imports end", () => {
  it.each<[what: string, files: Files, wanted: string]>([
    ["without a tsconfig.json", {}, "ts"],
    ["without a tsconfig.json in a package", esm, "ts"],
    ["with a folder of that name", { "tsconfig.json/a": "" }, "ts"],
    ["with an empty one", { "tsconfig.json": "" }, "none"],
    ["with one of a bundler", { "tsconfig.json": bundler }, "none"],
    ["with `module: preserve`", { "tsconfig.json": options({ module: "preserve" }) }, "none"],
    ["with CommonJS", { "tsconfig.json": options({ module: "commonjs" }) }, "none"],
    ["with ES modules alone", { "tsconfig.json": options({ module: "es2020" }) }, "none"],
    ["with node10", { "tsconfig.json": options({ moduleResolution: "Node" }) }, "none"],
    ["with nodenext in ES modules", { ...esm, "tsconfig.json": nodenext }, "js"],
    ["with nodenext in CommonJS", { ...commonJs, "tsconfig.json": nodenext }, "none"],
    ["with nodenext without a package.json", { "tsconfig.json": nodenext }, "none"],
    ["with node16", { ...esm, "tsconfig.json": options({ module: "Node16" }) }, "js"],
    ["with node20", { ...esm, "tsconfig.json": options({ module: "node20" }) }, "js"],
    [
      "with a resolution that another module system has",
      { ...esm, "tsconfig.json": options({ module: "esnext", moduleResolution: "NodeNext" }) },
      "js",
    ],
    [
      "with extensions of TypeScript",
      {
        ...esm,
        "tsconfig.json": options({ module: "nodenext", allowImportingTsExtensions: true }),
      },
      "ts",
    ],
    [
      "with extensions that are rewritten",
      { "tsconfig.json": options({ rewriteRelativeImportExtensions: true }) },
      "ts",
    ],
    [
      "with comments and commas",
      { ...esm, "tsconfig.json": '// a\n{ "compilerOptions": { "module": "nodenext", }, }' },
      "js",
    ],
    [
      "with the nearest of several",
      { ...esm, "tsconfig.json": bundler, "app/src/tsconfig.json": nodenext },
      "js",
    ],
    [
      "with what it extends",
      {
        ...esm,
        "app/tsconfig.json": options({}, { extends: ["../a.json", "../b"] }),
        "a.json": bundler,
        "b.json": options({ moduleResolution: "node16", module: "node16" }),
      },
      "js",
    ],
    [
      "with what it extends in a package",
      {
        ...esm,
        "tsconfig.json": options({}, { extends: "@a/b/tsconfig.json" }),
        "node_modules/@a/b/tsconfig.json": nodenext,
      },
      "js",
    ],
    [
      "with the reference that includes the folder",
      {
        ...esm,
        "app/tsconfig.json": JSON.stringify({
          files: [],
          references: [{ path: "./tsconfig.node.json" }, { path: "./tsconfig.app.json" }],
        }),
        "app/tsconfig.node.json": options({ module: "nodenext" }, { include: ["vite.config.ts"] }),
        "app/tsconfig.app.json": options(
          { allowImportingTsExtensions: true },
          { include: ["src"] },
        ),
      },
      "ts",
    ],
    [
      "with a reference of a reference, round in a circle",
      {
        ...esm,
        "tsconfig.json": '{ "files": [], "references": [{ "path": "app" }] }',
        "app/inner/tsconfig.json": options(
          { module: "nodenext" },
          { include: ["../src"], references: [{ path: "../.." }] },
        ),
        "app/tsconfig.json": '{ "files": [], "references": [{ "path": "inner" }] }',
      },
      "js",
    ],
    [
      "with the first reference, where none includes the folder",
      {
        ...esm,
        "tsconfig.json": '{ "files": [], "references": [{ "path": "a" }, { "path": "b" }] }',
        "a/tsconfig.json": nodenext,
        "b/tsconfig.json": bundler,
      },
      "js",
    ],
    [
      "with the project itself, where it does not include the folder",
      { ...esm, "app/tsconfig.json": options({ module: "nodenext" }, { include: ["lib"] }) },
      "js",
    ],
    [
      "without what lies around the project",
      { "tsconfig.json": bundler, "app/package-lock.json": "{}" },
      "ts",
    ],
    [
      "without what Guardsmith has written itself",
      {
        "app/src/api/tsconfig.json": `// Generated by Guardsmith. Do not edit.\n${nodenext}`,
        "app/src/api/package.json":
          '{\n  "//": "Generated by Guardsmith. Do not edit.",\n  "type": "module"\n}',
        "tsconfig.json": bundler,
      },
      "none",
    ],
  ])("%s", async (_what, files, wanted) => {
    const { importExtension, warnings } = await foundIn(files);
    expect(warnings).toEqual([]);
    expect(importExtension).toBe(wanted);
  });

  it.each<[Partial<UserConfig>, string]>([
    [{ importExtension: "ts" }, "ts"],
    [{ outputs: ["models", "package"] }, "js"],
    [{ target: "js" }, "js"],
  ])("as %j says, whatever the project around it", async (settings, wanted) => {
    const found = await foundIn({ "tsconfig.json": bundler }, settings);
    expect(found.importExtension).toBe(wanted);
  });
});

describe("a package.json has to say that JavaScript is ES modules", () => {
  it.each<[files: Files, wanted: boolean]>([
    [{}, true],
    [commonJs, true],
    [{ "package.json": "{}" }, true],
    [{ "package.json": "{" }, true],
    [esm, false],
    [{ ...commonJs, "app/src/package.json": '{ "type": "module" }' }, false],
  ])("beside %j: %s", async (files, wanted) => {
    expect(await foundIn(files, { target: "js" })).toMatchObject({
      needsModuleType: wanted,
      warnings: [],
    });
    // TypeScript is no matter of Node.js.
    expect((await foundIn(files)).needsModuleType).toBe(false);
  });

  it("unless it is the user's own, which a warning is about", async () => {
    const files = { "app/src/api/package.json": '{\n  "type": "commonjs"\n}' };
    const { needsModuleType, warnings } = await foundIn(files, { target: "js" });
    expect(needsModuleType).toBe(false);
    expect(warnings).toMatchObject([
      { warning: { code: "commonjs-output-folder", offset: { offset: 4 } } },
    ]);
  });
});

describe("a tsconfig.json that cannot be used is a warning", () => {
  it.each<[what: string, files: Files, message: string, offset: number]>([
    [
      "not JSON",
      { "tsconfig.json": '{ "compilerOptions": { ' },
      "tsconfig.json is not valid JSON",
      23,
    ],
    [
      "not JSON, further out",
      { "tsconfig.json": '{ "extends": "./a.json" }', "a.json": "[" },
      "a.json is not valid JSON",
      1,
    ],
    [
      "without what it extends",
      { "tsconfig.json": '{ "extends": "./a.json" }' },
      "tsconfig.json cannot be used: File './a.json' not found",
      13,
    ],
    [
      "with an option of a wrong type",
      { "tsconfig.json": options({ module: 7 }) },
      "tsconfig.json cannot be used: ",
      0,
    ],
    [
      "without what it refers to",
      { "tsconfig.json": '{ "files": [], "references": [{ "path": "a" }] }' },
      "a/tsconfig.json cannot be read",
      0,
    ],
  ])("%s", async (_what, files, message, offset) => {
    const { warnings } = await foundIn(files);
    expect(warnings).toMatchObject([
      { warning: { severity: "warning", code: "unusable-tsconfig", offset: { offset } } },
    ]);
    expect(warnings[0]?.warning.message).toContain(message);
  });
});

it("reports every file that was read or looked for, so that it can be watched", async () => {
  const { followed } = await foundIn({
    "app/package.json": "{}",
    "app/tsconfig.json": '{ "files": [], "extends": "../base", "references": [{ "path": "a" }] }',
    "base.json": "{}",
    "app/a/tsconfig.json": "{}",
  });
  expect([...new Set(followed)]).toEqual(
    expect.arrayContaining([
      "no app/src/api/package.json",
      "no app/src/package.json",
      "app/package.json",
      "no app/src/tsconfig.json",
      "app/tsconfig.json",
      "base.json",
      "app/a/tsconfig.json",
    ]),
  );
});
