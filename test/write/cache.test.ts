import { readdir, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { readRecord, saveRecord } from "../../generator/output/cache/folder-record.js";
import { cacheFolder } from "../../generator/output/disk.js";
import { writeFiles } from "../../generator/output/write.js";
import { marked } from "./marked.js";
import { put, snapshot, temporaryFolder } from "./temporary-folder.js";

const files = [marked("a.ts", "1")];

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("what is remembered", () => {
  it("lies outside of the project, readable for the user alone", async () => {
    const [folder, out] = [await temporaryFolder(), await temporaryFolder()];
    vi.stubEnv("XDG_CACHE_HOME", folder);
    await writeFiles(files, out);
    const [name = ""] = await readdir(join(folder, "guardsmith"));
    expect(name).toMatch(/^[0-9a-f]{64}\.json$/);
    expect(Object.keys(await snapshot(out))).toEqual([".guardsmith-files", "a.ts"]);
    if (process.platform !== "win32") {
      expect((await stat(join(folder, "guardsmith", name))).mode & 0o077).toBe(0);
    }
  });

  it.each<[what: string, named: (folder: string) => string]>([
    ["a file is in the way", (folder) => join(folder, "file")],
    ["a device is in the way", () => "/dev/null"],
  ])("is nothing where %s: the run is the same", async (_, named) => {
    const [folder, out] = [await temporaryFolder(), await temporaryFolder()];
    await put(folder, { file: "" });
    vi.stubEnv("XDG_CACHE_HOME", named(folder));
    for (let round = 0; round < 2; round += 1) await writeFiles(files, out);
    await writeFiles([marked("a.ts", "2")], out);
    expect(await snapshot(out)).toMatchObject({ "a.ts": marked("a.ts", "2").text });
    expect(readRecord(out)).toEqual({ files: {} });
  });

  it("is in the home of the user, unless another folder is named by an absolute path", () => {
    vi.stubEnv("XDG_CACHE_HOME", "relative");
    vi.stubEnv("LOCALAPPDATA", "/home/me/local");
    vi.stubEnv("HOME", "/home/me");
    expect(cacheFolder()).toMatch(/^\/home\/me\/.*guardsmith/);
  });

  it("takes no more than some space: the oldest is forgotten", async () => {
    const folder = await temporaryFolder();
    vi.stubEnv("XDG_CACHE_HOME", folder);
    const cache = join(folder, "guardsmith");
    await put(cache, { old: "x".repeat(40_000_000), older: "x".repeat(40_000_000) });
    await utimes(join(cache, "old"), 2000, 2000);
    await utimes(join(cache, "older"), 1000, 1000);
    saveRecord("/out", files, {});
    expect((await readdir(cache)).filter((name) => name.startsWith("old"))).toEqual(["old"]);
    expect(Object.keys(readRecord("/out").files)).toEqual(["a.ts"]);
  });

  it("is of one output folder, and forgotten with its last file", async () => {
    const [one, other] = [await temporaryFolder(), await temporaryFolder()];
    await writeFiles(files, one);
    expect(readRecord(other)).toEqual({ files: {} });
    expect(Object.keys(readRecord(one).files)).toEqual(["a.ts"]);
    await writeFiles([], one);
    expect(readRecord(one)).toEqual({ files: {} });
  });
});
