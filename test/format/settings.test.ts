import { format as formatByPrettier, type Options } from "prettier";
import { describe, expect, it } from "vitest";
import { formatFiles } from "../../generator/output/format/format-files.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { diagnosticsOf } from "../write/thrown.js";
import { watchedFormatters, withoutPrettier, type Call } from "./formatters.js";

const path = "src/a.ts";

/** A module in which every option that is tried makes a difference. */
const text = `import { one, two } from "./a.js";
export const list = [
  "a long text that does not fit", "another long text", "a third long text that needs a line", 1];
export const object = { plain: 1, "a-b": '"', call: x => one(x) };
export const wrapped = {
  first: one && two && "a long text that does not fit" && "another long text" && one(two),
};
export const short = {
  a: 1 };
export const called = one("a long text that does not fit", "another long text", "a third one");
export type T = { a: string } | { b: (item: string) => number; c: "a long text that does not fit" };
export function f(value: unknown) {
  if (value === undefined) return "x";
}
`;

const file = { path, text };

/** What is called to format a file in `out`, where there are settings around it. */
async function callFor(settings: Readonly<Record<string, string>>): Promise<Call | undefined> {
  const folder = await temporaryFolder();
  await put(folder, settings);
  const formatters = watchedFormatters();
  await formatFiles([file], { out: `${folder}/out`, format: "auto" }, formatters);
  expect(formatters.calls).toHaveLength(1);
  return formatters.calls[0];
}

const prettierDefaults = { printWidth: 80, sortPackageJson: false };

/** Options of Prettier that oxfmt has as well. */
const shared: readonly Options[] = [
  { printWidth: 100 },
  { tabWidth: 4 },
  { useTabs: true },
  { semi: false },
  { singleQuote: true },
  { quoteProps: "consistent" },
  { trailingComma: "none" },
  { trailingComma: "es5" },
  { bracketSpacing: false },
  { arrowParens: "avoid" },
  { endOfLine: "crlf" },
  { objectWrap: "collapse" },
  { experimentalOperatorPosition: "start" },
  { printWidth: 120, tabWidth: 3, semi: false, singleQuote: true, arrowParens: "avoid" },
];

describe("settings of Prettier that oxfmt has as well", () => {
  it.each(shared)("are passed on, and oxfmt does what Prettier would: %j", async (options) => {
    const folder = await temporaryFolder();
    await put(folder, { ".prettierrc.json": JSON.stringify(options) });
    const formatters = watchedFormatters();
    const [made] = await formatFiles([file], { out: folder, format: "auto" }, formatters);
    expect(formatters.calls).toEqual([
      { by: "oxfmt", options: { ...prettierDefaults, ...options } },
    ]);
    expect(made).toMatchObject({
      text: await formatByPrettier(text, { ...options, filepath: path }),
    });
    expect(made).not.toMatchObject({ text: await formatByPrettier(text, { filepath: path }) });
  });
});

describe("the settings around the output folder decide who formats, and how", () => {
  it.each<[what: string, settings: Readonly<Record<string, string>>, call: Call]>([
    ["none: 80 columns", {}, { by: "oxfmt", options: prettierDefaults }],
    [
      "EditorConfig",
      { ".editorconfig": "root = true\n[*.ts]\nindent_style = tab\nmax_line_length = 90\n" },
      { by: "oxfmt", options: { ...prettierDefaults, useTabs: true, printWidth: 90 } },
    ],
    [
      "Prettier, in a package.json, with overrides",
      {
        "package.json":
          '{"prettier": {"semi": false, "overrides": [{"files": "out/**/*.ts", "options": {"tabWidth": 4}}]}}',
      },
      { by: "oxfmt", options: { ...prettierDefaults, semi: false, tabWidth: 4 } },
    ],
    [
      "Prettier, with options that change nothing",
      { ".prettierrc": "plugins: []\nexperimentalTernaries: false\ninsertPragma: false\n" },
      { by: "oxfmt", options: prettierDefaults },
    ],
    [
      "Prettier, with an experiment",
      { ".prettierrc": "experimentalTernaries: true\n" },
      { by: "prettier", options: { experimentalTernaries: true } },
    ],
    [
      "Prettier, with a parser",
      { ".prettierrc": "overrides: [{ files: '*.ts', options: { parser: babel-ts } }]\n" },
      { by: "prettier", options: { parser: "babel-ts" } },
    ],
    [
      "Prettier, with a value that only it has",
      { ".prettierrc": "endOfLine: auto\n" },
      { by: "prettier", options: { endOfLine: "auto" } },
    ],
    [
      "Prettier, with lines that are too long for oxfmt",
      { ".prettierrc": "printWidth: 400\n" },
      { by: "prettier", options: { printWidth: 400 } },
    ],
    [
      "Prettier, with an option that nobody knows",
      { ".prettierrc": "colour: green\n" },
      { by: "prettier", options: { colour: "green" } },
    ],
    [
      "oxfmt: its own defaults",
      { ".oxfmtrc.json": '{ "semi": false }' },
      { by: "oxfmt", options: { semi: false } },
    ],
    [
      "oxfmt, with comments and overrides, of which the last one wins",
      {
        ".oxfmtrc.jsonc": `{
          // Of three, two match.
          "overrides": [
            { "files": ["*.ts"], "options": { "tabWidth": 4, "semi": false } },
            { "files": ["out/src/**"], "options": { "tabWidth": 8 } },
            { "files": ["**/*.ts"], "excludeFiles": ["a.ts"], "options": { "tabWidth": 3 } },
          ],
        }`,
      },
      { by: "oxfmt", options: { tabWidth: 8, semi: false } },
    ],
    [
      "oxfmt beside Prettier",
      { ".oxfmtrc.json": '{ "tabWidth": 4 }', ".prettierrc": "tabWidth: 8\n" },
      { by: "oxfmt", options: { tabWidth: 4 } },
    ],
    [
      "oxfmt, and EditorConfig nearer to the files",
      { ".oxfmtrc.json": '{ "tabWidth": 4 }', "out/.editorconfig": "[*]\nindent_size = 8\n" },
      { by: "oxfmt", options: { tabWidth: 4 } },
    ],
    [
      "Prettier inside a folder with oxfmt",
      { ".oxfmtrc.json": '{ "tabWidth": 4 }', "out/src/.prettierrc": "tabWidth: 8\n" },
      { by: "oxfmt", options: { ...prettierDefaults, tabWidth: 8 } },
    ],
  ])("%s", async (_what, settings, call) => {
    expect(await callFor(settings)).toEqual(call);
  });

  it("has plugins called by Prettier", async () => {
    const folder = await temporaryFolder();
    await put(folder, {
      ".prettierrc.json": '{ "plugins": ["./plugin.cjs"] }',
      // A parser that takes every module for one statement.
      "plugin.cjs": `const parse = (text) => ({ text });
        module.exports = {
          parsers: { typescript: { parse, astFormat: "one", locStart: () => 0, locEnd: () => 1 } },
          printers: { one: { print: () => "by the plugin" } },
        };`,
    });
    const [made] = await formatFiles([file], { out: folder, format: "auto" });
    expect(made).toMatchObject({ text: "by the plugin" });
  });

  it("is examined again by every call", async () => {
    const folder = await temporaryFolder();
    const json = { path: "a.json", text: '{\n"a":1}' };
    for (const tabWidth of [2, 4]) {
      await put(folder, { ".prettierrc.json": JSON.stringify({ tabWidth }) });
      const [made] = await formatFiles([json], { out: folder, format: "auto" });
      expect(made).toMatchObject({ text: `{\n${" ".repeat(tabWidth)}"a": 1\n}\n` });
    }
  });
});

describe("settings that cannot be used", () => {
  it.each([
    [
      ".prettierrc.json",
      '{"semi": ',
      /^the Prettier settings for .*\/src\/a\.ts cannot be used: ./,
    ],
    [".prettierrc.json", '{"semi": "never"}', /cannot be used: .*semi/],
    [
      ".prettierrc.json",
      '{"plugins": ["prettier-plugin-that-is-not-there"]}',
      /cannot be used: .*not-there/,
    ],
    [".oxfmtrc.json", '{"semi": ', /\.oxfmtrc\.json cannot be used: it is not JSON: .* at 9$/],
    [".oxfmtrc.json", '{"semi": "never"}', /\.oxfmtrc\.json cannot be used: .*"never"/],
    [".oxfmtrc.json", '{"overrides": {}}', /\.oxfmtrc\.json cannot be used: .*Array/],
  ])("in %s are refused with what is wrong: %s", async (name, settings, message) => {
    const folder = await temporaryFolder();
    await put(folder, { [name]: settings });
    const [problem] = await diagnosticsOf(formatFiles([file], { out: folder, format: "auto" }));
    expect(problem?.code).toBe(
      name === ".oxfmtrc.json" ? "invalid-oxfmt-config" : "invalid-prettier-config",
    );
    expect(problem?.message).toMatch(message);
  });

  it("of Prettier are refused where it is not installed", async () => {
    const folder = await temporaryFolder();
    await put(folder, { ".prettierrc": "semi: false\n" });
    const [problem] = await diagnosticsOf(
      formatFiles([file], { out: `${folder}/out`, format: "auto" }, withoutPrettier),
    );
    expect(problem?.code).toBe("missing-prettier");
    expect(problem?.message).toMatch(/\.prettierrc has Prettier settings .*is not installed$/);
    expect(problem?.help).toContain("npm install --save-dev prettier");
  });

  it("of EditorConfig are left alone where Prettier is not installed to read them", async () => {
    const folder = await temporaryFolder();
    await put(folder, { ".editorconfig": "root = true\n[*]\nindent_style = tab\n" });
    const [made] = await formatFiles([file], { out: folder, format: "auto" }, withoutPrettier);
    expect(made).toMatchObject({ text: await formatByPrettier(text, { filepath: path }) });
  });
});
