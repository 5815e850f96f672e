import type { Check, CheckOf, Checks } from "../check.js";
import { between, sideOf, type Contradiction, type Side } from "./contradiction.js";
import { uniqueValues } from "../value-key.js";
import { Items } from "./items.js";
import { exclude, sizeLimits, whyNoSize } from "./limits.js";
import type { Reasoning } from "./reasoning.js";

/** How many items are required, and by which keyword. */
interface Least {
  readonly count: number;
  readonly side: Side;
}

/**
 * Why no array passes checks.
 *
 * @param checks The checks of an array.
 */
export function whyNoArray(checks: Checks, reasoning: Reasoning): Contradiction | undefined {
  const size = whyNoSize(checks);
  if (size !== undefined) return size;
  const contained = checks.filter((check) => check.kind === "contains");
  for (const check of contained) {
    const why = whyNoneContained(check, checks, reasoning);
    if (why !== undefined) return why;
  }
  const least = leastOf(checks, contained);
  if (least === undefined) return undefined;
  const items = new Items(checks, reasoning);
  return (
    whyTooFew(least, checks) ??
    whyNoItem(least, items, reasoning) ??
    whyNotUnique(least, checks, items, reasoning)
  );
}

function leastOf(checks: Checks, contained: readonly CheckOf<"contains">[]): Least | undefined {
  const { least } = sizeLimits(checks);
  const all = [
    ...(least === undefined ? [] : [{ count: least.limit, side: sideOf(least) }]),
    ...contained.map((check) => ({ count: check.minimum, side: sideOf(check) })),
  ];
  return all
    .filter(({ count }) => count > 0)
    .toSorted((left, right) => right.count - left.count)[0];
}

/** Why no item passes a `contains`. */
function whyNoneContained(
  check: CheckOf<"contains">,
  checks: Checks,
  reasoning: Reasoning,
): Contradiction | undefined {
  const { minimum, maximum, at } = check;
  const side = sideOf(check);
  if (maximum !== undefined && minimum > maximum) {
    return between(
      { text: `\`minContains: ${minimum}\``, at },
      { text: `\`maxContains: ${maximum}\``, at },
      exclude,
    );
  }
  const { least } = sizeLimits(checks);
  const every = checks.filter((each) => each.kind === "items" && each.from === 0);
  if (minimum === 0) {
    // If all items match, too many do.
    const isCounted = every.find(
      (each) => each.kind === "items" && reasoning.implies(each.checks, check.checks),
    );
    return maximum !== undefined && least !== undefined && least.limit > maximum && isCounted
      ? between(side, sideOf(least), exclude)
      : undefined;
  }
  const own = reasoning.whyEmpty(check.checks);
  if (own !== undefined) {
    return own.isIntended === true
      ? { sides: [side], describe: ([text = ""]) => `${text} requires an item, but allows none` }
      : own;
  }
  const together = every.flatMap((each) => (each.kind === "items" ? [each.checks] : []));
  const why = reasoning.whyEmptyTogether([check.checks, ...together]);
  const forbidding = every.find((each) => isForbidding(each, reasoning));
  return forbidding === undefined
    ? why
    : between(
        sideOf(forbidding),
        side,
        (closed, asked) => `${closed} allows no item, but ${asked} requires one`,
      );
}

function isForbidding(check: Check, reasoning: Reasoning): boolean {
  return check.kind === "items" && reasoning.whyEmpty(check.checks)?.isIntended === true;
}

/** Why fewer items are allowed than required. */
function whyTooFew({ count, side }: Least, checks: Checks): Contradiction | undefined {
  const { most } = sizeLimits(checks);
  return most === undefined || count <= most.limit
    ? undefined
    : between(side, sideOf(most), exclude);
}

/** Why a required item is impossible. */
function whyNoItem(least: Least, items: Items, reasoning: Reasoning): Contradiction | undefined {
  for (const index of items.distinctIndexes(least.count)) {
    const all = items.at(index);
    const forbidding = all.find(({ checks }) => reasoning.whyEmpty(checks)?.isIntended === true);
    if (forbidding !== undefined) {
      return between(
        sideOf(forbidding),
        least.side,
        (closed, asked) => `${closed} allows no item at index ${index}, but ${asked} requires one`,
      );
    }
    const why = reasoning.whyEmptyTogether(all.map(({ checks }) => checks));
    if (why !== undefined) return why;
  }
  return undefined;
}

/** Why the items cannot all differ: there are fewer values than items. */
function whyNotUnique(
  least: Least,
  checks: Checks,
  items: Items,
  reasoning: Reasoning,
): Contradiction | undefined {
  const unique = checks.find(({ kind }) => kind === "unique");
  if (unique === undefined || least.count <= 1 || least.count > maxValues) return undefined;
  const [first] = items.distinctIndexes(least.count);
  if (first === undefined || items.distinctIndexes(least.count).length > 1) return undefined;
  for (const { checks: inner } of items.at(first)) {
    const { flat } = reasoning.conjunction(inner);
    const equals = flat.find((check) => check.kind === "equals");
    if (equals === undefined) continue;
    const values = equals.values.filter((value) => reasoning.accepts(flat, value) !== false);
    if (uniqueValues(values).length >= least.count) continue;
    return {
      sides: [sideOf(equals), least.side, sideOf(unique)],
      describe: ([listed = "", asked = "", differ = ""]) =>
        `${listed} has fewer values than ${asked} and ${differ} require`,
    };
  }
  return undefined;
}

/** How many distinct items are counted. */
const maxValues = 1000;
