import type { CheckedModels } from "../../checks/accepts.js";
import type { Checks } from "../../checks/check.js";
import { matchesPattern } from "../../core/patterns/match.js";
import type { SchemaId } from "../../core/schema-id.js";

/** The members of an object that checks describe. */
export interface Described {
  readonly names: ReadonlySet<string>;
  readonly patterns: ReadonlySet<string>;
  /** Whether all others are described, too, as in a map. */
  readonly isMap: boolean;
}

const known = new WeakMap<CheckedModels, WeakMap<Checks, Described>>();

/** Returns the members of an object that checks describe, in any of their options and conditions. */
export function describedBy(checks: Checks, models: CheckedModels): Described {
  let ofModels = known.get(models);
  if (ofModels === undefined) {
    ofModels = new WeakMap();
    known.set(models, ofModels);
  }
  const found = ofModels.get(checks) ?? findDescribed(checks, models);
  ofModels.set(checks, found);
  return found;
}

/** Whether a member may be one of those that are described. */
export function mayDescribe({ names, patterns, isMap }: Described, name: string): boolean {
  return (
    isMap ||
    names.has(name) ||
    [...patterns].some((pattern) => matchesPattern(pattern, name) !== false)
  );
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
export function isDescribing(checks: Checks): boolean {
  return checks.length > 0 && !checks.some(({ kind }) => kind === "never");
}
