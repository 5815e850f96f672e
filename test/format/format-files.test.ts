import { describe, expect, it } from "vitest";
import type { OutputFile, WantedFile } from "../../generator/emit/output-file.js";
import { formatFiles } from "../../generator/output/format/format-files.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { diagnosticsOf } from "../write/thrown.js";
import { watchedFormatters, withoutOxfmt } from "./formatters.js";

const code = { path: "src/a.ts", text: "export function f( ) {return 'x'}" };

const files: readonly WantedFile[] = [
  code,
  { path: "data.json", text: '{"a":[1,2]}' },
  { path: "package.json", text: '{\n"version":"1.0.0","name":"a","files":[]}' },
  { path: "README.md", text: "# Title\n* one\n* two\n\n```ts\nf( 'x' )\n```" },
  { path: "LICENSE", text: "  as  it is  " },
  { path: "src/kept.ts", kept: { hash: "1" } },
];

const long = Array.from({ length: 200 }, (_, index) => ({
  path: `src/${index}.ts`,
  text: `export const a${index} = [${"1, ".repeat(10 * index)}]`,
}));

/** Modules as they are generated, each with something that a neighbour could change. */
const modules: readonly OutputFile[] = [
  "// The first.\n\nimport { b } from './b.ts'\nimport { a } from './a.ts'\nexport { a, b }",
  "\n\n/** Has the name of another. */\nexport const x = { a: 1, 'b': 2 }",
  "export const x = `\n  as it is\n`\n",
  "",
  "// Only a comment.",
  "export type A = 'a' | // why\n  'b'",
  "export interface B {\n  'a-b': string }\n// The last line.",
].map((text, index) => ({ path: `src/m${index}.ts`, text }));

describe("files", () => {
  it("are formatted if they are TypeScript, JSON or Markdown, and not kept", async () => {
    const out = await temporaryFolder();
    expect(await formatFiles(files, { out, format: "auto" })).toEqual([
      { path: "src/a.ts", text: 'export function f() {\n  return "x";\n}\n' },
      { path: "data.json", text: '{ "a": [1, 2] }\n' },
      {
        path: "package.json",
        text: '{\n  "version": "1.0.0",\n  "name": "a",\n  "files": []\n}\n',
      },
      { path: "README.md", text: '# Title\n\n- one\n- two\n\n```ts\nf("x");\n```\n' },
      { path: "LICENSE", text: "  as  it is  " },
      { path: "src/kept.ts", kept: { hash: "1" } },
    ]);
  });

  it("stay as they were printed with the format `none`, whatever the settings", async () => {
    const out = await temporaryFolder();
    await put(out, { ".prettierrc.json": "{" });
    const formatters = withoutOxfmt(new Error("is not loaded"));
    expect(await formatFiles(files, { out, format: "none" }, formatters)).toEqual(files);
  });

  it("come out the same every time, in their order, four at a time", async () => {
    const out = await temporaryFolder();
    const formatters = watchedFormatters();
    const first = await formatFiles(long, { out, format: "auto" }, formatters);
    expect(formatters.mostAtOnce()).toBe(4);
    expect(first.map(({ path }) => path)).toEqual(long.map(({ path }) => path));
    expect(await formatFiles(long, { out, format: "auto" })).toEqual(first);
    expect(await formatFiles(first, { out, format: "auto" })).toEqual(first);
  });

  it.each([
    ["by default", {}],
    ["with line ends of Windows", { ".prettierrc": "endOfLine: crlf" }],
    ["with settings of Prettier", { ".prettierrc": "semi: false\nsingleQuote: true" }],
    [
      "with settings of a folder",
      { ".prettierrc": 'overrides: [{ files: "m2.ts", options: { semi: false } }]' },
    ],
    ["with settings that move imports", { ".oxfmtrc.json": '{ "sortImports": {} }' }],
  ])("are the same together as one by one, %s", async (_with, settings) => {
    const out = await temporaryFolder();
    await put(out, settings);
    const alone = await Promise.all(
      modules.map(async (file) => (await formatFiles([file], { out, format: "auto" }))[0]),
    );
    expect(await formatFiles(modules, { out, format: "auto" })).toEqual(alone);
  });

  it("are the same together as one by one, with a line as there is between them", async () => {
    const out = await temporaryFolder();
    const files = [code, { path: "src/b.ts", text: "f( )\n// The next module.\ng( )" }];
    expect(await formatFiles(files, { out, format: "auto" })).toEqual([
      { path: "src/a.ts", text: 'export function f() {\n  return "x";\n}\n' },
      { path: "src/b.ts", text: "f();\n// The next module.\ng();\n" },
    ]);
  });

  it("are formatted in one call, if they are modules and no setting moves imports", async () => {
    const out = await temporaryFolder();
    const formatters = watchedFormatters();
    await formatFiles(modules, { out, format: "auto" }, formatters);
    expect(formatters.calls.length).toBe(1);
    await put(out, { ".oxfmtrc.json": '{ "sortImports": {} }' });
    await formatFiles(modules, { out, format: "auto" }, formatters);
    expect(formatters.calls.length).toBe(1 + modules.length);
  });

  it.each([
    ["oxfmt", {}],
    ["Prettier", { ".prettierrc": "experimentalTernaries: true\n" }],
  ])("with wrong syntax are a fault of the generator: %s", async (_by, settings) => {
    const out = await temporaryFolder();
    await put(out, settings);
    const broken = { path: "a.ts", text: "export {" };
    await expect(formatFiles([broken], { out, format: "auto" })).rejects.toThrow(SyntaxError);
  });
});

describe("where oxfmt cannot be loaded", () => {
  const causes = [
    ["linux-x64-gnu", "Cannot find module '@oxfmt/binding-linux-x64-gnu'"],
    ["win32-arm64-msvc", "Cannot find module '@oxfmt/binding-win32-arm64-msvc/package.json'"],
  ] as const;

  it.each(causes)(
    "names the package for %s, and what else can be done",
    async (platform, cause) => {
      const error = new Error("Cannot find native binding. npm has a bug.\nMore.", {
        cause: new Error("./oxfmt.node is not there", { cause: new Error(cause) }),
      });
      const out = await temporaryFolder();
      expect(
        await diagnosticsOf(formatFiles([code], { out, format: "auto" }, withoutOxfmt(error))),
      ).toEqual([
        {
          code: "missing-formatter",
          severity: "error",
          message:
            "the formatter oxfmt cannot be loaded: Cannot find native binding. npm has a bug.",
          help: `run \`npm install oxfmt@0.79.0 @oxfmt/binding-${platform}@0.79.0\`, or set \`format: none\` to write files without a formatter`,
        },
      ]);
    },
  );

  it("is no matter where nothing is formatted by it", async () => {
    const out = await temporaryFolder();
    await put(out, { ".prettierrc": "experimentalTernaries: true\n" });
    const formatters = withoutOxfmt(new Error("is not needed"));
    const [made] = await formatFiles([code], { out, format: "auto" }, formatters);
    expect(made).toMatchObject({ text: 'export function f() {\n  return "x";\n}\n' });
  });
});
