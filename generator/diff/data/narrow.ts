import type { CheckedModels } from "../../checks/accepts.js";
import type { Check, Checks } from "../../checks/check.js";
import { describedBy, mayDescribe, type Described } from "./described.js";

/**
 * Returns a function that adds to the checks of a sender what its values do not hold: members that only the
 * receiver describes. Values hold members that the sender describes, and others with names that nobody
 * describes.
 */
export function narrowBy(models: CheckedModels): (sender: Checks, receiver: Checks) => Checks {
  return (sender, receiver) => {
    const own = describedBy(sender, models);
    const { patterns, isMap } = own;
    if (isMap) return sender;
    const other = describedBy(receiver, models);
    const missing = [...other.names].filter((name) => !mayDescribe(own, name));
    const unmatched = [...other.patterns].filter((pattern) => !patterns.has(pattern));
    if (missing.length === 0 && unmatched.length === 0) return sender;
    const absent = missing.map(absence);
    const unnamed: Checks = unmatched.map((pattern) => ({
      kind: "names",
      checks: [namedOrUnmatched(own, pattern)],
    }));
    return [...sender, { kind: "when", type: "object", checks: [...absent, ...unnamed] }];
  };
}

/** A check that a property is missing. */
function absence(name: string): Check {
  const checks: Checks = [{ kind: "never", keyword: "false" }];
  return { kind: "property", name, required: false, checks };
}

/** A check of a name: the sender describes it, or it does not match a pattern. */
function namedOrUnmatched({ names, patterns }: Described, pattern: string): Check {
  const matching = (each: string): Check => ({
    kind: "when",
    type: "string",
    checks: [{ kind: "pattern", pattern: each }],
  });
  return {
    kind: "any",
    branches: [
      [{ kind: "equals", keyword: "enum", values: [...names] }],
      ...[...patterns].map((each) => [matching(each)]),
      [{ kind: "not", checks: [matching(pattern)] }],
    ],
  };
}
