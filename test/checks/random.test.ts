import fc from "fast-check";
import { expect, it } from "vitest";
import { accepts } from "../../generator/checks/accepts.js";
import { optimize } from "../../generator/checks/optimize.js";
import { isNever } from "../../generator/checks/never.js";
import { models, randomChecks, randomValue } from "./random-checks.js";

const parameters = { numRuns: 3000, seed: 1 };

it("keeps what checks accept", () => {
  const values = fc.array(randomValue, { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(randomChecks, values, (checks, some) => {
      const accepted = some.filter((value) => accepts(checks, value, models));
      expect(some.filter((value) => accepts(optimize(checks), value, models))).toEqual(accepted);
    }),
    parameters,
  );
});

it("leaves one test of types at most, and nothing beside what never holds", () => {
  fc.assert(
    fc.property(randomChecks, (checks) => {
      const optimized = optimize(checks);
      const count = (...kinds: readonly string[]): number =>
        optimized.filter(({ kind }) => kinds.includes(kind)).length;
      expect(count("types", "when")).toBe(0);
      expect(count("cases")).toBeLessThanOrEqual(1);
      expect(count("equals")).toBeLessThanOrEqual(1);
      if (isNever(optimized)) expect(optimized).toHaveLength(1);
    }),
    parameters,
  );
});

it("has one result for one list, and is done with that", () => {
  fc.assert(
    fc.property(randomChecks, (checks) => {
      const once = optimize(checks);
      expect(optimize(checks)).toBe(once);
      expect(optimize(once)).toBe(once);
    }),
    parameters,
  );
});
