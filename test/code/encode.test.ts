import { describe, expect, test } from "vitest";
import {
  encodeAccess,
  encodeComment,
  encodeJson,
  encodeMemberName,
  encodePropertyName,
  encodeRegExp,
  encodeString,
  nameInvisible,
} from "../../generator/code/encode.js";
import type { Json } from "../../generator/core/json.js";

// Escapes that are seen in the expectations are those in the result.
const raw = String.raw;

describe("a string literal", () => {
  test.each([
    ["a b", '"a b"'],
    ['"', raw`"\""`],
    ["\\", raw`"\\"`],
    ["\n\t", raw`"\n\t"`],
    ["größe 名", '"größe 名"'],
    ["\u2028", raw`"\u2028"`],
    ["\u200b", raw`"\u200b"`],
    ["\u202e", raw`"\u202e"`],
    ["\ud800", raw`"\ud800"`],
    ["\u{e0001}", raw`"\udb40\udc01"`],
    ["\u007f", raw`"\u007f"`],
  ])("of %j is %s", (text, literal) => {
    expect(encodeString(text)).toBe(literal);
  });
});

describe("an expression for a JSON value", () => {
  test.each<[value: Json, code: string]>([
    [null, "null"],
    [true, "true"],
    [-0, "0"],
    [-1.5, "-1.5"],
    [1e21, "1e+21"],
    ['a"', raw`"a\""`],
    [[], "[]"],
    [[1, "a", [null]], '[1, "a", [null]]'],
    [{}, "{}"],
    [{ a: 1, "b-c": { d: [] } }, '{ a: 1, "b-c": { d: [] } }'],
    [{ ["__proto__"]: 1 }, '{ ["__proto__"]: 1 }'],
  ])("%j is %s", (value, code) => {
    expect(encodeJson(value)).toBe(code);
  });
});

describe("the name of a property", () => {
  test.each([
    ["a", "a", ".a", "a"],
    ["_$1", "_$1", "._$1", "_$1"],
    ["1a", '"1a"', '["1a"]', '"1a"'],
    ["", '""', '[""]', '""'],
    ["na-me", '"na-me"', '["na-me"]', '"na-me"'],
    ["größe", '"größe"', '["größe"]', '"größe"'],
    ["__proto__", "__proto__", '["__proto__"]', '["__proto__"]'],
    // A letter that only newer versions of Unicode know.
    ["\ua7cb", raw`"\ua7cb"`, '["\ua7cb"]', raw`"\ua7cb"`],
  ])("%j is %s, %s in an access, %s in an object", (name, property, access, member) => {
    expect([encodePropertyName(name), encodeAccess(name), encodeMemberName(name)]).toEqual([
      ...[property, access, member],
    ]);
  });
});

describe("a regular expression", () => {
  const made = (...args: readonly string[]): string =>
    `/* @__PURE__ */ new RegExp(${args.join(", ")})`;

  test.each([
    ["^a+$", "u", "/^a+$/u"],
    ["a/b", "", raw`/a\/b/`],
    ["a\nb", "", raw`/a\nb/`],
    ["", "u", "/(?:)/u"],
    ["\u200b", "u", raw`/\u200b/u`],
    ["(?<=a)", "u", "/(?<=a)/u"],
    ["(?<word>a)", "u", made('"(?<word>a)"', '"u"')],
    ["a.b", "su", made('"a.b"', '"su"')],
    // Valid only without Unicode matching.
    ["\\-", "", made(raw`"\\-"`)],
  ])("%j with the flags %j is %s", (source, flags, code) => {
    expect(encodeRegExp({ source, flags }, () => "RegExp")).toBe(code);
  });
});

describe("a comment", () => {
  test.each([
    ["plain", "plain"],
    ["a */ b", raw`a *\/ b`],
    ["@tag and me@example.com, @other", raw`\@tag and me@example.com, \@other`],
    ["a\n@b", raw`a` + "\n" + raw`\@b`],
    ["a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"],
    ["a\u200bb\u202e", "aU+200BbU+202E"],
    ["\u0000", "U+0000"],
    ["☺\ufe0f", "☺"],
    ["\ta", "\ta"],
  ])("of %j is %j", (text, comment) => {
    expect(encodeComment(text)).toBe(comment);
  });

  test("keeps tags where only the invisible is named", () => {
    expect(nameInvisible("@a */ \u200b")).toBe("@a */ U+200B");
  });
});
