import { describe, expect, it } from "vitest";
import { markdownOf, printed } from "./print.js";
import type { Section } from "./section.js";

const section: Section = {
  title: "Speed",
  about: "Of `a` and `b`.",
  columns: ["name", "time"],
  rows: [
    ["a|b", "1.00 s"],
    ["longer", "10.00 s"],
  ],
  goals: [
    { text: "a is fast", measured: "1.00 s", isMet: true },
    { text: "b is fast", measured: "10.00 s", isMet: false },
  ],
};

describe("a section", () => {
  it("is aligned for a terminal, names at the left and numbers at the right", () => {
    expect(printed(section).split("\n")).toEqual([
      "Speed",
      "",
      "name       time",
      "a|b      1.00 s",
      "longer  10.00 s",
      "",
      "met: a is fast (1.00 s)",
      "not met: b is fast (10.00 s)",
      "",
    ]);
  });

  it("is a table with its goals in Markdown", () => {
    expect(markdownOf(section).split("\n")).toEqual([
      "## Speed",
      "",
      "Of `a` and `b`.",
      "",
      "| name | time |",
      "| :-- | --: |",
      String.raw`| a\|b | 1.00 s |`,
      "| longer | 10.00 s |",
      "",
      "- met: a is fast (1.00 s)",
      "- not met: b is fast (10.00 s)",
    ]);
  });

  it("has no list if there are no goals", () => {
    expect(markdownOf({ ...section, rows: [], goals: [] })).toMatch(/\| --: \|$/);
    expect(printed({ ...section, goals: [] })).toMatch(/10\.00 s\n$/);
  });
});
