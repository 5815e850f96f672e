import { expect, test } from "vitest";
import { codeFrame } from "../../generator/text/code-frame.js";
import { textLines } from "../../generator/text/text-lines.js";

const twelve = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`);

function frame(text: string, line: number, column: number, length = 1): string {
  return codeFrame(textLines(text), { line, column }, length);
}

test("two lines before and after are shown, with the numbers in one column", () => {
  expect(frame(twelve.join("\n"), 9, 6)).toBe(
    [
      "   7 | line 7",
      "   8 | line 8",
      ">  9 | line 9",
      "     |      ^",
      "  10 | line 10",
      "  11 | line 11",
    ].join("\n"),
  );
});

test("at the start of the text there are no lines before", () => {
  expect(frame("a\nb\nc\nd", 1, 1)).toBe(["> 1 | a", "    | ^", "  2 | b", "  3 | c"].join("\n"));
});

test("at the end of the text there are no lines after", () => {
  expect(frame("a\nb\nc\nd", 4, 2)).toBe(["  2 | b", "  3 | c", "> 4 | d", "    |  ^"].join("\n"));
});

test("an empty line has no blanks at its end", () => {
  expect(frame("a\n\nb", 2, 1)).toBe(["  1 | a", "> 2 |", "    | ^", "  3 | b"].join("\n"));
});

test.each([
  ["several characters are underlined", "key: value", 6, 5, "     ^~~~~"],
  ["the underline ends with the line", "key: value", 6, 99, "     ^~~~~"],
  ["a length of nothing still has a marker", "key: value", 6, 0, "     ^"],
  ["the marker may be behind the line", "key", 4, 1, "   ^"],
  ["a tab is two blanks wide", "\t\tkey", 3, 3, "    ^~~"],
  ["an escape is as wide as it is shown", "\u001b[x", 2, 2, "      ^~"],
  ["an underlined escape is as wide as it is shown", "\u001b", 1, 1, "^~~~~~"],
  ["a surrogate pair is two wide", "😀x", 3, 1, "  ^"],
])("%s", (_name, text, column, length, marker) => {
  expect(frame(text, 1, column, length).split("\n")[1]).toBe(`    | ${marker}`);
});

test("CR LF ends a line and is not shown", () => {
  expect(frame("a\r\nb\r\n", 2, 1)).toBe(["  1 | a", "> 2 | b", "    | ^", "  3 |"].join("\n"));
});

test("escapes for the terminal do not get through", () => {
  const text = "a: \u001b[2J\u001b]0;owned\u0007\nb: \u009b1m\u202e";
  expect(frame(text, 1, 1)).toBe(
    ["> 1 | a: \\u001b[2J\\u001b]0;owned\\u0007", "    | ^", "  2 | b: \\u009b1m\\u202e"].join(
      "\n",
    ),
  );
});

test("a very long line is cut to a window around the position", () => {
  const text = `${"a".repeat(1000)}XYZ${"b".repeat(1000)}`;
  const [line = "", marker = ""] = frame(text, 1, 1001, 3).split("\n");
  expect(line).toBe(`> 1 | …${"a".repeat(49)}XYZ${"b".repeat(48)}…`);
  expect(marker.indexOf("^")).toBe(line.indexOf("X"));
  expect(marker.slice(marker.indexOf("^"))).toBe("^~~");
});

test("a long line is not cut on the left when the position is near its start", () => {
  const [line = ""] = frame("a".repeat(300), 1, 75).split("\n");
  expect(line).toBe(`> 1 | ${"a".repeat(100)}…`);
});

test("the lines around are cut to the same window, so that columns stay aligned", () => {
  const text = `short\n${"a".repeat(500)}\n\n${"0123456789".repeat(50)}`;
  expect(frame(text, 2, 201).split("\n")).toEqual([
    "  1 | …",
    `> 2 | …${"a".repeat(100)}…`,
    `    | ${" ".repeat(50)}^`,
    "  3 |",
    `  4 | …${"1234567890".repeat(10)}…`,
  ]);
});

test("the window never cuts a surrogate pair in two", () => {
  for (const column of [201, 202, 203, 204]) {
    expect(frame("😀".repeat(300), 1, column)).not.toContain("\\u");
  }
});
