import type { Check, Checks } from "./check.js";

/** Sorts checks: cheap and selective ones first, calls of other guards last. */
export function orderByCost(checks: Checks): Checks {
  if (checks.length <= 1) return checks;
  return [...checks].sort((left, right) => costOfCheck(left) - costOfCheck(right));
}

/** The cost of checks that must all hold: that of the most expensive one. */
export function costOf(checks: Checks): number {
  return Math.max(...checks.map(costOfCheck));
}

function costOfCheck({ kind }: Check): number {
  return costs[kind] ?? 1;
}

const costs: Partial<Record<Check["kind"], number>> = {
  cases: 0,
  equals: 0,
  not: 2,
  conditional: 2,
  any: 3,
  one: 3,
  call: 4,
};
