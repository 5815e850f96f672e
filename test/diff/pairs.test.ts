import { describe, expect, it } from "vitest";
import type { Direction } from "../../generator/core/direction.js";
import { arrayPairs } from "./pairs/arrays.js";
import { combinedPairs } from "./pairs/combined.js";
import { judgedByAjv, compared, verdictOf } from "./pairs/judge.js";
import { objectPairs } from "./pairs/objects.js";
import { samePairs } from "./pairs/same.js";
import { valuePairs } from "./pairs/values.js";

const directions: readonly Direction[] = ["request", "response"];

describe.each([
  ["values", valuePairs],
  ["arrays", arrayPairs],
  ["objects", objectPairs],
  ["combined schemas", combinedPairs],
  ["the same meaning", samePairs],
] as const)("%s", (_topic, pairs) => {
  it.each(pairs.map((pair) => [pair[0], pair] as const))("%s", async (_what, pair) => {
    const [, , , request, response, { messages, pointers, component, changes = 1 } = {}] = pair;
    const diff = await compared(pair);
    const verdicts = directions.map((direction) => verdictOf(diff, direction));
    expect(verdicts).toEqual([request, response]);
    for (const [index, direction] of directions.entries()) {
      const own = diff.changes.filter((change) => change.direction === direction);
      expect(own).toHaveLength(verdicts[index] === "none" ? 0 : changes);
      const breaks = own.filter(({ data }) => data === "breaking");
      expect(breaks).toHaveLength(verdicts[index] === "breaking" ? 1 : 0);
      for (const change of breaks) {
        const isOldAccepting = change.proof?.acceptedBy === "old";
        expect(judgedByAjv(pair, change)).toEqual([isOldAccepting, !isOldAccepting]);
      }
      if (component !== undefined) expect(own.map((each) => each.component)).toEqual([component]);
    }
    const distinct = (texts: readonly string[]): readonly string[] =>
      [...new Set(texts)].toSorted();
    if (messages !== undefined) {
      expect(distinct(diff.changes.map(({ message }) => message))).toEqual(distinct(messages));
    }
    if (pointers !== undefined) {
      expect(distinct(diff.changes.map(({ pointer }) => pointer))).toEqual(distinct(pointers));
    }
  });
});

it("has a row for each keyword and change", () => {
  const all = [...valuePairs, ...arrayPairs, ...objectPairs, ...combinedPairs, ...samePairs];
  expect(all.length).toBeGreaterThanOrEqual(150);
  expect(new Set(all.map(([what]) => what)).size).toBe(all.length);
});
