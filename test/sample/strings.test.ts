import { describe, expect, test } from "vitest";
import { longestMatch } from "../../generator/core/patterns/cost.js";
import { candidateStrings } from "../../generator/sample/strings.js";

describe("strings for a pattern", () => {
  test.each<[pattern: string, longest: number]>([
    ["^[a-z]+$", 200],
    ["^(a+b)+$", 20_000],
    // Each repetition inside another one would make strings a hundred times as long.
    ["^((xn--)?[a-z0-9]+(-[a-z0-9]+)*\\.)+[a-z]{2,}\\.?$", 2000],
    ["^(((((a+b)+c)+d)+e)+f)+$", 5000],
  ])("%s match it, are of several lengths, and not too long", (pattern, longest) => {
    const strings = candidateStrings([{ kind: "pattern", pattern }]).filter((text) =>
      new RegExp(pattern, "u").test(text),
    );
    const lengths = strings.map(({ length }) => length);
    expect(new Set(lengths).size).toBeGreaterThan(5);
    expect(Math.max(...lengths)).toBeLessThan(longest);
  });
});

describe("the longest match", () => {
  test.each<[pattern: string, repeats: number, longest: number]>([
    ["abc", 10, 3],
    ["a|bcd|ef", 10, 3],
    ["a*", 10, 10],
    ["a+", 10, 11],
    ["a?b?", 10, 2],
    ["a{3}", 10, 3],
    ["a{3,}", 10, 13],
    ["a{3,5}", 10, 5],
    ["a{3,50}", 10, 13],
    ["(a+b)+", 10, 132],
    ["((a+b)+c)*", 10, 1330],
    ["a".repeat(2000), 10, 20_000],
  ])("of %s with %i repeats has %i characters", (pattern, repeats, longest) => {
    expect(longestMatch(pattern, repeats)).toBe(longest);
  });
});
