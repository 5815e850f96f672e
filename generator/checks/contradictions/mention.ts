import type { Check, Checks } from "../check.js";

/**
 * Returns a check that every value passes. It tells which members a value may hold, though nothing asks for them
 * here.
 */
export function mentioning(checks: Checks): Checks {
  return checks.length === 0
    ? []
    : [{ kind: "conditional", condition: checks, then: [], otherwise: [] }];
}

/** Whether a check only tells which members a value may hold. */
export function isMention(check: Check): boolean {
  return check.kind === "conditional" && check.then.length === 0 && check.otherwise.length === 0;
}
