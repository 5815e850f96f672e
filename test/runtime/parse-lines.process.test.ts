import { execFile } from "node:child_process";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import {
  BatchSchema,
  parseLines,
  type Batch,
  type ParsedLine,
  type StandardIssue,
  type TextChunks,
} from "../../generated/src/index.js";
import { knownBatch } from "./known-batch.js";

const good = JSON.stringify(knownBatch);

async function linesOf(chunks: TextChunks): Promise<readonly ParsedLine<Batch>[]> {
  const lines = [];
  for await (const line of parseLines(BatchSchema, chunks)) lines.push(line);
  return lines;
}

/** The line numbers, each with the keyword that is broken where something is. */
async function summaryOf(text: string | Uint8Array): Promise<readonly string[]> {
  return (await linesOf([text])).map(
    ({ line, issues }) =>
      `${line}: ${issues === undefined ? "ok" : issues.map(({ keyword }) => keyword).join()}`,
  );
}

describe("JSON Lines", () => {
  test.each<[what: string, text: string, lines: readonly string[]]>([
    ["nothing", "", []],
    ["one line", good, ["1: ok"]],
    ["a line end at the end", `${good}\n`, ["1: ok"]],
    ["several lines", `${good}\n${good}\n${good}`, ["1: ok", "2: ok", "3: ok"]],
    ["line ends of Windows", `${good}\r\n${good}\r\n`, ["1: ok", "2: ok"]],
    ["lines without a value", `\n${good}\n \t\n\n${good}\n\n`, ["2: ok", "5: ok"]],
    ["a line that is not JSON", `${good}\n{oops\n${good}`, ["1: ok", "2: json", "3: ok"]],
    [
      "a line that is not valid",
      `${good}\n{"id":1}\n`,
      ["1: ok", expect.stringMatching(/^2: type,/) as string],
    ],
    ["a byte order mark", `\ufeff${good}\n${good}`, ["1: ok", "2: ok"]],
  ])("are read: %s", async (_what, text, lines) => {
    expect(await summaryOf(text)).toEqual(lines);
    expect(await summaryOf(new TextEncoder().encode(text))).toEqual(lines);
  });

  test("are the same wherever the pieces end, as text and as bytes", async () => {
    const text = `${JSON.stringify({ ...knownBatch, endpoint: "é😀\u2028" })}\r\n{oops\n\n${good}`;
    const whole = await linesOf([text]);
    expect(whole.map(({ line }) => line)).toEqual([1, 2, 4]);
    expect(whole[0]?.value?.endpoint).toBe("é😀\u2028");
    const bytes = new TextEncoder().encode(text);
    for (let size = 1; size < 8; size += 1) {
      expect(await linesOf(piecesOf(text, size)), `pieces of ${size}`).toEqual(whole);
      expect(await linesOf(piecesOf(bytes, size)), `pieces of ${size} bytes`).toEqual(whole);
    }
  });

  test("may come from anything that gives pieces, one after the other or later", async () => {
    const expected = await linesOf([good]);
    expect(await linesOf(new Set([good]))).toEqual(expected);
    expect(await linesOf(new Blob([good]).stream())).toEqual(expected);
    expect(await linesOf(good)).toEqual(expected);
  });

  test("tell the line of the file where one is no JSON, and the column", async () => {
    const [, second] = await linesOf([`${good}\n  {"id" 1}`]);
    expect(second).toMatchObject({
      line: 2,
      issues: [
        { line: 2, column: 9, message: "line 2, column 9: missing colon after a property name" },
      ],
    });
  });

  test("report a line whose bytes are not UTF-8, and continue", async () => {
    const bytes = new Uint8Array([0x22, 0xff, 0x22, 0x0a, ...new TextEncoder().encode(good)]);
    const lines = await linesOf([bytes]);
    expect(lines[0]?.issues?.[0]?.message).toBe(
      "line 1: expected text in UTF-8, received other bytes",
    );
    expect(lines[1]?.value).toEqual(knownBatch);
  });

  test("are read no further than they are asked for", async () => {
    let given = 0;
    let isClosed = false;
    function* endless(): Generator<string> {
      try {
        for (;;) {
          given += 1;
          yield `${good}\n`;
        }
      } finally {
        isClosed = true;
      }
    }
    for await (const { line } of parseLines(BatchSchema, endless())) if (line === 3) break;
    expect(given).toBeLessThan(6);
    expect(isClosed).toBe(true);
  });

  test("are validated by a Standard Schema of another library, which may take its time", async () => {
    const later = z.number().refine(async (value) => (await Promise.resolve(value)) > 1, "too few");
    const lines = [];
    for await (const line of parseLines(later, ["1\n2\n{\n"])) lines.push(line);
    expectTypeOf(lines).toEqualTypeOf<ParsedLine<number, StandardIssue>[]>();
    expect(lines).toMatchObject([
      { line: 1, issues: [{ message: "too few" }] },
      { line: 2, value: 2 },
      { line: 3, issues: [{ keyword: "json" }] },
    ]);
  });

  test("are validated with the options", async () => {
    const lines = [];
    const options = { hideValues: true };
    for await (const line of parseLines(BatchSchema, ['"a secret"'], options)) lines.push(line);
    expect(lines[0]?.issues?.[0]?.message).toBe("expected object, received string");
  });

  test("pass on what goes wrong with reading", async () => {
    function* failing(): Generator<string> {
      yield good;
      throw new Error("the disk is gone");
    }
    await expect(linesOf(failing())).rejects.toThrow("the disk is gone");
  });
});

function* piecesOf<T extends string | Uint8Array>(whole: T, size: number): Generator<T> {
  // A piece of a text is a text, and of bytes, bytes.
  for (let at = 0; at < whole.length; at += size) yield whole.slice(at, at + size) as T;
}

describe("a file of 200 MB in 50,000 lines", () => {
  const lines = 50_000;
  let folder = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guardsmith-lines-"));
    const line = JSON.stringify({ ...knownBatch, model: "m".repeat(3_900) });
    const file = await open(join(folder, "batches.jsonl"), "w");
    for (let written = 0; written < lines; written += 500) {
      const wrong = line.replace("validating", "complete");
      await file.write(`${`${line}\n`.repeat(499)}${wrong}\n`);
    }
    await file.close();
    await build({
      entryPoints: [fileURLToPath(new URL("count-lines.ts", import.meta.url))],
      outfile: join(folder, "count-lines.mjs"),
      bundle: true,
      format: "esm",
      platform: "node",
    });
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("is read in less than 100 MB of memory", async () => {
    const program = join(folder, "count-lines.mjs");
    const path = join(folder, "batches.jsonl");
    const { stdout } = await promisify(execFile)(process.execPath, [program, path]);
    // The program prints these numbers.
    const { valid, invalid, peak, size } = JSON.parse(stdout) as Record<string, number>;
    console.log(`${lines} lines, ${megabytes(size)}: ${megabytes(peak)} of memory at most`);
    expect({ valid, invalid }).toEqual({ valid: lines - 100, invalid: 100 });
    expect(size).toBeGreaterThan(200_000_000);
    expect(peak).toBeLessThan(100_000_000);
  });
});

function megabytes(bytes = 0): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
