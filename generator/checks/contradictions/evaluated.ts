import type { SchemaId } from "../../core/schema-id.js";
import { matchesPattern } from "../../core/patterns/match.js";
import type { CheckedModels } from "../accepts.js";
import type { CheckOf, Evaluated, EvaluationTarget } from "../check.js";

/** The properties, by names and patterns, or the items that something may have evaluated. */
export interface Evaluable {
  /** Whether all may be evaluated. */
  readonly isAll: boolean;
  readonly names: ReadonlySet<string>;
  readonly patterns: readonly string[];
  /** How many items from the start may be evaluated. */
  readonly first: number;
}

/**
 * The properties or items that may be evaluated beside an `unevaluated…`, whatever conditions hold.
 */
export function evaluable(
  { evaluated, target }: CheckOf<"unevaluated">,
  models: Pick<CheckedModels, "evaluatedBy">,
): Evaluable {
  return collect(evaluated, target, models, { isCertain: false });
}

/** The properties or items that are evaluated in every valid value, whatever conditions hold. */
export function certainlyEvaluated(
  evaluated: readonly Evaluated[],
  target: EvaluationTarget,
  models: Pick<CheckedModels, "evaluatedBy">,
): Evaluable {
  return collect(evaluated, target, models, { isCertain: true });
}

/** @param options Whether only what is evaluated in every valid value is collected. */
function collect(
  evaluated: readonly Evaluated[],
  target: EvaluationTarget,
  { evaluatedBy }: Pick<CheckedModels, "evaluatedBy">,
  { isCertain }: { readonly isCertain: boolean },
): Evaluable {
  const names = new Set<string>();
  const patterns: string[] = [];
  let first = 0;
  let isAll = false;
  const called = new Set<SchemaId>();
  const lists: (readonly Evaluated[])[] = [evaluated];
  for (const list of lists) {
    for (const each of list) {
      switch (each.kind) {
        case "all":
          isAll = true;
          break;
        case "passing":
          isAll ||= !isCertain;
          break;
        case "named":
          for (const name of each.names) names.add(name);
          patterns.push(...each.patterns);
          break;
        case "first":
          first = Math.max(first, each.count);
          break;
        case "depending":
          if (!isCertain) lists.push(each.then, each.otherwise);
          break;
        case "model":
          if (called.size > maxModels) isAll ||= !isCertain;
          else if (!called.has(each.model)) lists.push(evaluatedBy(each.model, target));
          called.add(each.model);
      }
    }
    if (isAll) break;
  }
  return { isAll, names, patterns, first };
}

/** How many models are examined for what they may evaluate. */
const maxModels = 50;

/** Whether a property has one of some names, or may match one of some patterns. */
export function mayBeNamed(
  name: string,
  { names, patterns }: Pick<Evaluable, "names" | "patterns">,
): boolean {
  return names.has(name) || patterns.some((pattern) => matchesPattern(pattern, name) !== false);
}
