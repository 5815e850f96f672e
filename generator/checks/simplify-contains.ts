import type { Check, CheckOf, Checks } from "./check.js";
import { located } from "./located.js";
import { isNever, never } from "./never.js";

/**
 * Simplifies a `contains`.
 *
 * @param checks What an item has to pass, optimised.
 */
export function simplifyContains(check: CheckOf<"contains">, checks: Checks): Checks {
  const { minimum, maximum } = check;
  const at = located(check.at);
  if (minimum === 0 && maximum === undefined) return [];
  if (isNever(checks)) return minimum === 0 ? [] : [never("contains", check.at)];
  if (checks.length > 0) return [{ ...check, checks }];
  // Where every item counts, it is their number that is bounded.
  const most: Checks =
    maximum === undefined ? [] : [{ kind: "size", keyword: "maxItems", limit: maximum, ...at }];
  const least: Check = { kind: "size", keyword: "minItems", limit: minimum, ...at };
  return [least, ...most];
}
