import { describe, expect, test } from "vitest";
import { lineAt, positionAt, textLines } from "../../generator/text/text-lines.js";

describe("the position of an offset", () => {
  test.each([
    ["the start", "ab\ncd", 0, 1, 1],
    ["the line end itself", "ab\ncd", 2, 1, 3],
    ["the start of a line", "ab\ncd", 3, 2, 1],
    ["the end of the text", "ab\ncd", 5, 2, 3],
    ["past the end", "ab\ncd", 99, 2, 3],
    ["before the start", "ab\ncd", -1, 1, 1],
    ["a line after CR LF", "ab\r\ncd", 4, 2, 1],
    ["the LF of CR LF", "ab\r\ncd", 3, 1, 4],
    ["a line after CR", "ab\rcd", 3, 2, 1],
    ["an empty line", "a\n\nb", 2, 2, 1],
    ["after a last line end", "a\n", 2, 2, 1],
    ["an empty text", "", 0, 1, 1],
    ["behind a tab", "\t\tx", 2, 1, 3],
    ["behind a surrogate pair", "😀x", 2, 1, 3],
    ["behind a byte order mark", "\ufeffab", 2, 1, 2],
    ["the byte order mark", "\ufeffab", 0, 1, 1],
  ])("%s", (_name, text, offset, line, column) => {
    expect(positionAt(textLines(text), offset)).toEqual({ line, column });
  });
});

describe("a line of a text", () => {
  test.each([
    ["a\nb\nc", 1, "a"],
    ["a\nb\nc", 3, "c"],
    ["a\r\nb", 1, "a"],
    ["a\rb", 1, "a"],
    ["a\n\nb", 2, ""],
    ["a\n", 2, ""],
    ["\ufeffa", 1, "a"],
    ["a", 2, undefined],
    ["a", 0, undefined],
  ])("of %j line %i is %j", (text, line, want) => {
    expect(lineAt(textLines(text), line)).toBe(want);
  });
});
