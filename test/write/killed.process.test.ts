import { cp } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { lockFolder } from "../../generator/output/transaction/folder-lock.js";
import { writeFiles } from "../../generator/output/write.js";
import { forEach, write } from "./child/processes.js";
import { versionOf } from "./child/versions.js";
import { put, snapshot, temporaryFolder } from "./temporary-folder.js";
import { isExhaustive } from "../support/random-runs.js";

type Snapshot = Readonly<Record<string, string>>;

const mine = { "mine.txt": "mine", "models/mine.ts": "mine" };

/** A folder that holds the old version, and files of the user. */
async function oldOutput(size: number): Promise<string> {
  const out = join(await temporaryFolder(), "out");
  await put(out, mine);
  await writeFiles(versionOf("old", size), out);
  return out;
}

/** What is there afterwards in either case. */
async function snapshots(size: number): Promise<readonly [old: Snapshot, new_: Snapshot]> {
  const out = await oldOutput(size);
  const before = await snapshot(out);
  await writeFiles(versionOf("new", size), out);
  return [before, await snapshot(out)];
}

/** Does what every run does first. */
async function nextRun(out: string): Promise<void> {
  (await lockFolder(out)).release();
}

/** Whether to hit every call, and many runs at random: `npm run test:corpus` does. */

/** The numbers of the calls to hit, counting from 1: the first, the middle and the last of each name. */
function chosen(calls: readonly string[]): readonly number[] {
  const numbers = calls.map((_, index) => index + 1);
  if (isExhaustive) return numbers;
  return numbers.filter((number) => {
    const same = numbers.filter((other) => calls[other - 1] === calls[number - 1]);
    return [same[0], same[Math.floor(same.length / 2)], same.at(-1)].includes(number);
  });
}

describe("a run that is hit at any of its calls", () => {
  const size = 2;
  let versions: readonly Snapshot[] = [];
  let hits: readonly number[] = [];
  beforeAll(async () => {
    versions = await snapshots(size);
    const done = await write({ out: await oldOutput(size), version: "new", size });
    expect(done).toMatchObject({ by: 0, stderr: "" });
    expect(done.calls.length).toBeGreaterThan(40);
    hits = chosen(done.calls);
  });

  it.each(["SIGKILL", "torn"] as const)(
    "by %s leaves what the next run makes the old or the new output",
    async (action) => {
      const seen = new Set<number>();
      await forEach(hits, async (call) => {
        const out = await oldOutput(size);
        const { by } = await write({ out, version: "new", size, hit: [call, action] });
        await nextRun(out);
        const after = await snapshot(out);
        expect(versions, `call ${call}, ended by ${by}`).toContainEqual(after);
        seen.add(versions.findIndex((version) => "came/a.ts" in version === "came/a.ts" in after));
      });
      expect([...seen].sort()).toEqual([0, 1]);
    },
  );

  it.each([
    ["SIGINT", 1],
    ["SIGTERM", 5],
    ["SIGHUP", 5],
  ] as const)("by %s leaves the old or the new output, and nothing else", async (signal, every) => {
    const ended = new Set<unknown>();
    const some = hits.filter((_, index) => index % every === 0);
    await forEach(some, async (call) => {
      const out = await oldOutput(size);
      const { by, stderr } = await write({ out, version: "new", size, hit: [call, signal] });
      expect(stderr).toBe("");
      ended.add(by);
      expect(versions, `call ${call}, ended by ${by}`).toContainEqual(await snapshot(out));
    });
    expect(ended).toContain(signal);
  });

  it("is gone with the folder that it made", async () => {
    const all = Array.from({ length: 10 }, (_, index) => index * 3 + 1);
    await forEach(all, async (call) => {
      const folder = await temporaryFolder();
      const out = join(folder, "a/b");
      await write({ out, version: "new", size, hit: [call, "SIGINT"] });
      const after = Object.keys(await snapshot(folder));
      if (after.length > 0) expect(after, `call ${call}`).toContain("a/b/came/a.ts");
      expect(after.filter((path) => path.includes(".guardsmith/"))).toEqual([]);
    });
  });
});

const killed = isExhaustive ? 200 : 20;

it(`${killed} runs that are killed at random leave the old or the new output`, async () => {
  const size = 150;
  const versions = await snapshots(size);
  const origin = await oldOutput(size);
  const first = join(await temporaryFolder(), "out");
  await cp(origin, first, { recursive: true });
  const { took } = await write({ out: first, version: "new", size });
  const outcomes = { killed: 0, repaired: 0, old: 0, new: 0 };
  await forEach(
    Array.from({ length: killed }, (_, index) => index),
    async (index) => {
      const out = join(await temporaryFolder(), "out");
      await cp(origin, out, { recursive: true });
      const { by } = await write({ out, version: "new", size }, (index / killed) * took);
      const before = await snapshot(out);
      await nextRun(out);
      const after = await snapshot(out);
      expect(versions).toContainEqual(after);
      if (by === "SIGKILL") outcomes.killed += 1;
      if (Object.keys(before).some((path) => path.endsWith("/journal"))) outcomes.repaired += 1;
      outcomes["came/a.ts" in after ? "new" : "old"] += 1;
    },
  );
  expect(outcomes.killed).toBeGreaterThan(killed / 2);
});

const pairs = isExhaustive ? 50 : 5;

it(`${pairs} pairs of runs at once leave the output of one of them`, async () => {
  const size = 40;
  const versions = await snapshots(size);
  for (let pair = 0; pair < pairs; pair += 1) {
    const out = join(await temporaryFolder(), "out");
    await put(out, mine);
    const ended = await Promise.all([
      write({ out, version: "old", size }),
      write({ out, version: "new", size }),
    ]);
    expect(ended).toMatchObject([
      { by: 0, stderr: "" },
      { by: 0, stderr: "" },
    ]);
    expect(versions).toContainEqual(await snapshot(out));
  }
});
