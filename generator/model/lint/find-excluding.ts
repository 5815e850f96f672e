import { accepts, type CheckedModels } from "../../checks/accepts.js";
import type { Check, Checks } from "../../checks/check.js";
import type { Json } from "../../core/json.js";

/** How many lists of checks are examined for one value. */
const effort = 200;

/** Returns the first check that a value does not pass, looking into schemas that are referred to. */
export function findExcluding(
  value: Json,
  checks: Checks,
  models: CheckedModels,
): Check | undefined {
  let left = checks;
  let excluding: Check | undefined;
  const seen = new Set<Check>();
  while (left.length > 0) {
    const found = left.find((check) => accepts([check], value, models, effort) === false);
    if (found === undefined || seen.has(found)) return excluding;
    seen.add(found);
    excluding = found;
    left = found.kind === "call" ? models.checksOf(found.model) : [];
  }
  return excluding;
}
