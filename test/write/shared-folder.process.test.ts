import { rename, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { DocumentRecord } from "../../generator/output/cache/folder-record.js";
import { writeFiles } from "../../generator/output/write.js";
import { marked } from "./marked.js";
import { put, snapshot, temporaryFolder } from "./temporary-folder.js";
import { diagnosticsOf } from "./thrown.js";

const files = [marked("models/pet.ts", "pet")];

/** A folder with two documents. */
async function project(): Promise<string> {
  const folder = await temporaryFolder();
  await put(folder, { "a.yaml": "a", "b.yaml": "b" });
  return folder;
}

describe("an output folder that was made from another document", () => {
  const at = (
    folder: string,
    name: string,
    more: Partial<DocumentRecord> = {},
  ): DocumentRecord => ({
    uri: name.startsWith("http") ? name : pathToFileURL(join(folder, name)).href,
    title: "Pets",
    models: ["Pet", "Owner"],
    ...more,
  });

  it("is filled from any document once somebody has removed its files", async () => {
    const folder = await project();
    const out = join(folder, "out");
    await writeFiles(files, out, { document: at(folder, "a.yaml") });
    await rm(out, { recursive: true });
    const document = at(folder, "b.yaml", { title: "Shops" });
    expect(await writeFiles(files, out, { document })).toMatchObject({ added: 2 });
  });

  it.each<
    [
      what: string,
      first: [string, Partial<DocumentRecord>?],
      second: [string, Partial<DocumentRecord>?],
    ]
  >([
    ["of another title", ["a.yaml"], ["b.yaml", { title: "Shops" }]],
    ["of the same title, with other models", ["a.yaml"], ["b.yaml", { models: ["Shop", "City"] }]],
    ["that is fetched", ["a.yaml"], ["https://example.com/b.yaml", { title: "Shops" }]],
    ["where both are fetched", ["http://a.example/a"], ["http://a.example/b", { title: "Shops" }]],
  ])("is refused to one %s, until --force", async (_, [one, first], [two, second]) => {
    const folder = await project();
    const out = join(folder, "out");
    await writeFiles(files, out, { document: at(folder, one, first) });
    const before = await snapshot(folder);
    const document = at(folder, two, second);
    const [diagnostic] = await diagnosticsOf(writeFiles([], out, { document }));
    expect(diagnostic).toMatchObject({ code: "shared-output-folder" });
    expect(diagnostic?.message).toContain(one);
    expect(diagnostic?.help).toContain("--force");
    expect(await snapshot(folder)).toEqual(before);
    await writeFiles(files, out, { document, force: true });
    await writeFiles(files, out, { document });
  });

  it.each<
    [
      what: string,
      between: (folder: string) => Promise<unknown>,
      second: [string, Partial<DocumentRecord>?],
    ]
  >([
    ["is the same", () => Promise.resolve(), ["a.yaml", { title: "Shops", models: [] }]],
    [
      "was renamed",
      (folder) => rename(join(folder, "a.yaml"), join(folder, "c.yaml")),
      ["c.yaml", { title: "Shops" }],
    ],
    ["was deleted", (folder) => rm(join(folder, "a.yaml")), ["b.yaml", { title: "Shops" }]],
    [
      "is there in another version",
      () => Promise.resolve(),
      ["b.yaml", { models: ["Pet", "Cat"] }],
    ],
    ["has fewer roots now", () => Promise.resolve(), ["b.yaml", { models: ["Pet"] }]],
  ])("is written where the document %s", async (_, between, [name, second]) => {
    const folder = await project();
    const out = join(folder, "out");
    await writeFiles(files, out, { document: at(folder, "a.yaml") });
    await between(folder);
    await writeFiles(files, out, { document: at(folder, name, second) });
  });

  it("is written in a fresh clone, and where the document comes from standard input", async () => {
    const folder = await project();
    const out = join(folder, "out");
    await writeFiles(files, out, { document: at(folder, "a.yaml") });
    await put(join(folder, "clone"), await snapshot(out));
    const document = at(folder, "b.yaml", { title: "Shops" });
    await writeFiles(files, join(folder, "clone"), { document });
    await writeFiles(files, out);
  });
});

describe("output folders inside each other", () => {
  it.each<[first: string, second: string]>([
    ["out", "out/models"],
    ["out/models", "out"],
    ["out", "link/models"],
  ])("are refused where files of %s lie among those of %s", async (one, two) => {
    const folder = await temporaryFolder();
    await symlink("out", join(folder, "link"));
    await writeFiles(files, join(folder, one));
    const before = await snapshot(folder);
    const found = await diagnosticsOf(writeFiles(files, join(folder, two), { force: true }));
    expect(found).toMatchObject([{ code: "shared-output-folder" }]);
    expect(await snapshot(folder)).toEqual(before);
  });

  it("are written where they share no folder", async () => {
    const folder = await temporaryFolder();
    await writeFiles(files, folder);
    await writeFiles(files, join(folder, "admin"));
    await writeFiles([marked("models/cat.ts", "cat")], folder);
    await writeFiles(files, join(folder, "admin"));
    expect(Object.keys(await snapshot(folder))).toEqual([
      ".guardsmith-files",
      "admin/.guardsmith-files",
      "admin/models/pet.ts",
      "models/cat.ts",
    ]);
  });

  it("are written where the manifest around lists what is not there", async () => {
    const folder = await temporaryFolder();
    await put(folder, { ".guardsmith-files": "out/models/pet.ts\nout/../out/a.ts\n" });
    await writeFiles(files, join(folder, "out"));
  });
});
