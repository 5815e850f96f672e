import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DiagnosticLog } from "../../generator/core/diagnostic.js";
import { parseSource } from "../../generator/text/parse.js";
import { inputErrorOf } from "../diagnostics/input-error-of.js";
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

describe("an error of syntax is said once, where it is", () => {
  test.each([
    ["a comma at the end", '{"a": 1,\n}', "2:1", "a key in double quotes must stand here"],
    ["a comma at the end of an array", "[1, 2, ]", "1:8", "a value must stand here"],
    [
      "a key without quotes",
      "{a: 1}",
      "1:2",
      "this is not JSON, where keys and strings stand in double quotes",
    ],
    [
      "single quotes",
      "{'a': 1}",
      "1:2",
      "this is not JSON, where keys and strings stand in double quotes",
    ],
    ["no colon", '{"a" 1}', "1:6", "a colon must stand here"],
    ["no comma", '{"a": 1\n"b": 2}', "2:1", "a comma must stand here"],
    ["no end of an object", '{"a": 1', "1:8", "the object must end here with }"],
    ["no end of an array", "[1", "1:3", "the array must end here with ]"],
    [
      "no end of a string",
      '{"a": "x\n}',
      "1:7",
      "the string must end on this line with a double quote",
    ],
    ["a control character", '["a\tb"]', "1:2", "a control character must be written as an escape"],
    ["an unknown escape", '["\\x"]', "1:2", "this is not an escape that JSON has"],
    ["a short escape", '["\\u12"]', "1:2", "four hexadecimal digits must follow \\u"],
    ["a leading zero", "[01]", "1:3", "a comma must stand here"],
    ["digits that lack", "[1.]", "1:2", "the number lacks digits"],
    ["NaN", "[NaN]", "1:2", "this is not JSON, where keys and strings stand in double quotes"],
    ["a comment", "// x\n{}", "1:1", "JSON has no comments"],
    ["a comment that does not end", "{} /* x", "1:4", "JSON has no comments"],
    ["something after the value", "{}\n{}", "2:1", "the file must end here"],
    ["nothing", "", "1:1", "a value must stand here"],
  ])("%s", (_name, text, where, message) => {
    expect(errorsOf("json", text)).toEqual([`${where} json-syntax ${message}`]);
  });
});

test("no text that JSON.parse refuses is accepted", () => {
  const signs = ["{", "}", "[", "]", ":", ",", '"', "'", "\\u", "\\", "/*", "//"];
  const words = ["a", "1", ".", "-", "+", "e", "0", "true", "null", " ", "\n", "\t"];
  const nearlyJson = fc
    .array(fc.constantFrom(...signs, ...words), { maxLength: 12 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(nearlyJson, (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      fc.pre(!isJson);
      expect(errorsOf("json", text)).toHaveLength(1);
    }),
    { numRuns: 2000 },
  );
});

describe("a key that an object has twice", () => {
  test.each([
    ['{"a": 1, "a": 1}', ['1:10 duplicate-key the key "a" is here for the second time']],
    ['{"a": 1, "\\u0061": 1}', ['1:10 duplicate-key the key "a" is here for the second time']],
    [
      '{"__proto__": 1, "__proto__": 1}',
      ['1:18 duplicate-key the key "__proto__" is here for the second time'],
    ],
    ['{"a": [], "b": {}, "a": 1}', ['1:20 duplicate-key the key "a" is here for the second time']],
    [
      '[{"a": 1, "b": {}, "a": 1, "a": 2}]',
      [
        '1:20 duplicate-key the key "a" is here for the second time',
        '1:28 duplicate-key the key "a" is here for the second time',
      ],
    ],
  ])("is an error: %s", (text, want) => {
    expect(errorsOf("json", text)).toEqual(want);
  });

  test("is named by its pointer, too", async () => {
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
