import { describe, expect, test } from "vitest";
import { DiagnosticLog, type Diagnostic } from "../../generator/core/diagnostic.js";
import type { Json } from "../../generator/core/json.js";
import { locate } from "../../generator/text/locate.js";
import { parseSource } from "../../generator/text/parse.js";
import { errorsOf, sourceOf } from "./parse-outcome.js";

/** What a text is read as, and its warnings as `line:column code`. */
function readingOf(text: string): { readonly value: Json; readonly warnings: readonly string[] } {
  const log = new DiagnosticLog();
  const source = parseSource(sourceOf("yaml", text), log);
  return { value: source.value, warnings: log.all.map((each) => whereIs(each, source)) };
}

function whereIs(diagnostic: Diagnostic, source: ReturnType<typeof parseSource>): string {
  const { position } = locate(diagnostic, new Map([[source.uri, source]]));
  return `${position?.line ?? "?"}:${position?.column ?? "?"} ${diagnostic.code}`;
}

describe("a wrongly indented text is read with a warning", () => {
  test.each<[what: string, text: string, value: Json, ...warnings: string[]]>([
    ["double quotes", 'a:\n  b: "x\ny"\n  c: 1', { a: { b: "x y", c: 1 } }, "3:1"],
    ["single quotes", "a:\n  b: 'x\n  y'\n  c: 1", { a: { b: "x y", c: 1 } }, "3:3"],
    ["quotes at the top", 'a: "x\ny"\nb: 1', { a: "x y", b: 1 }, "2:1"],
    ["an empty line between", 'a:\n  b: "x\n\ny"', { a: { b: "x\ny" } }, "4:1"],
    [
      "a line that looks like a key",
      'a:\n  b: "x\nc: y"\n  d: 1',
      { a: { b: "x c: y", d: 1 } },
      "3:1",
    ],
    ["an item of a sequence", "a:\n  - 'x\n  y'\n  - z", { a: ["x y", "z"] }, "3:3"],
    ["an item that is a mapping", "a:\n  - b: 'x\n    y'", { a: [{ b: "x y" }] }, "3:5"],
    ["quotes on a line of their own", 'a:\n  b:\n    "x\n  y"', { a: { b: "x y" } }, "4:3"],
    ["escapes", 'a:\n  b: "x \\\n y\\n\n\nz"\n', { a: { b: "x y\n\nz" } }, "3:2"],
    ["a tab", 'a: "x\n\ty"', { a: "x y" }, "2:1"],
    ["a mapping in braces", "a:\n  b: {\n  c: 1\n}\n  d: 2", { a: { b: { c: 1 }, d: 2 } }, "3:3"],
    ["a list in brackets", "a:\n  b: [\n1,\n2 ]", { a: { b: [1, 2] } }, "3:1"],
    ["tabs in braces", "a: {\n\tb: 1,\n\tc: 2\n}", { a: { b: 1, c: 2 } }, "2:1"],
    [
      "comments in braces",
      'a:\n  b: { c: 1, # it is "x\n  d: "x # y"\n}',
      { a: { b: { c: 1, d: "x # y" } } },
      "3:3",
    ],
    ["quotes in braces", 'a: {b: "x\n\ny", c: 1}', { a: { b: "x\ny", c: 1 } }, "3:1"],
    [
      "several, with anchors and other keys",
      "1.0: &x 'a\nb'\nc: *x\nd: {e: 0x10,\nf: 1}",
      { "1.0": "a b", c: "a b", d: { e: 16, f: 1 } },
      "2:1",
      "5:1",
    ],
  ])("%s", (_what, text, value, ...at) => {
    const warnings = at.map((where) => `${where} yaml-outdented`);
    expect(readingOf(text)).toEqual({ value, warnings });
  });
});

test.each(["\n  {}{a: b}", '\n "a\nb": [', "\n\n  [\n]{"])(
  "%j, with no line before, ends",
  (text) => {
    expect(errorsOf("yaml", text)).not.toEqual([]);
  },
);

describe("what other parsers do not mind is a warning", () => {
  test.each<[what: string, text: string, value: Json, at: string]>([
    ["a comment without a blank before it", 'a: "x"#y', { a: "x" }, "1:7"],
    ["a comment at a bracket", "a: [1]# y", { a: [1] }, "1:7"],
    ["a mapping beside the mark of the document", "--- a: 1", { a: 1 }, "1:5"],
    ["a long key", `${"k".repeat(1100)}: &x 1`, { ["k".repeat(1100)]: 1 }, "1:1"],
  ])("%s", (_what, text, value, at) => {
    expect(readingOf(text)).toEqual({ value, warnings: [`${at} yaml-warning`] });
  });
});

describe("what no parser reads stays an error", () => {
  test.each([
    ["a quote that is missing", 'a: "x\nb: 1', '2:5 yaml-syntax missing closing "quote'],
    [
      "a quote that is missing, and a later one",
      "a: 'x\nb: 'y'",
      "1:6 yaml-syntax missing closing 'quote",
    ],
    [
      "a bracket that is missing",
      "a: [1\nb: 2",
      "2:1 yaml-syntax flow sequence in block collection",
    ],
    ["a tab before a key", "a:\n\tb: 1", "2:1 yaml-syntax tabs are not allowed as indentation"],
    [
      "a key of two lines",
      '"a\n b": 1',
      "1:1 yaml-syntax implicit keys need to be on a single line",
    ],
    ["a line of a plain text with a tab", "a: x\n\ty", "2:1 yaml-syntax tabs are not allowed"],
    ["a reserved character", "a: `x`", "1:4 yaml-syntax plain value cannot start with reserved"],
    ["a directive without a document", "%X\na: 1", "2:1 yaml-syntax missing directives-end"],
    [
      "an error after a text that is not indented",
      'a:\n  b: "x\ny"\n  c: 1\nd: @x',
      "5:4 yaml-syntax plain value cannot start with reserved character @",
    ],
    [
      "a key that is there twice, after such a text",
      'a: "x\ny"\nb: 1\nb: 2',
      '4:1 duplicate-key duplicate key "b", first at line 3, column 1',
    ],
  ])("%s", (_what, text, want) => {
    expect(errorsOf("yaml", text)[0]).toContain(want);
  });
});

test.each([
  ["/paths", "7:8"],
  ["/info/version", "6:12"],
  ["/info/title", "3:10"],
  ["/components/schemas/A/type", "11:13"],
])("in a text that was mended, %s is at %s", (pointer, want) => {
  const text = `openapi: 3.0.0
info:
  title: "Line one
paths: not here
of the title"
  version: "1"
paths: {}
components:
  schemas:
    A:
      type: string
`;
  const source = parseSource(sourceOf("yaml", text), new DiagnosticLog());
  const diagnostic: Diagnostic = {
    severity: "error",
    code: "old-nullable",
    message: "x",
    place: { uri: source.uri, pointer },
  };
  expect(whereIs(diagnostic, source)).toBe(`${want} old-nullable`);
});
