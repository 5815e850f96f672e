import type { Checks } from "../../checks/check.js";
import type { SchemaId } from "../../core/schema-id.js";
import type { BothModels } from "./both-models.js";
import { interferes } from "./interference.js";

/**
 * Whether checks may accept fewer values because a component that they refer to accepts more: it is negated, one
 * of several options of which only one may match, or a condition.
 */
export function mayNarrow(checks: Checks, models: BothModels): boolean {
  return new Walk(models).isSensitive(checks, false);
}

class Walk {
  readonly #models: BothModels;
  readonly #seen = new Set<string>();

  constructor(models: BothModels) {
    this.#models = models;
  }

  /** @param isTurned Whether the checks stand where more values may mean fewer. */
  isSensitive(checks: Checks, isTurned: boolean): boolean {
    return this.#isAffected(checks) || this.#isAnySensitive(checks, isTurned);
  }

  /** Whether a component has new members that the checks beside it describe in their own way. */
  #isAffected(checks: Checks): boolean {
    const names = checks.flatMap((check) =>
      check.kind === "when"
        ? check.checks.flatMap((each) => (each.kind === "property" ? [each.name] : []))
        : [],
    );
    // The checks of one member are compared together.
    if (new Set(names).size < names.length) return true;
    return checks.some((check) => {
      if (check.kind !== "call" || checks.length < 2 || this.#models.isCommon(check.model)) {
        return false;
      }
      const other = this.#models.counterpartOf(check.model);
      if (other === undefined) return false;
      return [[check.model, other] as const, [other, check.model] as const].some(
        ([sender, receiver]) =>
          interferes(
            {
              sender,
              receiver,
              beside: checks.filter((each) => each !== check),
              isPossible: () => true,
            },
            this.#models,
          ),
      );
    });
  }

  #isAnySensitive(checks: Checks, isTurned: boolean): boolean {
    return checks.some((check) => {
      switch (check.kind) {
        case "call":
          return this.#isSensitiveCall(check.model, isTurned);
        case "cases":
          return [...check.cases.values()].some((each) => this.isSensitive(each, isTurned));
        case "any":
          return check.branches.some((each) => this.isSensitive(each, isTurned));
        case "one":
          return check.branches.some((each) => this.isSensitive(each, true));
        case "switch":
          return check.cases.some((each) => this.isSensitive(each.checks, isTurned));
        case "conditional":
          return (
            this.isSensitive(check.condition, true) ||
            this.isSensitive([...check.then, ...check.otherwise], isTurned)
          );
        case "not":
          return this.isSensitive(check.checks, true);
        case "contains":
          return this.isSensitive(check.checks, isTurned || check.maximum !== undefined);
        case "unevaluated":
          return check.evaluated.some(({ kind }) => kind !== "named" && kind !== "first");
        default:
          return "checks" in check && this.isSensitive(check.checks, isTurned);
      }
    });
  }

  #isSensitiveCall(model: SchemaId, isTurned: boolean): boolean {
    if (this.#models.isCommon(model)) return false;
    if (isTurned) return true;
    if (this.#models.isComponent(model) || this.#seen.has(model)) return false;
    this.#seen.add(model);
    return this.isSensitive(this.#models.checksOf(model), false);
  }
}
