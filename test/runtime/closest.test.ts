import { describe, expect, it } from "vitest";
import { closest } from "../../generator/runtime/closest.js";

describe("the closest word", () => {
  it.each<[word: string, candidates: readonly string[], want: string | undefined]>([
    ["root", ["roots", "out"], "roots"],
    ["ROOTS", ["roots"], "roots"],
    ["otu", ["spec", "out"], "out"],
    ["nams", ["name", "names"], "name"],
    ["package", ["package"], "package"],
    ["ab", ["cd"], undefined],
    ["verbose", ["spec", "out"], undefined],
    ["x", ["y"], undefined],
    ["", ["a"], undefined],
    ["spec", [], undefined],
    ["cancelled", ["canceling", "cancelling", "cancelled"], "cancelled"],
    ["abcd", ["abxy", "abcx", "abce"], "abcx"],
    ["abcd", ["abcdefg", "xabcdy"], "xabcdy"],
    ["ab", ["cdab", "abc"], "abc"],
    ["x".repeat(200), [`${"x".repeat(200)}y`], `${"x".repeat(200)}y`],
    ["x".repeat(201), [`${"x".repeat(201)}y`], undefined],
  ])("to %j among %j is %j", (word, candidates, want) => {
    expect(closest(word, candidates)).toBe(want);
  });
});
