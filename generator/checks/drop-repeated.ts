import type { Check, Checks } from "./check.js";

/**
 * Drops checks that repeat an earlier one, so that nothing is reported twice: both `anyOf` and a
 * keyword beside it may have `maximum: 100`. Without repetitions, the result is the list itself.
 */
export function dropRepeated(checks: Checks): Checks {
  if (checks.length <= 1) return checks;
  const keys = new Set<string>();
  const kept = checks.filter((check) => {
    const key = keyOf(check);
    if (key === undefined) return true;
    const isRepeated = keys.has(key);
    keys.add(key);
    return !isRepeated;
  });
  return kept.length === checks.length ? checks : kept;
}

/** A key that is the same for equal checks; undefined for checks that contain others. */
function keyOf(check: Check): string | undefined {
  switch (check.kind) {
    case "bound":
    case "size":
      return `${check.keyword} ${check.limit}`;
    case "multipleOf":
      return `multipleOf ${check.divisor}`;
    case "pattern":
      return `pattern ${check.pattern}`;
    case "format":
      return `format ${check.format} ${String(check.test)}`;
    case "call":
      return `call ${check.model}`;
    case "unique":
      return check.kind;
    default:
      return undefined;
  }
}
