import { closest } from "./closest.js";
import { add, findingsOf, type Collector, type Finding, type Path } from "./collect.js";
import { expectation } from "./describe.js";
import { withoutReason } from "./merge-findings.js";
import { isArray, isObject } from "./values.js";

/**
 * Collects what is wrong with a value, and says of each finding why that is asked for.
 *
 * @param reason - What is the case with a property of the object, to follow "because".
 */
export function collectBecause(
  value: unknown,
  path: Path,
  reason: string,
  collector: Collector,
): void {
  // What is no object has no such property.
  if (!isObject(value)) return collector(value, path);
  for (const finding of findingsOf(collector, value, path)) {
    add(path, withReason(finding, reason));
  }
}

/** Of reasons that are longer, those of the conditions further outside are left out. */
const longest = 200;

function withReason(finding: Finding, reason: string): Finding {
  const { expected, value } = finding;
  const added = ` because ${reason}`;
  if (!isArray(expected)) {
    const reasons = expected.slice(withoutReason(finding).length);
    if (reasons === "") return { ...finding, expected: expected + added };
    // Where one condition is inside another, both are reasons.
    const isEnough = reasons.includes(reason) || reasons.length > longest;
    return isEnough ? finding : { ...finding, expected: `${expected} and ${reason}` };
  }
  return {
    ...finding,
    expected: expectation(expected) + added,
    meant: typeof value === "object" ? undefined : closest(value, expected),
  };
}
