import { add, findingsOf, type Collector, type Finding } from "./collect.js";
import { keysOf, textOf } from "./merge-findings.js";

/** Makes a collector that tells once what several schemas find wrong with the same value. */
export function collectDistinct(collector: Collector): Collector {
  return (value, path) => {
    const distinct = new Map<string, Finding>();
    for (const finding of findingsOf(collector, value, path)) {
      const key = JSON.stringify([keysOf(finding.path), textOf(finding.expected)]);
      if (!distinct.has(key)) distinct.set(key, finding);
    }
    for (const finding of distinct.values()) add(path, finding);
  };
}
