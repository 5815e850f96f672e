import { closest } from "./closest.js";
import { add, findingsOf, type Collector, type Finding, type Path } from "./collect.js";
import { list } from "./describe.js";
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

function withReason(finding: Finding, reason: string): Finding {
  const { expected, value } = finding;
  const because = ` because ${reason}`;
  if (!isArray(expected)) {
    // Where one condition is inside another, both are reasons; each begins with the name of a property.
    const isGiven = expected.includes(" because `");
    return { ...finding, expected: expected + (isGiven ? ` and ${reason}` : because) };
  }
  return {
    ...finding,
    expected: (expected.length > 1 ? "one of " : "") + list(expected) + because,
    meant: typeof value === "object" ? undefined : closest(value, expected),
  };
}
