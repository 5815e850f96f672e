import { casesOf } from "./cases-of.js";
import type { Check, Checks } from "./check.js";
import { isNever, never } from "./never.js";

/**
 * Drops cases that a plain alternative already accepts: they never matter, and the compiler
 * rejects conditions on a value whose type it has ruled out.
 */
export function dropCovered(branches: readonly Checks[]): readonly Checks[] {
  const covered = new Set(
    branches
      .filter(isPlain)
      .flat()
      .flatMap((check) => (check.kind === "cases" ? (check.types ?? []) : [])),
  );
  if (covered.size === 0) return branches;
  const dropFrom = (check: Check): Checks => {
    if (check.kind !== "cases") return [check];
    const types = check.types?.filter((type) => !covered.has(type));
    const cases = [...check.cases].filter(([type]) => !covered.has(type));
    if (types?.length === 0) return [never("type", undefined)];
    return types === undefined && cases.length === 0 ? [] : [casesOf(types, cases, check.at)];
  };
  return branches
    .map((branch) => (isPlain(branch) ? branch : branch.flatMap(dropFrom)))
    .filter((branch) => !isNever(branch));
}

/** Whether an alternative tests nothing but the type. */
function isPlain(branch: Checks): boolean {
  return branch.every((check) => check.kind === "cases" && check.cases.size === 0);
}
