import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compareFiles } from "../../generator/output/compare.js";
import { writeFiles } from "../../generator/output/write.js";
import { put, snapshot, temporaryFolder } from "./temporary-folder.js";
import { diagnosticsOf } from "./thrown.js";

describe("a comparison", () => {
  it("finds nothing after a run", async () => {
    const out = await temporaryFolder();
    const files = [{ path: "src/a.ts", text: "1\n" }];
    await writeFiles(files, out);
    expect(await compareFiles(files, out)).toEqual([]);
  });

  it("shows what a run would add, change and remove, as Git does, and changes nothing", async () => {
    const out = await temporaryFolder();
    await writeFiles(
      [
        { path: "src/changed.ts", text: "1\n2\n3\n4\n5\n" },
        { path: "src/gone.ts", text: "x\n" },
      ],
      out,
    );
    const before = await snapshot(out);
    const changes = await compareFiles(
      [
        { path: "src/changed.ts", text: "1\n2\n3\n4\nfive" },
        { path: "src/new.ts", text: "y\n" },
      ],
      out,
      { shownAs: "generated" },
    );
    expect(changes.map(({ kind, path }) => [kind, path])).toEqual([
      ["changed", ".guardsmith.json"],
      ["changed", "src/changed.ts"],
      ["removed", "src/gone.ts"],
      ["added", "src/new.ts"],
    ]);
    expect(changes.slice(1).map(({ patch }) => patch)).toEqual([
      `--- a/generated/src/changed.ts
+++ b/generated/src/changed.ts
@@ -2,4 +2,4 @@
 2
 3
 4
-5
+five
\\ No newline at end of file
`,
      `--- a/generated/src/gone.ts
+++ /dev/null
@@ -1,1 +0,0 @@
-x
`,
      `--- /dev/null
+++ b/generated/src/new.ts
@@ -0,0 +1,1 @@
+y
`,
    ]);
    expect(await snapshot(out)).toEqual(before);
  });

  it("does not make the output folder", async () => {
    const folder = await temporaryFolder();
    const changes = await compareFiles([{ path: "a.ts", text: "1\n" }], join(folder, "out"));
    expect(changes.map(({ kind }) => kind)).toEqual(["added", "added"]);
    expect(await snapshot(folder)).toEqual({});
  });

  it("sees a file that was edited by hand and one that was deleted", async () => {
    const out = await temporaryFolder();
    const files = [
      { path: "a.ts", text: "1\n" },
      { path: "b.ts", text: "1\n" },
    ];
    await writeFiles(files, out);
    await put(out, { "a.ts": "edited\n" });
    await rm(join(out, "b.ts"));
    expect((await compareFiles(files, out)).map(({ kind, path }) => [kind, path])).toEqual([
      ["changed", "a.ts"],
      ["added", "b.ts"],
    ]);
  });

  it("refuses what a run would refuse", async () => {
    const out = await temporaryFolder();
    await put(out, { "a.ts": "mine" });
    const [diagnostic] = await diagnosticsOf(compareFiles([{ path: "a.ts", text: "1" }], out));
    expect(diagnostic).toMatchObject({ code: "foreign-file" });
  });

  it("does not look for the differences of files that have hardly anything in common", async () => {
    const out = await temporaryFolder();
    const lines = (word: string): string =>
      Array.from({ length: 10_000 }, (_, i) => `${word} ${i}\n`).join("");
    await writeFiles([{ path: "a.ts", text: lines("old") }], out);
    const [, change] = await compareFiles([{ path: "a.ts", text: lines("new") }], out);
    expect(change?.patch).toBe("--- a/a.ts\n+++ b/a.ts\nMore than 4000 lines differ.\n");
  });
});
