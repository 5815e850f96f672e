import { describe, expect, test } from "vitest";
import type { Checks } from "../../generator/checks/check.js";
import { optimize } from "../../generator/checks/optimize.js";

export type Row = readonly [what: string, checks: Checks, optimized: Checks];

/** Tests what checks are optimised to, and that optimising the result changes nothing. */
export function testRows(tables: Readonly<Record<string, readonly Row[]>>): void {
  describe.each(Object.entries(tables))("%s", (_, rows) => {
    test.each(rows)("%s", (_what, checks, optimized) => {
      expect(optimize(checks)).toEqual(optimized);
      // A copy, since the result of a list is remembered.
      expect(optimize(structuredClone(optimized))).toEqual(optimized);
    });
  });
}
