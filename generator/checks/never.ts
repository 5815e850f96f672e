import type { Place } from "../core/place.js";
import type { Check, Checks } from "./check.js";
import { located } from "./located.js";

/**
 * A check that no value passes.
 *
 * @param excluding - The checks from whose combination this follows.
 */
export function never(keyword: string, at: Place | undefined, excluding?: Checks): Check {
  return { kind: "never", keyword, ...located(at), ...(excluding !== undefined && { excluding }) };
}

/** Whether checks reject every value, without looking inside them. */
export function isNever(checks: Checks): boolean {
  return checks.some(({ kind }) => kind === "never");
}
