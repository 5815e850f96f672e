import type { Checks } from "./check.js";

/**
 * Joins checks that must hold together. If one list is empty, the result is the other list itself.
 */
export function both(left: Checks | undefined, right: Checks): Checks {
  if (left === undefined || left.length === 0) return right;
  return right.length === 0 ? left : [...left, ...right];
}
