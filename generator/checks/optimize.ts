import { casesOf } from "./cases-of.js";
import type { Checks, Evaluated } from "./check.js";
import { orderByCost } from "./cost.js";
import { mergeTypes } from "./merge-types.js";
import { simplify } from "./simplify.js";
import { simplifyEvaluated } from "./simplify-evaluated.js";

/**
 * Optimises checks for printing: at most one test of types, with the checks for each type inside
 * it, and no check that is repeated or implied by another one.
 */
export function optimize(checks: Checks): Checks {
  if (checks.length === 0) return checks;
  const known = optimized.get(checks);
  if (known !== undefined) return known;
  const result = optimizeUnknown(checks);
  optimized.set(checks, result);
  // Optimising twice changes nothing.
  if (result !== checks) optimized.set(result, result);
  return result;
}

/** Results by list: a list is optimised once, and always has the same list as its result. */
const optimized = new WeakMap<Checks, Checks>();

function optimizeUnknown(checks: Checks): Checks {
  const [only, ...others] = checks;
  if (only !== undefined && others.length === 0) {
    // Most lists are a single check of one of these kinds.
    if (only.kind === "call") return checks;
    if (only.kind === "types" && only.types.length > 0) return [casesOf(only.types, [], only.at)];
  }
  const simplified = checks.flatMap((check) => simplify(check, optimize));
  const never = simplified.find(({ kind }) => kind === "never");
  if (never !== undefined) return [never];
  return orderByCost(mergeTypes(simplified, optimize));
}

/** Optimises the checks inside descriptions of what is evaluated. */
export function optimizeEvaluated(all: readonly Evaluated[]): readonly Evaluated[] {
  return simplifyEvaluated(all, optimize);
}
