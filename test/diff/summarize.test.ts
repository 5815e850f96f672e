import { expect, test } from "vitest";
import type { Diff, Verdict } from "../../generator/diff/diff-result.js";
import {
  breaking,
  compatible,
  diffOf,
  documentation,
  everything,
  meaning,
  removed,
  types,
  unknown,
} from "./hand-made.js";

test.each<[what: string, diff: Diff, verdict: Verdict]>([
  ["a break of data", diffOf([compatible, breaking]), "major"],
  ["a break by a rule", diffOf([removed]), "major"],
  ["a break of types alone", diffOf([types]), "major"],
  ["a change that is not decided", diffOf([unknown]), "minor"],
  ["a compatible change", diffOf([compatible]), "minor"],
  ["another meaning", diffOf([], { meaning: [meaning] }), "patch"],
  ["other documentation", diffOf([], { documentation: [documentation] }), "patch"],
  ["nothing", diffOf([]), "none"],
])("%s asks for its version", (_what, { verdict }, expected) => {
  expect(verdict).toBe(expected);
});

test("each kind is counted", () => {
  expect(everything.counts).toEqual({
    breaking: 3,
    unknown: 1,
    compatible: 2,
    types: 1,
    meaning: 1,
    documentation: 1,
  });
});
