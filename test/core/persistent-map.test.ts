import { expect, it } from "vitest";
import { lookUp, withEntry, type PersistentMap } from "../../generator/core/persistent-map.js";

const orders: Readonly<Record<string, (index: number) => number>> = {
  ascending: (index) => index,
  descending: (index) => -index,
  mixed: (index) => (index * 7919) % 1009,
  "from both ends": (index) => (index % 2 === 0 ? index : -index),
};

it.each(Object.entries(orders))("finds what was added in %s order, in any version", (_, order) => {
  const keyAt = (index: number): string => `k${String(order(index) + 5000)}`;
  const versions: PersistentMap<number>[] = [undefined];
  for (let index = 0; index < 1000; index += 1) {
    versions.push(withEntry(versions.at(-1), keyAt(index), index));
  }
  for (const [size, version] of versions.entries()) {
    if (size % 97 !== 0) continue;
    for (let index = 0; index < 1000; index += 1) {
      expect(lookUp(version, keyAt(index))).toBe(index < size ? index : undefined);
    }
  }
  // A balanced tree of a thousand nodes is no higher than this.
  expect(versions.at(-1)?.height).toBeLessThanOrEqual(14);
});

it("replaces a value, and leaves the other map as it was", () => {
  const before = withEntry(withEntry(undefined, "a", 1), "b", 2);
  const after = withEntry(before, "a", 3);
  expect([lookUp(before, "a"), lookUp(after, "a"), lookUp(after, "b")]).toEqual([1, 3, 2]);
});
