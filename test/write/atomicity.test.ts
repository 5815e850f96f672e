import type * as SyncFileSystem from "node:fs";
import type * as FileSystem from "node:fs/promises";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { InputError } from "../../generator/core/failure.js";
import { writeFiles } from "../../generator/output/write.js";
import { put, snapshot, temporaryFolder } from "./temporary-folder.js";

/** Which of the calls that change something on the disk fail, counting from 1. */
const faults = vi.hoisted(() => ({
  calls: 0,
  first: Infinity,
  last: Infinity,
  /** Counts a call, which fails if it is one of those. */
  count(name: string): void {
    faults.calls += 1;
    if (faults.first > faults.calls || faults.calls > faults.last) return;
    throw Object.assign(new Error(`EIO: i/o error, ${name}`), { code: "EIO", syscall: name });
  },
}));

vi.mock("node:fs", async (importOriginal) => {
  const real = await importOriginal<typeof SyncFileSystem>();
  const faulty =
    <A extends unknown[], R>(call: (...args: A) => R) =>
    (...args: A): R => {
      faults.count(call.name);
      return call(...args);
    };
  return {
    ...real,
    writeFileSync: faulty(real.writeFileSync),
    renameSync: faulty(real.renameSync),
    linkSync: faulty(real.linkSync),
    copyFileSync: faulty(real.copyFileSync),
  };
});

vi.mock("node:fs/promises", async (importOriginal) => {
  const real = await importOriginal<typeof FileSystem>();
  const faulty =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      faults.count(call.name);
      return call(...args);
    };
  return {
    ...real,
    mkdir: faulty(real.mkdir),
    mkdtemp: faulty(real.mkdtemp),
    rename: faulty(real.rename),
    rm: faulty(real.rm),
    rmdir: faulty(real.rmdir),
  };
});

afterEach(() => {
  Object.assign(faults, { first: Infinity, last: Infinity });
});

const older = [
  { path: "same.ts", text: "1" },
  { path: "changed.ts", text: "1" },
  { path: "src/deep/changed.ts", text: "1" },
  { path: "gone/a.ts", text: "1" },
  { path: "gone/b/c.ts", text: "1" },
];
const newer = [
  { path: "same.ts", text: "1" },
  { path: "changed.ts", text: "2" },
  { path: "src/deep/changed.ts", text: "2" },
  { path: "new/a.ts", text: "1" },
  { path: "new/b/c.ts", text: "1" },
];

/** A folder with nothing in it, so that the output folder has to be made. */
const firstRun = async (): Promise<void> => Promise.resolve();

/** A folder with the output of an earlier run, and a file of somebody else in that. */
async function laterRun(folder: string): Promise<void> {
  await writeFiles(older, join(folder, "out"));
  await put(folder, { "out/src/mine.ts": "mine" });
}

/** A run in which some steps fail, and what came of it. */
interface Outcome {
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly out: string;
  /** The code of the diagnostic that the run failed with. */
  readonly code: string | undefined;
}

/** Runs once for every step of a run, with that step failing and `more` after it. */
async function sweep(
  arrange: (folder: string) => Promise<void>,
  more: number,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let first = 1; ; first += 1) {
    const folder = await temporaryFolder();
    const out = join(folder, "out");
    await arrange(folder);
    const before = await snapshot(folder);
    Object.assign(faults, { calls: 0, first, last: first + more });
    const code = await writeFiles(newer, out).then(
      () => undefined,
      (error: unknown) =>
        error instanceof InputError ? error.diagnostics[0]?.code : String(error),
    );
    Object.assign(faults, { first: Infinity, last: Infinity });
    if (faults.calls < first) return outcomes;
    outcomes.push({ before, after: await snapshot(folder), out, code });
  }
}

describe.each([
  ["the first", firstRun],
  ["a later", laterRun],
])("%s run", (_, arrange) => {
  it("leaves everything as it was when one of its steps fails", async () => {
    const failed = (await sweep(arrange, 0)).filter(({ code }) => code !== undefined);
    expect(failed.length).toBeGreaterThan(10);
    for (const { code, before, after } of failed) {
      expect(code).toBe("unusable-output-folder");
      expect(after).toEqual(before);
    }
  });

  it("keeps the earlier files when even the way back fails, and says so", async () => {
    const stuck = (await sweep(arrange, Infinity)).filter(({ code }) => code === "restore-failed");
    expect(stuck.length).toBeGreaterThan(2);
    for (const { before, after } of stuck) {
      expect(Object.values(after)).toEqual(expect.arrayContaining(Object.values(before)));
    }
  });

  it("can be repeated after it was cut short at any step", async () => {
    for (const { out } of await sweep(arrange, Infinity)) {
      await writeFiles(newer, out);
      const files = (await readdir(out, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && !entry.parentPath.includes(".guardsmith-"))
        .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1));
      const mine = files.filter((path) => path === "src/mine.ts");
      expect(files.toSorted()).toEqual(
        [".guardsmith-files", ...newer.map(({ path }) => path), ...mine].toSorted(),
      );
    }
  });
});
