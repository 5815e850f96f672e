import { add, findingsOf, type Collector, type Finding } from "./collect.js";
import { expectation } from "./describe.js";
import { keysOf, withoutReason } from "./merge-findings.js";

/**
 * Makes a collector that reports a finding of several schemas about the same value once, with the
 * fewest reasons: a finding that applies unconditionally has none.
 */
export function collectDistinct(collector: Collector): Collector {
  return (value, path) => {
    const distinct = new Map<string, Finding>();
    for (const finding of findingsOf(collector, value, path)) {
      const key = JSON.stringify([keysOf(finding.path), withoutReason(finding)]);
      const known = distinct.get(key);
      if (
        known === undefined ||
        expectation(finding.expected).length < expectation(known.expected).length
      ) {
        distinct.set(key, finding);
      }
    }
    for (const finding of distinct.values()) add(path, finding);
  };
}
