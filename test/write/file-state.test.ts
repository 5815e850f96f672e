import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { contentHash } from "../../generator/output/cache/content-hash.js";
import { stateAt } from "../../generator/output/cache/file-state.js";
import { versionOf, type FileVersion } from "../../generator/output/disk.js";
import type { FileState } from "../../generator/emit/output-file.js";
import { put, temporaryFolder } from "./temporary-folder.js";

const text = "export {};\n";
const hash = contentHash(text);

interface Found {
  /** The version that the file has now. */
  readonly now: FileVersion;
}

it.each<
  [
    what: string,
    known: (found: Found) => FileState | undefined,
    clock: (found: Found) => number | undefined,
    expected: (found: Found) => FileState,
  ]
>([
  [
    "is not read where its version is known",
    ({ now }) => ({ hash: "known", version: now.version }),
    () => undefined,
    ({ now }) => ({ hash: "known", version: now.version }),
  ],
  [
    "is read where it has another version",
    () => ({ hash: "known", version: "other" }),
    () => undefined,
    () => ({ hash }),
  ],
  ["is read where no version is known", () => ({ hash }), () => undefined, () => ({ hash })],
  ["is read where nothing is known", () => undefined, () => undefined, () => ({ hash })],
  [
    "has a version where it was written before the clock was read",
    () => undefined,
    ({ now }) => now.time + 1,
    ({ now }) => ({ hash, version: now.version }),
  ],
  [
    "has none where it could be written again within the same tick",
    () => undefined,
    ({ now }) => now.time,
    () => ({ hash }),
  ],
])("a file %s", async (_what, known, clock, expected) => {
  const folder = await temporaryFolder();
  await put(folder, { "a.ts": text });
  const path = join(folder, "a.ts");
  const now = versionOf(path);
  if (now === undefined) throw new Error("there is no file");
  expect(stateAt(path, known({ now }), clock({ now }))).toEqual(expected({ now }));
});

it("a file that is not there has no state", async () => {
  const path = join(await temporaryFolder(), "a.ts");
  expect(stateAt(path, { hash, version: "1" })).toBeUndefined();
});

it("a file has another version once its time is set", async () => {
  const folder = await temporaryFolder();
  await put(folder, { "a.ts": text });
  const path = join(folder, "a.ts");
  await utimes(path, 1000, 1000);
  const before = versionOf(path);
  // Longer than the clock of a file system takes for a tick.
  await new Promise((resolve) => setTimeout(resolve, 20));
  await put(folder, { "a.ts": text.toUpperCase() });
  await utimes(path, 1000, 1000);
  const after = versionOf(path);
  expect(after?.stamp).toBe(before?.stamp);
  expect(after?.version).not.toBe(before?.version);
});
