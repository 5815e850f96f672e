import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createManifest } from "../../generator/write/manifest.js";
import { writeFiles } from "../../generator/write/write.js";
import { put, snapshot, temporaryFolder } from "./temporary-folder.js";
import { diagnosticsOf } from "./thrown.js";

const one = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";
const two = "d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35";

describe("the manifest", () => {
  it("lists every file with its SHA-256, sorted by path whatever the order of the files", () => {
    const a = { path: "src/a.ts", text: "1" };
    const b = { path: "b.ts", text: "2" };
    const text = `{
  "files": {
    "b.ts": "${two}",
    "src/a.ts": "${one}"
  }
}
`;
    expect(createManifest([a, b])).toEqual({ path: ".guardsmith.json", text });
    expect(createManifest([b, a])).toEqual({ path: ".guardsmith.json", text });
  });

  it("is written with the files", async () => {
    const out = await temporaryFolder();
    const files = [{ path: "a.ts", text: "1" }];
    await writeFiles(files, out);
    expect(await snapshot(out)).toEqual({
      "a.ts": "1",
      ".guardsmith.json": createManifest(files).text,
    });
  });

  it("is laid out by the user's settings, as the other files are", async () => {
    const out = await temporaryFolder();
    await put(out, { ".prettierrc.json": '{"useTabs": true}' });
    await writeFiles([{ path: "a.ts", text: "1" }], out);
    expect(await snapshot(out)).toMatchObject({
      ".guardsmith.json": `{\n\t"files": {\n\t\t"a.ts": "${one}"\n\t}\n}\n`,
    });
  });

  it("is written again when it was deleted and the files are as they should be", async () => {
    const out = await temporaryFolder();
    await put(out, { "a.ts": "1" });
    expect(await writeFiles([{ path: "a.ts", text: "1" }], out)).toEqual({
      added: 1,
      changed: 0,
      removed: 0,
      unchanged: 1,
    });
  });

  it.each([
    ["not JSON", "<<<<<<< HEAD\n{}"],
    ["empty", ""],
    ["something else", '{"name": "x"}'],
    ["a list of files without hashes", '{"files": ["a.ts"]}'],
    ["naming a file outside", `{"files": {"../mine.ts": "${one}"}}`],
    ["naming an absolute path", `{"files": {"/mine.ts": "${one}"}}`],
  ])("stops the run when it is %s", async (_, text) => {
    const folder = await temporaryFolder();
    const out = join(folder, "out");
    await put(folder, {
      "mine.ts": "1",
      "out/.guardsmith.json": text,
      "out/a.ts": "1",
    });
    const before = await snapshot(folder);
    const [diagnostic] = await diagnosticsOf(writeFiles([{ path: "a.ts", text: "2" }], out));
    expect(diagnostic).toMatchObject({
      severity: "error",
      code: "corrupt-manifest",
    });
    expect(diagnostic?.message).toContain("/out/.guardsmith.json is not a list");
    expect(await snapshot(folder)).toEqual(before);
  });
});
