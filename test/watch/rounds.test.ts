import { readFile, rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FileHook } from "../../generator/config/file-hook.js";
import { readFileBytes } from "../../generator/config/read-file.js";
import { watchRounds } from "../../generator/watch/rounds.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

/** What is reported about one run, such as the reading of files. */
type Run = (read: (name: string) => Promise<void>) => Promise<boolean>;

interface Rounds {
  readonly cwd: string;
  /** One round, and what it did. */
  readonly round: () => Promise<readonly string[]>;
}

/** Rounds whose runs are these, the last one again and again. */
async function rounds(...runs: readonly Run[]): Promise<Rounds> {
  const cwd = await temporaryFolder();
  await put(cwd, { a: "1", b: "1" });
  let done: string[] = [];
  let turn = 0;
  const read = (onFile: FileHook) => async (name: string) => {
    await readFileBytes(join(cwd, name), name, readFile, onFile).catch(() => undefined);
  };
  const round = watchRounds({
    run: async (onFile) => {
      done.push("run");
      const run = runs[Math.min(turn, runs.length - 1)];
      turn += 1;
      return run?.(read(onFile)) ?? false;
    },
    follow: (paths) => {
      done.push(`follow ${paths.map((path) => path.slice(cwd.length + 1)).join(" ")}`);
      return Promise.resolve();
    },
    onReady: (files) => done.push(`${files} files`),
    again: () => done.push("again"),
  });
  return {
    cwd,
    round: async () => {
      done = [];
      await round();
      return done;
    },
  };
}

const reads =
  (...names: readonly string[]): Run =>
  async (read) => {
    for (const name of names) await read(name);
    return true;
  };

describe("a round", () => {
  it("runs at first, follows what was read or missed, and says how much was read", async () => {
    const { round } = await rounds(reads("a", "b", "missing"));
    expect(await round()).toEqual(["run", "follow a b missing", "2 files"]);
  });

  it("runs again only where the content of a file has changed", async () => {
    const { cwd, round } = await rounds(reads("a", "b", "missing"));
    await round();
    const idle = ["follow a b missing"];
    expect(await round()).toEqual(idle);
    await utimes(join(cwd, "a"), new Date(), new Date());
    await put(cwd, { b: "1", other: "2" });
    expect(await round()).toEqual(idle);
    for (const change of [{ a: "2" }, { missing: "1" }]) {
      await put(cwd, change);
      expect(await round(), JSON.stringify(change)).toEqual(["run", ...idle]);
      expect(await round()).toEqual(idle);
    }
    await rm(join(cwd, "b"));
    expect(await round()).toEqual(["run", ...idle]);
    expect(await round()).toEqual(idle);
  });

  it("asks for another one where a file has changed after it was read", async () => {
    const { cwd, round } = await rounds(async (read) => {
      await read("a");
      await put(cwd, { a: "2" });
      return true;
    }, reads("a"));
    expect(await round()).toEqual(["run", "follow a", "again", "1 files"]);
    expect(await round()).toEqual(["run", "follow a"]);
    expect(await round()).toEqual(["follow a"]);
  });

  it("asks for none where a file has changed before it was read", async () => {
    const { cwd, round } = await rounds(reads("a"), async (read) => {
      await put(cwd, { a: "3" });
      await read("a");
      return true;
    });
    await round();
    await put(cwd, { a: "2" });
    expect(await round()).toEqual(["run", "follow a"]);
    expect(await round()).toEqual(["follow a"]);
  });

  it("forgets what a run no longer reads, unless the run is broken", async () => {
    const broken: Run = async (read) => {
      await read("a");
      return false;
    };
    const { cwd, round } = await rounds(reads("a", "b"), broken, broken, reads("a"));
    await round();
    await put(cwd, { a: "2" });
    expect(await round()).toEqual(["run", "follow a b"]);
    expect(await round()).toEqual(["follow a b"]);
    await put(cwd, { b: "2" });
    expect(await round()).toEqual(["run", "follow a b"]);
    expect(await round()).toEqual(["follow a b"]);
    await put(cwd, { b: "3" });
    expect(await round()).toEqual(["run", "follow a"]);
    await put(cwd, { b: "4" });
    expect(await round()).toEqual(["follow a"]);
  });

  it("fails with what the run throws", async () => {
    const { round } = await rounds(() => Promise.reject(new Error("boom")));
    await expect(round()).rejects.toThrow("boom");
  });
});
