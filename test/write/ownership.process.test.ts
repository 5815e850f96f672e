import { execFile } from "node:child_process";
import { link, mkdir, rm, symlink, truncate } from "node:fs/promises";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { writeFiles } from "../../generator/output/write.js";
import { marked } from "./marked.js";
import { put, snapshot, temporaryFolder } from "./temporary-folder.js";
import { diagnosticsOf } from "./thrown.js";

const manifest = ".guardsmith-files";
const old = marked("src/old.ts", "old");
const wanted = marked("src/new.ts", "new");
const license = { path: "LICENSE", text: "As you like.\n" };

/** A folder that holds what a run has written, in which nothing is remembered of that. */
async function clone(
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<string> {
  const [first, out] = [await temporaryFolder(), await temporaryFolder()];
  await writeFiles(files, first);
  await put(out, await snapshot(first));
  return out;
}

/** What an empty folder comes to hold. */
async function fresh(): Promise<Record<string, string>> {
  const out = await temporaryFolder();
  await writeFiles([wanted], out);
  return snapshot(out);
}

describe("a file that is not needed any more", () => {
  it.each<[what: string, text: string]>([
    ["as it was written", old.text],
    ["with the line ends of Windows", old.text.replaceAll("\n", "\r\n")],
  ])("is removed when it is %s, in a fresh clone", async (_, text) => {
    const out = await clone([old, wanted]);
    await put(out, { [old.path]: text });
    const { removed, edits } = await writeFiles([wanted], out);
    expect({ removed, edits }).toEqual({ removed: 1, edits: { kept: [], lost: [] } });
    expect(await snapshot(out)).toEqual(await fresh());
  });

  it.each<[what: string, text: string]>([
    ["edited", `${old.text}export const mine = 1;\n`],
    ["in the middle of a merge", `<<<<<<< HEAD\n${old.text}=======\nmine\n>>>>>>> b\n`],
    ["replaced", "mine\n"],
    ["a copy of another one", marked("src/other.ts", "old").text],
    ["empty", ""],
  ])("is kept, named and listed when it is %s, until --force", async (_, text) => {
    const out = await clone([old, wanted]);
    await put(out, { [old.path]: text });
    for (let round = 0; round < 2; round += 1) {
      const { removed, edits } = await writeFiles([wanted], out);
      expect({ removed, edits }).toEqual({ removed: 0, edits: { kept: [old.path], lost: [] } });
      const files = await snapshot(out);
      expect(files[old.path]).toBe(text);
      expect(files[manifest]).toContain(`\n${old.path}\n`);
    }
    const { edits } = await writeFiles([wanted], out, { force: true });
    expect(edits).toEqual({ kept: [], lost: [old.path] });
    expect(await snapshot(out)).toEqual(await fresh());
  });

  it("is no longer listed once somebody has deleted it", async () => {
    const out = await clone([old, wanted]);
    await put(out, { [old.path]: "mine" });
    await writeFiles([wanted], out);
    await rm(join(out, old.path));
    expect((await writeFiles([wanted], out)).edits).toEqual({ kept: [], lost: [] });
    expect(await snapshot(out)).toEqual(await fresh());
  });

  it("has no mark: it is removed where it is remembered, and kept in a fresh clone", async () => {
    const out = await temporaryFolder();
    await writeFiles([license, wanted], out);
    expect((await writeFiles([wanted], out)).removed).toBe(1);
    const other = await clone([license, wanted]);
    expect((await writeFiles([wanted], other)).edits.kept).toEqual(["LICENSE"]);
    expect((await snapshot(other)).LICENSE).toBe(license.text);
  });

  it("is removed though nothing lists it, if it is as it was written", async () => {
    const out = await clone([wanted]);
    await put(out, {
      [old.path]: old.text,
      "src/copy.ts": old.text,
      "src/edited.ts": `${marked("src/edited.ts", "a").text}more\n`,
      "lib/old.ts": marked("lib/old.ts", "old").text,
    });
    expect((await writeFiles([wanted], out)).edits).toEqual({ kept: [], lost: [] });
    const left = Object.keys(await snapshot(out));
    // Only folders with generated files are searched.
    expect(left).toEqual([manifest, "lib/old.ts", "src/copy.ts", "src/edited.ts", "src/new.ts"]);
  });
});

describe("a file that is needed", () => {
  const edited = [
    ["edited", `${wanted.text}export const mine = 1;\n`],
    ["in the middle of a merge", `<<<<<<< HEAD\n${wanted.text}=======\n${old.text}>>>>>>> b\n`],
    ["behind a shebang", `#!/usr/bin/env node\n${wanted.text}`],
  ] as const;
  it.each<[what: string, text: string, lost: readonly string[]]>(
    [
      ...edited.map(([what, text]) => [what, text, [wanted.path]] as const),
      ["of another run", marked(wanted.path, "older").text, []],
      ["behind a byte order mark", `\ufeff${wanted.text}`, []],
      ["empty", "\n", []],
    ].map(([what, text, lost]) => [what, text, lost] as [string, string, readonly string[]]),
  )("is written anew when it is %s, listed or not, and edits are named", async (_, text, lost) => {
    for (const list of ["", "src/new.ts\n"]) {
      const out = await temporaryFolder();
      await put(out, { [manifest]: list, [wanted.path]: text });
      expect((await writeFiles([wanted], out)).edits).toEqual({ kept: [], lost });
      expect(await snapshot(out)).toEqual(await fresh());
    }
  });

  it.each<[what: string, text: string]>([
    ["somebody's", "export const mine = 1;\n"],
    ["somebody's who writes about Guardsmith", 'export const a = "Generated by Guardsmith";\n'],
    ["somebody's, with a generated part", `export const mine = 1;\n${wanted.text}`],
  ])("is an error when it is %s, whatever the manifest lists, until --force", async (_, text) => {
    const out = await temporaryFolder();
    await put(out, {
      [manifest]: "src/new.ts\nsrc/a.ts\n",
      [wanted.path]: text,
      "src/a.ts": "mine",
    });
    const before = await snapshot(out);
    const files = [wanted, marked("src/a.ts", "a")];
    const found = await diagnosticsOf(writeFiles(files, out));
    const shown = (path: string): string => relative(process.cwd(), join(out, path));
    // All are named at once.
    expect(found.map(({ code, message }) => [code, message.split(" ")[0]])).toEqual([
      ["foreign-file", shown("src/new.ts")],
      ["foreign-file", shown("src/a.ts")],
    ]);
    expect(found[0]?.help).toContain("--force");
    expect(await snapshot(out)).toEqual(before);
    const { edits } = await writeFiles(files, out, { force: true });
    expect(edits.lost).toEqual(["src/a.ts", "src/new.ts"]);
  });

  it("has no mark: it is written anew where it is remembered, and an error in a fresh clone", async () => {
    const other = { ...license, text: "Ask.\n" };
    const out = await temporaryFolder();
    await writeFiles([license], out);
    expect((await writeFiles([other], out)).changed).toBe(1);
    const cloned = await clone([license]);
    expect((await writeFiles([license], cloned)).unchanged).toBe(2);
    // Now it is remembered.
    expect((await writeFiles([other], cloned)).changed).toBe(1);
    const [diagnostic] = await diagnosticsOf(writeFiles([other], await clone([license])));
    expect(diagnostic).toMatchObject({ code: "foreign-file" });
  });

  it("stays as it is where only line ends differ, until --force", async () => {
    const out = await clone([wanted]);
    const text = wanted.text.replaceAll("\n", "\r\n");
    await put(out, { [wanted.path]: text });
    expect(await writeFiles([wanted], out)).toMatchObject({ changed: 0, unchanged: 2 });
    expect((await snapshot(out))[wanted.path]).toBe(text);
    expect(await writeFiles([wanted], out, { force: true })).toMatchObject({ changed: 1 });
    expect(await snapshot(out)).toEqual(await fresh());
  });
});

describe("a manifest that somebody else wrote", () => {
  it("leads to nothing outside of the folder, and not through links, even with --force", async () => {
    const folder = await temporaryFolder();
    const out = join(folder, "out");
    const mine = {
      "mine.ts": "mine",
      "out/.git/config": "mine",
      "out/node_modules/a/index.js": "a",
    };
    const lines = ["../mine.ts", join(folder, "mine.ts"), ".git/config", "node_modules/a/index.js"];
    await put(folder, {
      ...mine,
      [`out/${manifest}`]: [...lines, "link.ts", "in/a.ts", "pipe", "dir", ""].join("\n"),
    });
    await symlink("../mine.ts", join(out, "link.ts"));
    await symlink("..", join(out, "in"));
    await mkdir(join(out, "dir"));
    await promisify(execFile)("mkfifo", [join(out, "pipe")]);
    const { edits, removed } = await writeFiles([wanted], out, { force: true });
    expect({ edits, removed }).toEqual({ edits: { kept: [], lost: [] }, removed: 0 });
    await rm(join(out, "pipe"));
    expect(await snapshot(folder)).toMatchObject({
      ...mine,
      "out/link.ts": "→ ../mine.ts",
      "out/in": "→ ..",
    });
  });

  it("names what is somebody's: that is kept", async () => {
    const out = await temporaryFolder();
    await put(out, { "mine.ts": "mine", [manifest]: "mine.ts\nMINE.ts\n" });
    expect((await writeFiles([wanted], out)).edits.kept).toEqual(["mine.ts"]);
  });

  it("has a needed file in other letters, which are the same to the file system", async () => {
    const out = await clone([wanted]);
    // As on a file system for which the two are one.
    await link(join(out, "src/new.ts"), join(out, "src/New.ts"));
    await put(out, { [manifest]: "src/New.ts\nsrc/new.ts\n" });
    const { edits, removed } = await writeFiles([wanted], out, { force: true });
    expect({ edits, removed }).toEqual({ edits: { kept: [], lost: [] }, removed: 0 });
  });

  it("has a file that is too large to be a generated one", async () => {
    const out = await clone([wanted]);
    await put(out, { "big.ts": "", [manifest]: "big.ts\nsrc/new.ts\n" });
    await truncate(join(out, "big.ts"), 300_000_000);
    expect((await writeFiles([wanted], out, { force: true })).removed).toBe(0);
    const big = writeFiles([marked("big.ts", "a")], out, { force: true });
    expect((await diagnosticsOf(big)).map(({ code }) => code)).toEqual(["foreign-file"]);
  });
});
