import { describe, expect, it } from "vitest";
import { layOutFiles } from "../../generator/output/layout/lay-out-files.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { diagnosticsOf } from "../write/thrown.js";

const code = { path: "src/a.ts", text: "export function f( ) {return 'x'}" };

describe("the layout of the files", () => {
  it("is Prettier's own where there are no settings, for TypeScript, JSON and Markdown", async () => {
    const out = await temporaryFolder();
    const files = [
      code,
      { path: "data.json", text: '{"a":[1,2]}' },
      { path: "README.md", text: "# Title\n* one\n* two" },
      { path: "LICENSE", text: "  as  it is  " },
    ];
    expect(await layOutFiles(files, out)).toEqual([
      { path: "src/a.ts", text: 'export function f() {\n  return "x";\n}\n' },
      { path: "data.json", text: '{ "a": [1, 2] }\n' },
      { path: "README.md", text: "# Title\n\n- one\n- two\n" },
      { path: "LICENSE", text: "  as  it is  " },
    ]);
  });

  it.each<[settings: Readonly<Record<string, string>>, want: string]>([
    [
      { ".prettierrc.json": '{"singleQuote": true, "semi": false}' },
      "export function f() {\n  return 'x'\n}\n",
    ],
    [
      { ".editorconfig": "root = true\n[*.ts]\nindent_style = tab\n" },
      'export function f() {\n\treturn "x";\n}\n',
    ],
    [
      {
        "package.json":
          '{"prettier": {"overrides": [{"files": "out/**/*.ts", "options": {"tabWidth": 4}}]}}',
      },
      'export function f() {\n    return "x";\n}\n',
    ],
  ])("follows the user's settings around the output folder: %j", async (settings, want) => {
    const folder = await temporaryFolder();
    await put(folder, settings);
    expect(await layOutFiles([code], `${folder}/out`)).toEqual([{ path: "src/a.ts", text: want }]);
  });

  it("follows settings that changed since the last call", async () => {
    const folder = await temporaryFolder();
    const json = { path: "a.json", text: '{\n"a":1}' };
    for (const tabWidth of [2, 4]) {
      await put(folder, { ".prettierrc.json": JSON.stringify({ tabWidth }) });
      const [file] = await layOutFiles([json], folder);
      expect(file?.text).toBe(`{\n${" ".repeat(tabWidth)}"a": 1\n}\n`);
    }
  });

  it.each([
    ['{"semi": ', /^the Prettier settings for .*\/src\/a\.ts cannot be used: ./],
    ['{"semi": "never"}', /cannot be used: .*semi/],
    ['{"plugins": ["prettier-plugin-that-is-not-there"]}', /cannot be used: .*not-there/],
  ])("is refused with what is wrong when the settings are %s", async (settings, message) => {
    const folder = await temporaryFolder();
    await put(folder, { ".prettierrc.json": settings });
    const [diagnostic] = await diagnosticsOf(layOutFiles([code], folder));
    expect(diagnostic).toMatchObject({ code: "invalid-prettier-config" });
    expect(diagnostic?.message).toMatch(message);
  });

  it("is a fault of the generator where a file has wrong syntax", async () => {
    const broken = { path: "a.ts", text: "export {" };
    await expect(layOutFiles([broken], await temporaryFolder())).rejects.toThrow(SyntaxError);
  });
});
