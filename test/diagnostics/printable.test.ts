import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { painter } from "../../generator/text/paint.js";
import { printable } from "../../generator/text/printable.js";
import { obeyedCommands } from "./runner.js";

describe("what is printed", () => {
  it.each([
    ["two\nlines\n", "two\nlines\n"],
    ["a\ttab", "a\ttab"],
    ["Grüße, 世界 👩‍👩‍👧", "Grüße, 世界 👩‍👩‍👧"],
    ["a::b::c", "a::b::c"],
    ["# title, ## title, [a]", "# title, ## title, [a]"],
    // Commands of GitHub Actions, in both forms.
    ["::error::x", String.raw`\u003a:error::x`],
    ["first\n::error::x\n", "first\n\\u003a:error::x\n"],
    [" \t\u00a0\u3000::add-mask::x", " \t\u00a0\u3000\\u003a:add-mask::x"],
    ["\u200b::error::x", "\u200b\\u003a:error::x"],
    ["  ##[error]x", String.raw`  #\u0023[error]x`],
    ["###[add-mask]x", String.raw`##\u0023[add-mask]x`],
    ["a ##vso[task.setvariable]x", String.raw`a #\u0023vso[task.setvariable]x`],
    ["##teamcity[x]", String.raw`#\u0023teamcity[x]`],
    ["\r::error::x", String.raw`\r::error::x`],
    ["a\r\n::error::x", "a\\r\n\\u003a:error::x"],
    ["a\u2028::error::x", String.raw`a\u2028::error::x`],
    // What terminals obey.
    [
      "\u001b]8;;https://a\u0007b\u001b]8;;\u0007",
      String.raw`\u001b]8;;https://a\u0007b\u001b]8;;\u0007`,
    ],
    ["\u009b2J\u0090\b\u007f", String.raw`\u009b2J\u0090\u0008\u007f`],
    ["\u202ea\u2066b\u2069", String.raw`\u202ea\u2066b\u2069`],
    ["\u001b[31mred\u001b[39m", String.raw`\u001b[31mred\u001b[39m`],
    ["\ud800", String.raw`\ud800`],
  ])("%j is %s", (given, want) => {
    expect(printable(given, false)).toBe(want);
  });

  it("keeps styles where they are wanted, and no other escapes", () => {
    const text = `${painter(true)(["bold", "red"], "a")}\u001b[2J\u001b[38;5;1m`;
    expect(printable(text, true)).toBe(
      "\u001b[1m\u001b[31ma\u001b[39m\u001b[22m\\u001b[2J\\u001b[38;5;1m",
    );
    expect(printable(painter(true)("bold", "::error::x"), true)).toBe(
      "\u001b[1m\\u003a:error::x\u001b[22m",
    );
  });

  const pieces = [
    ...["::", ":", "error", "add-mask", "stop-commands", "::error::", "##[error]", "#", "##", "["],
    ...["]", " ", "\t", "\n", "\r", "\u0085", "\u2028", "\u00a0", "\u200b", "\u00ad", "\ufeff"],
    ...["\u001b[1m", "\u001b]", "##vso[task.x]", '"', "\\", "x", "\u202e", "\u0000"],
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join(""));

  it("contains no command, and nothing that a terminal interprets", () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, hasStyles) => {
        const got = printable(text, hasStyles);
        expect(obeyedCommands(got)).toEqual([]);
        const rest = hasStyles ? got.replaceAll("\u001b[1m", "") : got;
        expect(rest).not.toMatch(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/u);
        expect(got.split("\n")).toHaveLength(text.split("\n").length);
        expect(printable(got, hasStyles)).toBe(got);
      }),
      { numRuns: 5_000 },
    );
  });

  it("is the same JSON, where it is JSON", () => {
    fc.assert(
      fc.property(fc.dictionary(texts, texts), (value) => {
        for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
          expect(JSON.parse(printable(text, false))).toEqual(value);
        }
      }),
    );
  });
});
