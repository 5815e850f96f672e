import fs from "node:fs";
import { readdir, utimes } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { InputError } from "../../generator/core/failure.js";
import { lockFolder } from "../../generator/output/transaction/folder-lock.js";
import { writeFiles } from "../../generator/output/write.js";
import { mutations } from "./child/mutations.js";
import { put, snapshot, temporaryFolder } from "./temporary-folder.js";

/** Which of the calls that change something on the disk fail, counting from 1, and with which code. */
const faults = {
  calls: 0,
  first: Infinity,
  last: Infinity,
  code: "EIO",
  /** Counts a call, which fails if it is one of those. */
  count(name: string): void {
    if (faults.code === "ENOSPC" && !faults.needSpace.includes(name)) return;
    faults.calls += 1;
    if (faults.first > faults.calls || faults.calls > faults.last) return;
    const { code } = faults;
    throw Object.assign(new Error(`${code}: ${name}`), { code, syscall: name });
  },
  /** What fails on a disk that is full. */
  needSpace: ["writeFileSync", "writeSync", "mkdirSync", "linkSync", "copyFileSync", "fsyncSync"],
};

/** The functions as they are: every one of them is one. */
const real = mutations.map(
  (name) => [name, fs[name] as (...args: readonly unknown[]) => unknown] as const,
);

beforeAll(() => {
  for (const [name, call] of real) {
    Reflect.set(fs, name, (...args: readonly unknown[]): unknown => {
      faults.count(name);
      // It takes long, and changes nothing that a process sees.
      return name === "fsyncSync" ? undefined : call(...args);
    });
  }
  syncBuiltinESMExports();
});

afterAll(() => {
  Object.assign(fs, Object.fromEntries(real));
  syncBuiltinESMExports();
});

const healthy = { first: Infinity, last: Infinity, code: "EIO" };

afterEach(() => {
  Object.assign(faults, healthy);
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
  await writeFiles(older, join(folder, "a/out"));
  await put(folder, { "a/out/src/mine.ts": "mine" });
}

type Snapshot = Readonly<Record<string, string>>;

/** A run in which some calls fail, and its result. */
interface Outcome {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** What a run without a fault makes of it. */
  readonly wanted: Snapshot;
  /** The code of the diagnostic that the run failed with. */
  readonly code: string | undefined;
  readonly folder: string;
}

const outOf = (folder: string): string => join(folder, "a/out");

async function run(folder: string): Promise<string | undefined> {
  return writeFiles(newer, outOf(folder)).then(
    () => undefined,
    (error: unknown) => (error instanceof InputError ? error.diagnostics[0]?.code : String(error)),
  );
}

/** Runs once for every call of a run, with that call failing and `more` after it. */
async function* sweep(
  arrange: (folder: string) => Promise<void>,
  code: string,
  more: number,
): AsyncGenerator<Outcome, void> {
  const unharmed = await temporaryFolder();
  await arrange(unharmed);
  await run(unharmed);
  const wanted = await snapshot(unharmed);
  for (let first = 1; ; first += 1) {
    const folder = await temporaryFolder();
    await arrange(folder);
    const before = await snapshot(folder);
    Object.assign(faults, { calls: 0, first, last: first + more, code });
    const failed = await run(folder);
    Object.assign(faults, healthy);
    if (faults.calls < first) return;
    yield { before, after: await snapshot(folder), wanted, code: failed, folder };
  }
}

async function all<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}

/** An empty folder that cannot be removed stays behind. */
function withoutEmpty(found: Snapshot): Snapshot {
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text !== "/"));
}

/** Makes a lock that could not be removed look as if its owner had been silent for a while. */
async function letTimePass(folder: string): Promise<void> {
  const lock = join(outOf(folder), ".guardsmith/lock");
  const past = new Date(Date.now() - 60_000);
  for (const name of await readdir(lock).catch(() => []))
    await utimes(join(lock, name), past, past);
}

describe.each([
  ["the first", firstRun],
  ["a later", laterRun],
])("%s run", (_, arrange) => {
  it("leaves everything unchanged when one of its calls fails, or completes", async () => {
    const outcomes = await all(sweep(arrange, "EIO", 0));
    expect(outcomes.filter(({ code }) => code !== undefined).length).toBeGreaterThan(15);
    for (const { code, before, after, wanted, folder } of outcomes) {
      if (code !== undefined) {
        // Files without a mark are only known from the cache, which may fail, too.
        expect(["unusable-output-folder", "foreign-file"]).toContain(code);
        expect(after).toEqual(before);
      } else {
        await letTimePass(folder);
        await run(folder);
        expect(withoutEmpty(await snapshot(folder))).toEqual(wanted);
      }
    }
  });

  it.each([["ENOSPC"], ["EACCES"], ["EROFS"]])(
    "leaves everything unchanged when it begins with %s",
    async (code) => {
      const { value: outcome } = await sweep(arrange, code, Infinity).next();
      expect(outcome?.code).toBe("unusable-output-folder");
      expect(outcome?.after).toEqual(outcome?.before);
    },
  );

  it("leaves everything unchanged when the disk is full from any moment on", async () => {
    const outcomes = await all(sweep(arrange, "ENOSPC", Infinity));
    expect(outcomes.length).toBeGreaterThan(10);
    for (const { code, before, after, wanted } of outcomes) {
      expect(after).toEqual(code === undefined ? wanted : before);
    }
  });

  it("is undone by the next one when every call fails from any moment on", async () => {
    const outcomes = await all(sweep(arrange, "EIO", Infinity));
    expect(outcomes.length).toBeGreaterThan(30);
    const codes = new Set<string | undefined>();
    for (const { code, before, after, wanted, folder } of outcomes) {
      codes.add(code);
      const mine = Object.entries(before).filter(([path]) => path.endsWith("/mine.ts"));
      expect(after).toMatchObject(Object.fromEntries(mine));
      await letTimePass(folder);
      const lock = await lockFolder(outOf(folder));
      lock.release();
      expect([before, wanted], String(code)).toContainEqual(withoutEmpty(await snapshot(folder)));
    }
    expect([...codes]).toEqual(
      expect.arrayContaining(["unusable-output-folder", "restore-failed", undefined]),
    );
  });
});
