import { describe, expect, it } from "vitest";
import { closest, nearest } from "../../generator/config/closest.js";

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
  ])("to %j among %j is %j", (word, candidates, want) => {
    expect(closest(word, candidates)).toBe(want);
  });
});

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
