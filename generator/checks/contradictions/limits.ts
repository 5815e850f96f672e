import type { Check, CheckOf, Checks } from "../check.js";
import { between, sideOf, type Contradiction } from "./contradiction.js";

/** The strictest of the limits that checks set to one quantity, by direction. */
export interface Limits<Limit extends Check> {
  readonly least: Limit | undefined;
  readonly most: Limit | undefined;
}

type SizeLimit = CheckOf<"size">;

/** The strictest limits to the size of a string, an array or an object. */
export function sizeLimits(checks: Checks): Limits<SizeLimit> {
  let least: SizeLimit | undefined;
  let most: SizeLimit | undefined;
  for (const check of checks) {
    if (check.kind !== "size") continue;
    if (check.keyword.startsWith("min")) {
      if (least === undefined || check.limit > least.limit) least = check;
    } else if (most === undefined || check.limit < most.limit) most = check;
  }
  return { least, most };
}

/** Why no size satisfies the limits. */
export function whyNoSize(checks: Checks): Contradiction | undefined {
  const { least, most } = sizeLimits(checks);
  if (least === undefined || most === undefined || least.limit <= most.limit) return undefined;
  return between(sideOf(least), sideOf(most), exclude);
}

/** The clause for two keywords that no value satisfies together. */
export function exclude(left: string, right: string): string {
  return `${left} and ${right} exclude each other`;
}
