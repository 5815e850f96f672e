import type { Place } from "../core/place.js";
import { both } from "./both.js";
import type { Checks } from "./check.js";
import { dropRepeated } from "./drop-repeated.js";
import { located } from "./located.js";
import type { Optimize } from "./optimizer.js";

/** All checks of one property. */
interface MergedProperty {
  readonly required: boolean;
  readonly at: Place | undefined;
  readonly checks: Checks;
}

/**
 * Merges all checks of one property into one, at the position of the first, and drops repeated
 * checks of the value itself.
 */
export function mergeProperties(all: Checks, optimize: Optimize): Checks {
  const checks = dropRepeated(all);
  if (areMerged(checks, optimize)) return checks;
  const properties = gatherProperties(checks);
  return checks.flatMap((check): Checks => {
    if (check.kind !== "property" && check.kind !== "required") return [check];
    const { name } = check;
    const property = properties.get(name);
    properties.delete(name);
    if (property === undefined) return [];
    const { required } = property;
    const at = located(property.at);
    const inner = optimize(property.checks);
    if (inner.length > 0) return [{ kind: "property", name, required, checks: inner, ...at }];
    return required ? [{ kind: "required", name, ...at }] : [];
  });
}

function gatherProperties(checks: Checks): Map<string, MergedProperty> {
  const properties = new Map<string, MergedProperty>();
  for (const check of checks) {
    if (check.kind !== "property" && check.kind !== "required") continue;
    const known = properties.get(check.name);
    const isRequired = check.kind === "required" || check.required;
    properties.set(check.name, {
      required: known?.required === true || isRequired,
      // A missing property is reported at the keyword that requires it.
      at: known?.required === true ? known.at : isRequired ? check.at : known?.at,
      checks: both(known?.checks, check.kind === "property" ? check.checks : []),
    });
  }
  return properties;
}

/** Whether every property has a single check, whose inner checks are optimised. */
function areMerged(checks: Checks, optimize: Optimize): boolean {
  const names = new Set<string>();
  for (const check of checks) {
    if (check.kind !== "property" && check.kind !== "required") continue;
    if (names.has(check.name)) return false;
    names.add(check.name);
    if (check.kind === "required") continue;
    if (check.checks.length === 0 || optimize(check.checks) !== check.checks) return false;
  }
  return true;
}
