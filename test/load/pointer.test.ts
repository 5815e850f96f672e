import type { Json } from "../../generator/core/json.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arrayIndex,
  escapePointerToken,
  isPointer,
  joinPointer,
  parsePointer,
  resolvePointer,
} from "../../generator/core/pointer.js";

describe("a reference token", () => {
  test.each([
    ["plain", "plain"],
    ["a/b", "a~1b"],
    ["m~n", "m~0n"],
    ["~1", "~01"],
    ["/~/", "~1~0~1"],
    ["", ""],
    ["%2F", "%2F"],
  ])("for %j is %j", (name, want) => {
    expect(escapePointerToken(name)).toBe(want);
  });
});

describe("joining", () => {
  test.each<[string, readonly (string | number)[], string]>([
    ["", [], ""],
    ["", ["a"], "/a"],
    ["/a", ["b/c", 0, ""], "/a/b~1c/0/"],
    ["/~1", ["~"], "/~1/~0"],
  ])("%j and %j gives %j", (pointer, tokens, want) => {
    expect(joinPointer(pointer, ...tokens)).toBe(want);
  });
});

describe("parsing", () => {
  test.each([
    ["", []],
    ["/", [""]],
    ["/a//b", ["a", "", "b"]],
    ["/a~1b/m~0n", ["a/b", "m~n"]],
    ["/~01", ["~1"]],
    ["/a b\n", ["a b\n"]],
  ])("%j gives %j", (pointer, want) => {
    expect(isPointer(pointer)).toBe(true);
    expect(parsePointer(pointer)).toEqual(want);
  });

  test.each(["a", "a/b", "#/a", "/~", "/~2", "/a~/b", " /a"])(
    "%j is refused, as it is not a JSON pointer",
    (text) => {
      expect(isPointer(text)).toBe(false);
      expect(() => parsePointer(text)).toThrow(SyntaxError);
    },
  );

  test("returns the names that were joined", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (names) => {
        expect(parsePointer(joinPointer("", ...names))).toEqual(names);
      }),
    );
  });
});

describe("an array index", () => {
  test.each([
    ["0", 0],
    ["10", 10],
    ["00", undefined],
    ["01", undefined],
    ["-", undefined],
    ["-0", undefined],
    ["+1", undefined],
    ["1.0", undefined],
    ["1e0", undefined],
    [" 1", undefined],
    ["1\n", undefined],
    ["", undefined],
    ["١", undefined],
  ])("read from %j is %j", (token, want) => {
    expect(arrayIndex(token)).toBe(want);
  });
});

describe("resolving", () => {
  // The examples of RFC 6901, section 5, and the traps of JavaScript.
  const value: Json = {
    foo: ["bar", "baz"],
    "": 0,
    "a/b": 1,
    "c%d": 2,
    "m~n": 8,
    nothing: null,
    list: [{ deep: true }],
    text: "abc",
  };

  test.each([
    ["", value],
    ["/foo", ["bar", "baz"]],
    ["/foo/0", "bar"],
    ["/", 0],
    ["/a~1b", 1],
    ["/c%d", 2],
    ["/m~0n", 8],
    ["/nothing", null],
    ["/list/0/deep", true],
    ["/nope", undefined],
    ["/foo/2", undefined],
    ["/foo/01", undefined],
    ["/foo/-", undefined],
    ["/foo/length", undefined],
    ["/text/0", undefined],
    ["/text/length", undefined],
    ["/toString", undefined],
    ["/__proto__", undefined],
    ["/nothing/x", undefined],
    ["/nope/deeper", undefined],
    ["foo", undefined],
    ["/~2", undefined],
  ])("%j gives %j", (pointer, want) => {
    expect(resolvePointer(value, pointer)).toEqual(want);
  });

  test("finds a member named __proto__ where there is one", () => {
    // JSON.parse returns nothing but JSON values.
    const parsed = JSON.parse('{"__proto__": {"a": 1}}') as Json;
    expect(resolvePointer(parsed, "/__proto__/a")).toBe(1);
  });
});
