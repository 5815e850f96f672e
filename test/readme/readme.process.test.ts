import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { placeOf, tsBlocks } from "./blocks.js";
import { compileErrors } from "./compile.js";
import { runBlock } from "./run.js";

const root = new URL("../../", import.meta.url);
const pages = [
  "README.md",
  "generated/README.md",
  "docs/reference/generated-code.md",
  "docs/reference/runtime.md",
];
const blocks = pages.flatMap((file) => tsBlocks(file, readFileSync(new URL(file, root), "utf8")));
const cases = blocks.map((block) => ({ place: placeOf(block), block }));

describe("the TypeScript that a page shows", () => {
  test("is there", () => {
    expect(new Set(blocks.map(({ file }) => file))).toEqual(new Set(pages));
  });

  test("compiles", () => {
    expect(compileErrors(blocks)).toEqual([]);
  });

  test.each(cases)("runs: $place", async ({ place, block }) => {
    const { code, output } = await runBlock(block);
    expect(code, `${place}\n${output}`).toBe(0);
    if (block.output !== undefined) expect(output, place).toBe(block.output);
  });
});

describe("a snippet that is tested elsewhere", () => {
  const folder = new URL("test/interop/snippets/", root);
  const snippets = readdirSync(folder).map((name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    // A block that begins like a snippet is meant to be it.
    const quotes = blocks.filter((block) => firstLine(block.text) === firstLine(text));
    return { name, text, quotes };
  });

  for (const { name, text, quotes } of snippets) {
    test.skipIf(quotes.length === 0)(`is quoted as it is: ${name}`, () => {
      for (const quote of quotes) expect(quote.text, placeOf(quote)).toBe(text);
    });
  }
});

function firstLine(text: string): string | undefined {
  return text.split("\n")[0];
}
