import { describe, expect, it } from "vitest";
import { splitLines } from "../../generator/validate/split-lines.js";

/** The lines of a text that comes in pieces of some bytes. */
async function linesOf(text: string, size: number, limit = 100): Promise<readonly string[]> {
  const bytes = Buffer.from(text);
  async function* pieces(): AsyncGenerator<Uint8Array, void> {
    for (let start = 0; start < bytes.length; start += size) {
      yield await Promise.resolve(bytes.subarray(start, start + size));
    }
  }
  const lines: string[] = [];
  for await (const { number, bytes: line } of splitLines(pieces(), limit)) {
    lines.push(`${number} ${line === undefined ? "too long" : Buffer.from(line).toString()}`);
  }
  return lines;
}

describe.each([1, 2, 3, 5, 1000])("a file in pieces of %d bytes", (size) => {
  it.each<[text: string, lines: readonly string[]]>([
    ["", []],
    ["a", ["1 a"]],
    ["a\n", ["1 a"]],
    ["a\nb", ["1 a", "2 b"]],
    ["\n\na\n\n", ["1 ", "2 ", "3 a", "4 "]],
    ["a\r\nb\r\n", ["1 a", "2 b"]],
    // A carriage return alone only counts.
    ["a\rb\nc", ["1 a\rb", "3 c"]],
    ["\ra\r\r\nb\r\nc", ["1 \ra\r", "4 b", "5 c"]],
    ["äöü\n€😀\n", ["1 äöü", "2 €😀"]],
  ])("that is %j has the lines %j", async (text, lines) => {
    expect(await linesOf(text, size)).toEqual(lines);
  });

  it.each<[text: string, lines: readonly string[]]>([
    ["12345\n123456\n1\n", ["1 12345", "2 too long", "3 1"]],
    ["1\n123456789", ["1 1", "2 too long"]],
    ["123\r4567\r\n1", ["1 too long", "3 1"]],
  ])("that is %j has lines that are longer than 5 bytes: %j", async (text, lines) => {
    expect(await linesOf(text, size, 5)).toEqual(lines);
  });
});
