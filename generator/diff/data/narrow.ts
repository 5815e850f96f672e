import type { CheckedModels } from "../../checks/accepts.js";
import type { Check, Checks } from "../../checks/check.js";
import { describedBy, mayDescribe } from "./described.js";

/**
 * Returns a function that adds to the checks of a sender what its values do not hold: members that only the
 * receiver describes. Values hold members that the sender describes, and others with names that nobody
 * describes.
 */
export function narrowBy(models: CheckedModels): (sender: Checks, receiver: Checks) => Checks {
  return (sender, receiver) => {
    const own = describedBy(sender, models);
    const { names, patterns, isMap } = own;
    if (isMap) return sender;
    const other = describedBy(receiver, models);
    const missing = [...other.names].filter((name) => !mayDescribe(own, name));
    const unmatched = [...other.patterns].filter((pattern) => !patterns.has(pattern));
    if (missing.length === 0 && unmatched.length === 0) return sender;
    const absent = missing.map(absence);
    const unnamed: Checks = unmatched.map((pattern) => ({
      kind: "names",
      checks: [namedOrUnmatched([...names], pattern)],
    }));
    return [...sender, { kind: "when", type: "object", checks: [...absent, ...unnamed] }];
  };
}

/** A check that a property is missing. */
function absence(name: string): Check {
  const checks: Checks = [{ kind: "never", keyword: "false" }];
  return { kind: "property", name, required: false, checks };
}

function namedOrUnmatched(names: readonly string[], pattern: string): Check {
  const matches: Check = { kind: "when", type: "string", checks: [{ kind: "pattern", pattern }] };
  return {
    kind: "any",
    branches: [
      [{ kind: "equals", keyword: "enum", values: names }],
      [{ kind: "not", checks: [matches] }],
    ],
  };
}
