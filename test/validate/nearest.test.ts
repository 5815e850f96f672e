import { describe, expect, it } from "vitest";
import { nearest } from "../../generator/validate/nearest.js";

describe("the nearest words", () => {
  it.each<[word: string, candidates: readonly string[], want: readonly string[]]>([
    ["batch", ["Match", "BatchUsage", "Pet", "Batch"], ["Batch", "BatchUsage", "Match"]],
    ["pets", ["Shop", "Pet", "Petition", "Bets"], ["Pet", "Bets", "Shop"]],
    ["x", ["a", "b"], ["a", "b"]],
    ["x", [], []],
  ])("to %j among %j are %j", (word, candidates, want) => {
    expect(nearest(word, candidates, 3)).toEqual(want);
  });
});
