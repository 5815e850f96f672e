import { version } from "prettier";
import { describe, expect, it } from "vitest";
import { formatSettings } from "../../generator/output/cache/format-settings.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

type Files = Readonly<Record<string, string>>;

/** What the format of the files in `out` depends on, hashes left out. */
async function dependencies(files: Files): Promise<readonly string[] | undefined> {
  const folder = await temporaryFolder();
  await put(folder, files);
  const text = formatSettings(`${folder}/out`, ["src"]);
  return text?.replace(/ [0-9a-f]{64}$/gm, "").split("\n");
}

const prettier = `prettier ${version}`;

describe("what the format depends on", () => {
  it.each<[files: Files, parts: readonly string[]]>([
    [{}, [""]],
    [{ ".oxfmtrc.json": "{}" }, ["../.oxfmtrc.json"]],
    [{ "oxfmt.config.ts": "export default {}" }, ["../oxfmt.config.ts"]],
    [{ ".prettierrc": "semi: false" }, ["../.prettierrc", prettier]],
    [{ "out/src/.editorconfig": "" }, ["src/.editorconfig", prettier]],
    [{ "package.json": '{ "prettier": { "semi": false } }' }, ["../package.json", prettier]],
    [{ "package.json": '{ "name": "a" }' }, [""]],
    [
      { "out/.oxfmtrc.jsonc": "{}", "prettier.config.js": "export default {}" },
      [".oxfmtrc.jsonc", "../prettier.config.js", prettier],
    ],
  ])(
    "is said by the settings around, and the version of who reads them: %j",
    async (files, parts) => {
      expect(await dependencies(files)).toEqual(parts);
    },
  );

  it.each<[files: Files]>([
    [{ "oxfmt.config.ts": 'import { width } from "./width.js"; export default { width };' }],
    [{ ".prettierrc.cjs": 'module.exports = require("./shared.cjs");' }],
    [{ ".prettierrc": "plugins: [./plugin.js]" }],
    [{ "package.json": '{ "prettier": "@company/prettier-config" }' }],
  ])("is not known where settings lead to other files: %j", async (files) => {
    expect(await dependencies(files)).toBeUndefined();
  });

  it("is another one after a change of the settings", async () => {
    const folder = await temporaryFolder();
    const seen = new Set<string | undefined>();
    for (const tabWidth of [2, 4]) {
      await put(folder, { ".oxfmtrc.json": JSON.stringify({ tabWidth }) });
      seen.add(formatSettings(folder, []));
    }
    expect(seen.size).toBe(2);
  });
});
