import type { CheckOf, Checks } from "../check.js";
import type { Conjunction } from "./conjunction.js";
import { Items } from "./items.js";
import { sizeLimits } from "./limits.js";
import { checksOfPart, optionalChecksOf } from "./parts.js";
import type { Reasoning } from "./reasoning.js";

/**
 * Whether every array that passes checks passes a check of its items.
 *
 * @param premise The checks of an array.
 */
export function impliesItems(
  premise: Conjunction,
  check: CheckOf<"item" | "items" | "contains">,
  reasoning: Reasoning,
): boolean {
  const own = premise.of("array");
  const items = new Items(own, reasoning);
  const longest = sizeLimits(own).most?.limit ?? Infinity;
  const passes = (index: number, checks: Checks): boolean => {
    const known = items.at(index).map((each) => each.checks);
    return (
      reasoning.impliesInside(known.flat(), checks, () =>
        optionalChecksOf(premise, { kind: "items" }, reasoning),
      ) || reasoning.whyEmptyTogether(known) !== undefined
    );
  };
  switch (check.kind) {
    case "item":
      return check.index >= longest || passes(check.index, check.checks);
    case "items":
      return [check.from, ...items.distinctIndexes(longest)].every(
        (index) => index < check.from || index >= longest || passes(index, check.checks),
      );
    case "contains":
      return impliesEnough(premise, check, reasoning, passes) && impliesFew(own, check, reasoning);
  }
}

/** Whether no array that passes checks has an item at an index. */
export function hasNoItemAt(index: number, own: Checks, reasoning: Reasoning): boolean {
  const known = new Items(own, reasoning).at(index).map(({ checks }) => checks);
  return known.length > 0 && reasoning.whyEmptyTogether(known) !== undefined;
}

/** Whether enough items pass the checks of a `contains`. */
function impliesEnough(
  premise: Conjunction,
  { minimum, checks }: CheckOf<"contains">,
  reasoning: Reasoning,
  passes: (index: number, checks: Checks) => boolean,
): boolean {
  if (minimum === 0) return true;
  const own = premise.of("array");
  const shortest = sizeLimits(own).least?.limit ?? 0;
  return (
    own.some(
      (each) =>
        each.kind === "contains" &&
        each.minimum >= minimum &&
        reasoning.impliesInside(each.checks, checks, () =>
          checksOfPart(premise.whole, { kind: "items" }, reasoning.models),
        ),
    ) ||
    (shortest >= minimum &&
      minimum <= mostExamined &&
      Array.from({ length: minimum }, (_, index) => index).every((index) => passes(index, checks)))
  );
}

/** Whether no more items than allowed pass the checks of a `contains`. */
function impliesFew(
  own: Checks,
  { maximum, checks }: CheckOf<"contains">,
  reasoning: Reasoning,
): boolean {
  if (maximum === undefined || (sizeLimits(own).most?.limit ?? Infinity) <= maximum) return true;
  return own.some(
    (each) =>
      each.kind === "contains" &&
      each.maximum !== undefined &&
      each.maximum <= maximum &&
      reasoning.impliesPlainly(checks, each.checks),
  );
}

/** How many items are examined one by one. */
const mostExamined = 20;
