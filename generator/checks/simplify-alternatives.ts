import type { Place } from "../core/place.js";
import type { Checks } from "./check.js";
import { costOf } from "./cost.js";
import { dropCovered } from "./drop-covered.js";
import { located } from "./located.js";
import { mergeBranches } from "./merge-branches.js";
import { literalsOf } from "./merge-literals.js";
import { isNever, never } from "./never.js";
import { possibleTypes } from "./possible-types.js";
import { uniqueValues } from "./value-key.js";

/** Simplifies optimised alternatives of which at least one must hold. */
export function simplifyAny(branches: readonly Checks[], at: Place | undefined): Checks {
  const options = branches.filter((branch) => !isNever(branch));
  const possible = dropCovered(mergeBranches(options, at));
  const [first, ...others] = possible;
  if (first === undefined) return [never("anyOf", at)];
  if (possible.some((branch) => branch.length === 0)) return [];
  if (others.length === 0) return first;
  const ordered = [...possible].sort((left, right) => costOf(left) - costOf(right));
  return [{ kind: "any", branches: ordered, ...located(at) }];
}

/**
 * Simplifies optimised alternatives, exactly one of which must hold. If no two accept the same
 * value, this is the same as at least one.
 */
export function simplifyOne(branches: readonly Checks[], at: Place | undefined): Checks {
  const possible = branches.filter((branch) => !isNever(branch));
  return areDisjoint(possible)
    ? simplifyAny(possible, at)
    : [{ kind: "one", branches: possible, ...located(at) }];
}

/** Whether alternatives accept values of different types, or different literals. */
function areDisjoint(branches: readonly Checks[]): boolean {
  const values = branches.flatMap((branch) => literalsOf(branch) ?? []);
  const literals = branches.filter((branch) => literalsOf(branch) !== undefined);
  const others = branches.filter((branch) => literalsOf(branch) === undefined);
  const types = [
    ...new Set(literals.flatMap((branch) => [...possibleTypes(branch)])),
    ...others.flatMap((branch) => [...possibleTypes(branch)]),
  ];
  return new Set(types).size === types.length && uniqueValues(values).length === values.length;
}
