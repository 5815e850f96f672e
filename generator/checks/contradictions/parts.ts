import { matchesPattern } from "../../core/patterns/match.js";
import type { SchemaId } from "../../core/schema-id.js";
import { isNamed, type CheckedModels } from "../accepts.js";
import type { Check, Checks } from "../check.js";
import type { Conjunction } from "./conjunction.js";
import { optionsOfCheck } from "./options-of-check.js";
import type { Reasoning } from "./reasoning.js";

/** A part of a value: one property, any property that is not named, or any item. */
export type Part =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "others" }
  | { readonly kind: "items" };

/** Which checks of a part are asked for. */
export interface Wanted {
  /** Whether to leave out the checks that hold for every value. */
  readonly isOptional?: boolean;
  /** Whether an option can be chosen. Default: each can. */
  readonly isPossible?: (option: Checks) => boolean;
}

/**
 * Returns the checks of a part of a value, also those that only some options, conditions or negations apply to
 * it.
 */
export function checksOfPart(
  checks: Checks,
  part: Part,
  { checksOf }: Pick<CheckedModels, "checksOf">,
  { isOptional = false, isPossible = () => true }: Wanted = {},
): Checks {
  const called = new Set<SchemaId>();
  const inList = (list: Checks, isCertain: boolean): Checks =>
    list.flatMap((check) => inCheck(check, isCertain));
  const inOption = (option: Checks): Checks => {
    const found = inList(option, false);
    return found.length > 0 && isPossible(option) ? found : [];
  };
  const inCheck = (check: Check, isCertain: boolean): Checks => {
    switch (check.kind) {
      case "call":
        if (called.has(check.model)) return [];
        called.add(check.model);
        return inList(checksOf(check.model), isCertain);
      case "when":
        return inList(check.checks, isCertain);
      case "cases":
        return [...check.cases.values()].flatMap((each) => inList(each, isCertain));
      case "dependent":
      case "not":
        return inList(check.checks, false);
      case "conditional":
        return [check.condition, check.then, check.otherwise].flatMap((each) =>
          inList(each, false),
        );
      case "any":
      case "one":
      case "switch":
        return optionsOfCheck(check).flatMap(inOption);
      case "contains":
        return part.kind === "items" ? check.checks : [];
      default:
        return "checks" in check && !(isCertain && isOptional) && isAbout(check, part)
          ? check.checks
          : [];
    }
  };
  return inList(checks, true);
}

/** Whether a check with checks inside may apply these to a part. */
function isAbout(check: Check, part: Part): boolean {
  switch (check.kind) {
    case "property":
      return part.kind === "others" || (part.kind === "property" && part.name === check.name);
    case "matching":
      return (
        part.kind === "others" ||
        (part.kind === "property" && matchesPattern(check.pattern, part.name) !== false)
      );
    case "additional":
      return (
        part.kind === "others" ||
        (part.kind === "property" && isNamed(part.name, check.names, check.patterns) !== true)
      );
    case "unevaluated":
      return (part.kind === "items") === (check.target === "items");
    case "item":
    case "items":
      return part.kind === "items";
    default:
      return false;
  }
}

/** Returns the checks that a value may have to pass at a part, besides those that it always has to pass there. */
export function optionalChecksOf({ whole }: Conjunction, part: Part, reasoning: Reasoning): Checks {
  return checksOfPart(whole, part, reasoning.models, {
    isOptional: true,
    isPossible: (option) => reasoning.whyEmptyTogether([option], whole) === undefined,
  });
}
