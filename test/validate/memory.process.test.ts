import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { temporaryFolder } from "../write/temporary-folder.js";

const run = promisify(execFile);
const script = fileURLToPath(new URL("peak-memory.ts", import.meta.url));

interface Measured {
  readonly values: number;
  /** What was needed at most, in bytes: what is not garbage, and all that the process had. */
  readonly peak: number;
  readonly rss: number;
}

/** Checks a file with a number of lines, each of about 500 bytes, in a process of its own. */
async function measure(lines: number): Promise<Measured> {
  const path = join(await temporaryFolder(), "data.jsonl");
  const text = "x".repeat(480);
  const values = Array.from({ length: lines }, (_, id) => JSON.stringify({ id, text }));
  await writeFile(path, values.map((line, index) => (index % 10 === 0 ? "null" : line)).join("\n"));
  const args = ["--expose-gc", "--import", import.meta.resolve("tsx"), script, path];
  const { stdout } = await run(process.execPath, args);
  // The script prints nothing else.
  return JSON.parse(stdout) as Measured;
}

it("takes no more memory for a file of JSON Lines that is ten times as long", async () => {
  const [short, long] = [await measure(5_000), await measure(50_000)];
  const shown = [short, long].map(({ rss }) => `${(rss / 2 ** 20).toFixed(0)} MiB`);
  console.log(`Peak size of the process: ${shown.join(" for 5,000 lines, ")} for 50,000 lines`);
  expect([short.values, long.values]).toEqual([5_000, 50_000]);
  // The long file has 22 MiB more; reading ahead takes some buffers in both.
  expect(long.peak - short.peak).toBeLessThan(4 * 2 ** 20);
});
