import { readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, symlink, utimes } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lockFolder } from "../../generator/output/transaction/folder-lock.js";
import { hasEnded, thisProcess } from "../../generator/output/transaction/lock-owner.js";
import { waitWhileInUse } from "../../generator/output/transaction/wait-while-in-use.js";
import { writeFiles } from "../../generator/output/write.js";
import { put, snapshot, temporaryFolder } from "./temporary-folder.js";

const here = thisProcess();
const parent = { ...here, process: process.ppid };
const elsewhere = { ...here, host: "elsewhere", space: "other 1" };
const second = 1_000;

describe("the owner of a lock", () => {
  it.each<readonly [what: string, owner: typeof here | undefined, silence: number, ended: boolean]>(
    [
      ["this process", here, second, false],
      ["this process, which has not been heard of", here, 11 * second, true],
      ["a process that does not exist", { ...here, process: 2 ** 22 + 1 }, 0, true],
      ["a process that has the id of another by now", { ...here, started: "1" }, 0, true],
      ["a process elsewhere that was heard of", elsewhere, 9 * second, false],
      ["a process elsewhere that has not been heard of", elsewhere, 11 * second, true],
      [
        "a process of another container of this name",
        { ...here, space: "b 2", process: 1 },
        0,
        false,
      ],
      ["a process before the last boot", { ...here, space: "b 2", process: 1 }, 11 * second, true],
      ["a process whose start is not known", { ...parent, started: null }, 0, false],
      ["unknown, and was heard of", undefined, 9 * second, false],
      ["unknown, and has not been heard of", undefined, 11 * second, true],
    ],
  )("is %s", (_, owner, silence, ended) => {
    expect(hasEnded(owner, silence)).toBe(ended);
  });

  it("has not ended while it is stopped", () => {
    const init = { ...here, process: 1, started: startOf(1) };
    expect(hasEnded(init, 1e9)).toBe(process.platform !== "linux");
  });
});

const lockOf = (out: string): string => join(out, ".guardsmith/lock");

async function putLock(out: string, text: string, age: number): Promise<void> {
  await put(lockOf(out), { "some-id": text });
  const time = new Date(Date.now() - age);
  await utimes(join(lockOf(out), "some-id"), time, time);
}

describe("a lock that was left behind", () => {
  it.each<readonly [what: string, arrange: (out: string) => Promise<unknown>]>([
    [
      "by a process that is gone",
      (out) => putLock(out, JSON.stringify({ ...here, process: 2 ** 22 + 1 }), 0),
    ],
    ["by a container that is gone", (out) => putLock(out, JSON.stringify(elsewhere), 60_000)],
    ["empty", (out) => putLock(out, "", 60_000)],
    ["with nothing readable in it", (out) => putLock(out, "\0{[", 60_000)],
    ["without a file in it", (out) => mkdir(lockOf(out), { recursive: true })],
    ["with a folder in it", (out) => put(lockOf(out), { "a/b": "" })],
    ["as a file", (out) => put(out, { ".guardsmith/lock": "" })],
    [
      "as a link",
      async (out) => {
        await mkdir(join(out, ".guardsmith"), { recursive: true });
        await symlink("../..", lockOf(out));
      },
    ],
    [
      "and those of runs that have waited",
      (out) => put(out, { ".guardsmith/waiting-1/1": "", ".guardsmith/run-1/1": "" }),
    ],
  ])("%s is taken at once, and nothing is left of it", async (_, arrange) => {
    const out = await temporaryFolder();
    await arrange(out);
    await writeFiles([{ path: "a.ts", text: "1" }], out);
    expect(Object.keys(await snapshot(out))).toEqual([".guardsmith-files", "a.ts"]);
  });
});

describe("a lock that is held", () => {
  it.each<readonly [what: string, text: string, who: string]>([
    [
      "by a process here",
      JSON.stringify({ ...parent, started: startOf(process.ppid) }),
      `${process.ppid} ${here.host}`,
    ],
    ["by a process elsewhere", JSON.stringify(elsewhere), `${process.pid} elsewhere`],
    ["by who knows whom", JSON.stringify({ ...elsewhere, host: "\u001b[31m" }), "?"],
  ])("%s is waited for, by a run and by a comparison", async (_, text, who) => {
    const out = await temporaryFolder();
    await putLock(out, text, 0);
    const seen: string[] = [];
    const options = {
      onWait: ({ owner }: { owner: typeof here | undefined }) => {
        seen.push(owner === undefined ? "?" : `${owner.process} ${owner.host}`);
        if (seen.length % 3 === 0) void rm(lockOf(out), { recursive: true });
      },
    };
    expect(await waitWhileInUse(out, options)).toBe(false);
    expect(seen.length).toBeGreaterThanOrEqual(3);
    await putLock(out, text, 0);
    const lock = await lockFolder(out, options);
    expect(lock.hasWaited).toBe(true);
    lock.release();
    expect([...new Set(seen)]).toEqual([who]);
    expect(await snapshot(out)).toEqual({});
  });

  it("is not waited for any more once the run is to end", async () => {
    const folder = await temporaryFolder();
    const out = join(folder, "out");
    const first = await lockFolder(out);
    const before = await snapshot(folder);
    const reason = new Error("enough");
    const controller = new AbortController();
    const onWait = (): void => controller.abort(reason);
    await expect(lockFolder(out, { onWait, signal: controller.signal })).rejects.toBe(reason);
    expect(await snapshot(folder)).toEqual(before);
    first.release();
    expect(await snapshot(folder)).toEqual({});
  });

  it("shows that its owner is alive", async () => {
    const out = await temporaryFolder();
    const lock = await lockFolder(out);
    const [name = ""] = await readdir(lockOf(out));
    const file = join(lockOf(out), name);
    const [{ mtimeMs }, text] = [await stat(file), await readFile(file, "utf8")];
    while ((await stat(file)).mtimeMs === mtimeMs)
      await new Promise((fulfil) => setTimeout(fulfil, 50));
    expect(await readFile(file, "utf8")).toBe(text);
    lock.release();
  });

  it("is ignored by Git, whenever the run is killed", async () => {
    const out = await temporaryFolder();
    const lock = await lockFolder(out);
    expect(await readFile(join(out, ".guardsmith/.gitignore"), "utf8")).toBe("*\n");
    lock.release();
  });
});

describe("runs of one process", () => {
  it("into one folder come one after the other", async () => {
    const out = join(await temporaryFolder(), "out");
    const versions = ["1", "2", "3"].map((text) =>
      Array.from({ length: 20 }, (_, index) => ({ path: `${text}/${index}.ts`, text })),
    );
    await Promise.all(versions.map((files) => writeFiles(files, out)));
    const folders = new Set(Object.keys(await snapshot(out)).map((path) => path.split("/")[0]));
    expect(folders.size).toBe(2);
  });
});

describe("a run that is taken for dead", () => {
  it("writes nothing once another has taken over", async () => {
    const out = await temporaryFolder();
    const first = await lockFolder(out);
    first.nextFile();
    const [name = ""] = await readdir(lockOf(out));
    await putLock(out, JSON.stringify(elsewhere), 60_000);
    await rm(join(lockOf(out), name));
    await writeFiles([{ path: "a.ts", text: "2" }], out);
    const before = await snapshot(out);
    await expect(
      writeFiles([{ path: "a.ts", text: "1" }], out, { lock: first }),
    ).rejects.toMatchObject({ diagnostics: [{ code: "output-lock-lost" }] });
    first.release();
    expect(await snapshot(out)).toEqual(before);
  });
});

/** When a process was started, as a lock of its would say. */
function startOf(id: number): string | null {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
