import type { Place } from "../core/place.js";
import { casesOf } from "./cases-of.js";
import type { CheckOf, Checks } from "./check.js";
import { mergeLiterals } from "./merge-literals.js";
import { caseOf, uniteTypes } from "./schema-types.js";

/**
 * Merges optimised alternatives that differ only in the type of the value, or in the literal that
 * it equals.
 */
export function mergeBranches(
  branches: readonly Checks[],
  at: Place | undefined,
): readonly Checks[] {
  const merged: Checks[] = [];
  // The indexes of typed alternatives in `merged`, ascending, by their key.
  const indexes = new Map<string, number[]>();
  for (const branch of mergeLiterals(branches, at)) {
    const key = mergeKey(branch);
    if (key === undefined) {
      merged.push(branch);
      continue;
    }
    const index = firstMergeable(branch, merged, [...indexes.values()], at);
    const pair = index === undefined ? undefined : mergePair(merged[index], branch, at);
    if (index === undefined || pair === undefined) {
      addIndex(indexes, key, merged.length);
      merged.push(branch);
    } else {
      indexes.get(mergeKey(merged[index] ?? []) ?? "")?.shift();
      addIndex(indexes, mergeKey(pair) ?? "", index);
      merged[index] = pair;
    }
  }
  return merged;
}

/**
 * The first index at which an alternative can be merged. One index for each key is enough, because
 * alternatives with the same key can be merged with the same others.
 */
function firstMergeable(
  branch: Checks,
  merged: readonly Checks[],
  indexes: readonly (readonly number[])[],
  at: Place | undefined,
): number | undefined {
  const possible = indexes.flatMap(([index]) =>
    index !== undefined && mergePair(merged[index], branch, at) !== undefined ? [index] : [],
  );
  return possible.length === 0 ? undefined : Math.min(...possible);
}

function addIndex(indexes: Map<string, number[]>, key: string, index: number): void {
  const list = indexes.get(key) ?? [];
  indexes.set(key, list);
  const isLast = index > (list.at(-1) ?? -1);
  list.push(index);
  if (!isLast) list.sort((left, right) => left - right);
}

/**
 * A key for the alternatives with which an alternative can be merged; undefined, if there are none.
 */
function mergeKey(branch: Checks): string | undefined {
  const typed = typedCases(branch);
  return typed && `${[...typed.types].sort().join()} ${typed.cases.size === 0 ? "only" : ""}`;
}

type TypedCases = Required<Pick<CheckOf<"cases">, "types" | "cases">>;

/** The types and cases of an alternative that only tests types. */
function typedCases(branch: Checks = []): TypedCases | undefined {
  const [check, ...others] = branch;
  if (check?.kind !== "cases" || check.types === undefined || others.length > 0) return undefined;
  return { types: check.types, cases: check.cases };
}

/** Merges two alternatives, or returns undefined if that is impossible. */
function mergePair(
  left: Checks | undefined,
  right: Checks,
  at: Place | undefined,
): Checks | undefined {
  const [a, b] = [typedCases(left), typedCases(right)];
  if (a === undefined || b === undefined) return undefined;
  // Without cases, the same type may be named in both.
  if (a.cases.size + b.cases.size === 0) return [casesOf(uniteTypes(a.types, b.types), [], at)];
  const bTypes = new Set(b.types.map(caseOf));
  if (a.types.some((type) => bTypes.has(caseOf(type)))) return undefined;
  return [casesOf([...a.types, ...b.types], [...a.cases, ...b.cases], at)];
}
