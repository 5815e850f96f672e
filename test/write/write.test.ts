import { mkdir, rename, rm, stat, symlink, utimes } from "node:fs/promises";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import type { OutputFile } from "../../generator/emit/output-file.js";
import { writeFiles } from "../../generator/output/write.js";
import { put, snapshot, temporaryFolder } from "./temporary-folder.js";
import { diagnosticsOf } from "./thrown.js";

const files = (texts: Readonly<Record<string, string>>): readonly OutputFile[] =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));

/** A snapshot without the manifest, whose text other tests are about. */
async function written(folder: string): Promise<Record<string, string>> {
  const all = Object.entries(await snapshot(folder));
  return Object.fromEntries(all.filter(([path]) => path !== ".guardsmith-files"));
}

describe("a run", () => {
  it("makes the output folder and the folders around it", async () => {
    const out = join(await temporaryFolder(), "a/b");
    const summary = await writeFiles(files({ "index.ts": "1", "src/models/batch.ts": "2" }), out);
    expect(await written(out)).toEqual({
      "index.ts": "1",
      "src/models/batch.ts": "2",
    });
    expect(summary).toMatchObject({ added: 3, changed: 0, removed: 0, unchanged: 0 });
  });

  it("leaves nothing but the files and the manifest", async () => {
    const out = await temporaryFolder();
    await writeFiles(files({ "a.ts": "1" }), out);
    await writeFiles(files({ "a.ts": "2" }), out);
    expect(Object.keys(await snapshot(out))).toEqual([".guardsmith-files", "a.ts"]);
  });

  it("replaces what changed, removes what is no longer generated, and counts both", async () => {
    const out = await temporaryFolder();
    await writeFiles(files({ "same.ts": "1", "changed.ts": "1", "old/deep/gone.ts": "1" }), out);
    const summary = await writeFiles(
      files({ "same.ts": "1", "changed.ts": "2", "new.ts": "1" }),
      out,
    );
    expect(await written(out)).toEqual({
      "same.ts": "1",
      "changed.ts": "2",
      "new.ts": "1",
    });
    // The manifest is among the changed files.
    expect(summary).toMatchObject({ added: 1, changed: 2, removed: 1, unchanged: 1 });
  });

  it("does not write a file again that stays the same", async () => {
    const out = await temporaryFolder();
    await writeFiles(files({ "a.ts": "1", "b.ts": "1" }), out);
    const past = new Date("2001-01-01");
    for (const path of ["a.ts", ".guardsmith-files"]) await utimes(join(out, path), past, past);

    await writeFiles(files({ "a.ts": "1", "b.ts": "2" }), out);
    expect((await stat(join(out, "a.ts"))).mtime).toEqual(past);

    await utimes(join(out, ".guardsmith-files"), past, past);
    const summary = await writeFiles(files({ "a.ts": "1", "b.ts": "2" }), out);
    expect(summary).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: 3 });
    expect((await stat(join(out, ".guardsmith-files"))).mtime).toEqual(past);
  });

  it("removes the folders that it empties, but none in which something is left", async () => {
    const out = await temporaryFolder();
    await writeFiles(files({ "a/b/one.ts": "1", "c/d/two.ts": "1" }), out);
    await put(out, { "c/mine.txt": "mine" });
    await mkdir(join(out, "empty"));
    await writeFiles(files({}), out);
    expect(await snapshot(out)).toEqual({ "c/mine.txt": "mine", empty: "/" });
  });

  it("writes a file again that was deleted", async () => {
    const out = await temporaryFolder();
    await writeFiles(files({ "a.ts": "1", "b.ts": "1" }), out);
    await rm(join(out, "a.ts"));
    expect(await writeFiles(files({ "a.ts": "1", "b.ts": "1" }), out)).toMatchObject({ added: 1 });
    expect(await written(out)).toEqual({ "a.ts": "1", "b.ts": "1" });
  });

  it("follows a link that is the output folder itself", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "real"));
    await symlink("real", join(folder, "out"));
    await writeFiles(files({ "a.ts": "1" }), join(folder, "out"));
    expect(await written(join(folder, "real"))).toEqual({ "a.ts": "1" });
  });

  it("ends with the files of one run when two run at the same time", async () => {
    const out = join(await temporaryFolder(), "out");
    const texts = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`src/${i}.ts`, `${i}`]));
    await Promise.all([writeFiles(files(texts), out), writeFiles(files(texts), out)]);
    expect(await written(out)).toEqual(texts);
  });
});

describe("files that Guardsmith did not write", () => {
  it("are left alone", async () => {
    const out = await temporaryFolder();
    await put(out, { "mine.ts": "mine", "src/mine.ts": "mine" });
    await writeFiles(files({ "src/a.ts": "1" }), out);
    await writeFiles(files({}), out);
    expect(await written(out)).toEqual({
      "mine.ts": "mine",
      "src/mine.ts": "mine",
    });
  });

  it("are not written over: the run is refused, and nothing is written", async () => {
    const folder = await temporaryFolder();
    const out = join(folder, "out");
    await put(out, { "a.ts": "mine", "src/b.ts": "mine" });
    const before = await snapshot(folder);
    const diagnostics = await diagnosticsOf(
      writeFiles(files({ "a.ts": "1", "src/b.ts": "1", "c.ts": "1" }), out),
    );
    expect(diagnostics).toEqual(
      ["a.ts", "src/b.ts"].map((path) => ({
        severity: "error",
        code: "foreign-file",
        message: `${relative(process.cwd(), join(out, path))} would be overwritten, but Guardsmith did not write its content`,
        help: "move or delete it, choose another output folder, or run with --force to overwrite it",
      })),
    );
    expect(await snapshot(folder)).toEqual(before);
  });

  it("are taken over when they are what would be written anyway", async () => {
    const out = await temporaryFolder();
    await put(out, { "a.ts": "1" });
    await writeFiles(files({ "a.ts": "1" }), out);
    await writeFiles(files({ "a.ts": "2" }), out);
    expect(await written(out)).toEqual({ "a.ts": "2" });
  });

  it.each<[what: string, arrange: (out: string) => Promise<unknown>]>([
    ["a folder where a file should go", (out) => mkdir(join(out, "src/a.ts"), { recursive: true })],
    ["a file where a folder should go", (out) => put(out, { src: "mine" })],
    [
      "a link where a file should go",
      async (out) => {
        await put(out, { "mine.ts": "1" });
        await mkdir(join(out, "src"));
        await symlink("../mine.ts", join(out, "src/a.ts"));
      },
    ],
    [
      "a link where a folder should go",
      (out) => symlink(join(out, "../elsewhere"), join(out, "src")),
    ],
    ["a broken link where a folder should go", (out) => symlink("nowhere", join(out, "src"))],
  ])("stop the run when they are %s", async (_, arrange) => {
    const folder = await temporaryFolder();
    const out = join(folder, "out");
    await put(folder, { "elsewhere/a.ts": "mine", "out/other.ts": "mine" });
    await arrange(out);
    const before = await snapshot(folder);
    const [diagnostic, ...others] = await diagnosticsOf(
      writeFiles(files({ "src/a.ts": "1", "b.ts": "1" }), out),
    );
    expect(diagnostic).toMatchObject({ code: "foreign-file" });
    expect(others).toEqual([]);
    expect(await snapshot(folder)).toEqual(before);
  });

  it("stop the run when one of them is the output folder", async () => {
    const folder = await temporaryFolder();
    await put(folder, { out: "mine" });
    const [diagnostic] = await diagnosticsOf(
      writeFiles(files({ "a.ts": "1" }), join(folder, "out")),
    );
    expect(diagnostic).toMatchObject({ code: "foreign-file" });
    expect(await snapshot(folder)).toEqual({ out: "mine" });
  });

  it("are not removed when they stand where an old generated file was", async () => {
    const folder = await temporaryFolder();
    const out = join(folder, "out");
    await writeFiles(files({ "src/a.ts": "1" }), out);
    await rename(join(out, "src"), join(folder, "moved"));
    await symlink("../moved", join(out, "src"));
    await writeFiles(files({ "b.ts": "1" }), out);
    expect(await written(out)).toEqual({ "b.ts": "1", src: "→ ../moved" });
    expect(await snapshot(join(folder, "moved"))).toEqual({ "a.ts": "1" });
  });
});

describe("the path of a file", () => {
  it.each([
    "../a.ts",
    "src/../../a.ts",
    "/a.ts",
    "a\\b.ts",
    "C:a.ts",
    "",
    ".",
    "a//b.ts",
    "./a.ts",
    "a/",
    "a\0.ts",
    "a\u001b[2J.ts",
    "a\u202e.ts",
    ".guardsmith-files",
    ".guardsmith/journal",
    ".git/hooks/post-checkout",
    "a/.GIT/config",
    "node_modules/a/index.js",
    "a/.. /b.ts",
    "#a.ts",
  ])("is refused when it is %j", async (path) => {
    const folder = await temporaryFolder();
    const [diagnostic] = await diagnosticsOf(
      writeFiles(files({ "ok.ts": "1", [path]: "1" }), join(folder, "out")),
    );
    expect(diagnostic).toMatchObject({ code: "unsafe-output-path" });
    expect(await snapshot(folder)).toEqual({});
  });

  it("is refused when two files have it", async () => {
    const out = await temporaryFolder();
    const twice = [...files({ "a.ts": "1" }), ...files({ "a.ts": "2" })];
    const [diagnostic] = await diagnosticsOf(writeFiles(twice, out));
    expect(diagnostic).toMatchObject({ code: "unsafe-output-path" });
  });
});

describe("what the operating system refuses", () => {
  it("is reported in its words, without a stack trace", async () => {
    const folder = await temporaryFolder();
    await put(folder, { file: "mine" });
    const [diagnostic] = await diagnosticsOf(
      writeFiles(files({ "a.ts": "1" }), join(folder, "file/out")),
    );
    expect(diagnostic).toMatchObject({
      severity: "error",
      code: "unusable-output-folder",
    });
    expect(diagnostic?.message).toMatch(/ cannot be used as the output folder: ENOTDIR: /);
    expect(await snapshot(folder)).toEqual({ file: "mine" });
  });
});
