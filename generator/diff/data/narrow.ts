import type { CheckedModels } from "../../checks/accepts.js";
import type { Check, Checks } from "../../checks/check.js";
import type { SchemaId } from "../../core/schema-id.js";
import { matchesPattern } from "../../core/patterns/match.js";

/** The members of an object that checks describe. */
interface Described {
  readonly names: ReadonlySet<string>;
  readonly patterns: ReadonlySet<string>;
  /** Whether all others are described, too, as in a map. */
  readonly isMap: boolean;
}

/**
 * Returns a function that adds to the checks of a sender what its values do not hold: members that only the
 * receiver describes. Values hold members that the sender describes, and others with names that nobody
 * describes.
 */
export function narrowBy(models: CheckedModels): (sender: Checks, receiver: Checks) => Checks {
  const known = new WeakMap<Checks, Described>();
  const describedBy = (checks: Checks): Described => {
    const found = known.get(checks) ?? findDescribed(checks, models);
    known.set(checks, found);
    return found;
  };
  return (sender, receiver) => {
    const { names, patterns, isMap } = describedBy(sender);
    if (isMap) return sender;
    const other = describedBy(receiver);
    const isDescribed = (name: string): boolean =>
      names.has(name) || [...patterns].some((pattern) => matchesPattern(pattern, name) !== false);
    const missing = [...other.names].filter((name) => !isDescribed(name));
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

function findDescribed(checks: Checks, { checksOf }: CheckedModels): Described {
  const names = new Set<string>();
  const patterns = new Set<string>();
  let isMap = false;
  const called = new Set<SchemaId>();
  const lists = [checks];
  for (const list of lists) {
    for (const check of list) {
      switch (check.kind) {
        case "call":
          if (!called.has(check.model)) lists.push(checksOf(check.model));
          called.add(check.model);
          break;
        case "when":
          if (check.type === "object") lists.push(check.checks);
          break;
        case "cases":
          lists.push(check.cases.get("object") ?? []);
          break;
        case "property":
        case "required":
          names.add(check.name);
          break;
        case "matching":
          patterns.add(check.pattern);
          break;
        case "additional":
          for (const name of check.names) names.add(name);
          isMap ||= isDescribing(check.checks);
          break;
        case "unevaluated":
          if (check.target === "properties") isMap ||= isDescribing(check.checks);
          break;
        case "dependent":
          names.add(check.name);
          lists.push(check.checks);
          break;
        case "any":
        case "one":
          lists.push(...check.branches);
          break;
        case "switch":
          names.add(check.name);
          lists.push(...check.cases.map((each) => each.checks));
          break;
        case "not":
          lists.push(check.checks);
          break;
        case "conditional":
          lists.push(check.condition, check.then, check.otherwise);
          break;
        default:
      }
    }
  }
  return { names, patterns, isMap };
}

/** Whether checks of further members describe them, instead of allowing any or none. */
function isDescribing(checks: Checks): boolean {
  return checks.length > 0 && !checks.some(({ kind }) => kind === "never");
}
