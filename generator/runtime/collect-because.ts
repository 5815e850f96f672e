import { closest } from "./closest.js";
import { add, findingsOf, type Collector, type Finding, type Path } from "./collect.js";
import { expectation } from "./describe.js";
import { withoutReason } from "./merge-findings.js";
import { isArray, isObject } from "./values.js";

/**
 * Collects the findings about a value, and adds to each why it is required.
 *
 * @param reason - A clause about a property of the object, to follow "because".
 */
export function collectBecause(
  value: unknown,
  path: Path,
  reason: string,
  collector: Collector,
): void {
  // A value that is not an object has no such property.
  if (!isObject(value)) return collector(value, path);
  for (const finding of findingsOf(collector, value, path)) {
    add(path, withReason(finding, reason));
  }
}

/** The greatest length of the reasons: if they are longer, those of outer conditions are left out. */
const longest = 200;

function withReason(finding: Finding, reason: string): Finding {
  const { expected, value } = finding;
  const added = ` because ${reason}`;
  if (!isArray(expected)) {
    const reasons = expected.slice(withoutReason(finding).length);
    if (reasons === "") return { ...finding, expected: expected + added };
    // If one condition is inside another, both are reasons.
    const isEnough = reasons.includes(reason) || reasons.length > longest;
    return isEnough ? finding : { ...finding, expected: `${expected} and ${reason}` };
  }
  return {
    ...finding,
    expected: expectation(expected) + added,
    meant: typeof value === "object" ? undefined : closest(value, expected),
  };
}
