import { casesOf } from "./cases-of.js";
import type { Checks, Evaluated } from "./check.js";
import { orderByCost } from "./cost.js";
import { mergeTypes } from "./merge-types.js";
import { simplify } from "./simplify.js";
import { simplifyEvaluated } from "./simplify-evaluated.js";

/**
 * Brings checks to the form that is printed: at most one test of types, with the checks for each
 * type below it, no check twice, and none that another one implies.
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

/** Results by checks: the same list has the same list as its result, and is optimised once. */
const optimized = new WeakMap<Checks, Checks>();

function optimizeUnknown(checks: Checks): Checks {
  const [only, ...others] = checks;
  if (only !== undefined && others.length === 0) {
    // Most lists hold just one of these two.
    if (only.kind === "call") return checks;
    if (only.kind === "types" && only.types.length > 0) return [casesOf(only.types, [], only.at)];
  }
  const simplified = checks.flatMap((check) => simplify(check, optimize));
  const never = simplified.find(({ kind }) => kind === "never");
  if (never !== undefined) return [never];
  return orderByCost(mergeTypes(simplified, optimize));
}

/** Optimises the checks inside a description of what is evaluated. */
export function optimizeEvaluated(all: readonly Evaluated[]): readonly Evaluated[] {
  return simplifyEvaluated(all, optimize);
}
