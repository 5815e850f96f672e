import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DiagnosticLog } from "../../generator/core/diagnostic.js";
import { parseSource } from "../../generator/text/parse.js";
import { inputErrorOf } from "../diagnostics/input-error-of.js";
import { brokenTexts } from "../runtime/broken-texts.js";
import { errorsOf, sourceOf, valueOf } from "./parse-outcome.js";

test("the file comes along with its value", () => {
  const source = sourceOf("json", '{"a": [1, null]}');
  expect(parseSource(source, new DiagnosticLog())).toEqual({
    ...source,
    value: { a: [1, null] },
  });
});

test("every JSON text has the value that JSON.parse gives", () => {
  fc.assert(
    fc.property(fc.json({ stringUnit: "binary" }), (text) => {
      expect(valueOf("json", text)).toEqual(JSON.parse(text));
    }),
  );
});

test.each([
  ["escapes", '"\\ud83d\\ude00\\n\\/"', "😀\n/"],
  ["half a surrogate pair", '"\\ud800"', "\ud800"],
  ["the largest number", "1.7976931348623157e308", 1.7976931348623157e308],
  ["a number that underflows", "1e-400", 0],
  ["a line separator in a string", '"\u2028"', "\u2028"],
  ["the same key in two objects", '[{"a": 1}, {"a": 2}]', [{ a: 1 }, { a: 2 }]],
  ["a key again inside", '{"a": {"a": 1}}', { a: { a: 1 } }],
])("%s: %s is accepted", (_name, text, want) => {
  expect(valueOf("json", text)).toEqual(want);
});

test("__proto__ is a member like any other", () => {
  const value = valueOf("json", '{"__proto__": {"polluted": true}}');
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.keys(value ?? {})).toEqual(["__proto__"]);
});

describe.each(Object.entries(brokenTexts))("a text that %s", (_kind, rows) => {
  test.each(rows)("has one error, in the words of the runtime: %j", (text, place, reason) => {
    expect(errorsOf("json", text)).toEqual([`${place} json-syntax ${reason}`]);
  });
});

describe("a key that an object has twice", () => {
  test.each([
    ['{"a": 1, "a": 1}', ['1:10 duplicate-key duplicate key "a", first at line 1, column 2']],
    ['{"a": 1, "\\u0061": 1}', ['1:10 duplicate-key duplicate key "a", first at line 1, column 2']],
    [
      '{"__proto__": 1,\r"__proto__": 1}',
      ['2:1 duplicate-key duplicate key "__proto__", first at line 1, column 2'],
    ],
    [
      '{"a": [],\n "b": {}, "a": 1}',
      ['2:11 duplicate-key duplicate key "a", first at line 1, column 2'],
    ],
    [
      '[{"a": 1, "b": {}, "a": 1, "a": 2}]',
      [
        '1:20 duplicate-key duplicate key "a", first at line 1, column 3',
        '1:28 duplicate-key duplicate key "a", first at line 1, column 3',
      ],
    ],
  ])("is an error: %s", (text, want) => {
    expect(errorsOf("json", text)).toEqual(want);
  });

  test("is also named by its pointer", async () => {
    const source = sourceOf("json", '{"x/y": [{"a": 1, "a": 1}]}');
    const error = await inputErrorOf(() => parseSource(source, new DiagnosticLog()));
    expect(error.diagnostics[0]?.place?.pointer).toBe("/x~1y/0/a");
  });
});

test.each([
  ["[1e400]", "1:2 number-too-large the number 1e400 is too large for JavaScript"],
  ["[0,\n-1e999]", "2:1 number-too-large the number -1e999 is too large for JavaScript"],
])("a number that JavaScript cannot hold is an error: %j", (text, want) => {
  expect(errorsOf("json", text)).toEqual([want]);
});

describe("nesting", () => {
  const nested = (depth: number): string => '{"a":['.repeat(depth / 2) + "]}".repeat(depth / 2);

  test("of 500 levels is accepted", () => {
    expect(JSON.stringify(valueOf("json", nested(500)))).toBe(nested(500));
  });

  test("is not what many values side by side are", () => {
    const text = `[${Array<string>(600).fill('[{"a":[]}]').join()}]`;
    expect(JSON.stringify(valueOf("json", text))).toBe(text);
  });

  test.each([
    ["complete", nested(502)],
    ["cut off", "[".repeat(200_000)],
  ])("of more is an error, not a crash: %s", (_name, text) => {
    const [error] = errorsOf("json", text);
    expect(error).toContain("nested-too-deeply the file is nested more than 500 levels deep");
  });
});

test("at most 20 errors of one file are reported", () => {
  const text = `{${Array<string>(50).fill('"a": 1').join()}}`;
  expect(errorsOf("json", text)).toHaveLength(20);
});
