import { beside, type Place } from "../core/place.js";
import type { Check, CheckOf, Checks } from "./check.js";
import { located } from "./located.js";
import { isNever, never } from "./never.js";

/**
 * Simplifies a `contains`.
 *
 * @param checks The optimised checks of an item.
 */
export function simplifyContains(check: CheckOf<"contains">, checks: Checks): Checks {
  const { minimum, maximum } = check;
  if (minimum === 0 && maximum === undefined) return [];
  if (isNever(checks)) return minimum === 0 ? [] : [never("contains", check.at)];
  if (checks.length > 0) return [{ ...check, checks }];
  // If every item matches, the bounds apply to the number of items.
  const limits = limitPlaces(check);
  const least: Check = {
    kind: "size",
    keyword: "minItems",
    limit: minimum,
    ...located(limits.least),
  };
  if (maximum === undefined) return [least];
  return [least, { kind: "size", keyword: "maxItems", limit: maximum, ...located(limits.most) }];
}

/** The keywords that decide how many items must match: `contains` alone requires one. */
export function limitPlaces({ at, minimum }: CheckOf<"contains">): {
  readonly least: Place | undefined;
  readonly most: Place | undefined;
} {
  return {
    least: minimum === 1 ? at : at && beside(at, "minContains"),
    most: at && beside(at, "maxContains"),
  };
}
