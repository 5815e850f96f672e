import { below } from "../../core/place.js";
import type { Check, CheckOf, Checks } from "../check.js";
import { allOf, between, sideOf, type Contradiction } from "./contradiction.js";
import type { Conjunction } from "./conjunction.js";
import { optionsOfCheck } from "./options-of-check.js";
import type { Reasoning } from "./reasoning.js";

/** Checks that can be passed in several ways, each of which is tried. */
const alternatives: ReadonlySet<Check["kind"]> = new Set(["any", "one", "switch", "conditional"]);

/** Why checks with `not` or with options exclude every value. */
export function whyNoAlternative(
  { flat, jsonTypes: types }: Conjunction,
  reasoning: Reasoning,
): Contradiction | undefined {
  const offered = flat.flatMap((check) =>
    // Checks for one type exclude every value only if no other type is allowed.
    check.kind !== "when"
      ? [check]
      : types.every((type) => type === check.type)
        ? check.checks
        : [],
  );
  if (!offered.some(({ kind }) => kind === "not" || alternatives.has(kind))) return undefined;
  const beside = without(flat, ({ kind }) => alternatives.has(kind));
  for (const check of offered) {
    const why = whyNone(check, beside, reasoning);
    if (why !== undefined) return why;
  }
  const [first, ...others] = offered.filter(({ kind }) => alternatives.has(kind));
  if (first === undefined || others.length === 0) return undefined;
  // Each check is satisfiable by itself: all combinations are tried.
  return whyNone(
    first,
    without(flat, (check) => check === first),
    reasoning,
  );
}

/** Removes some checks, also inside checks for one type. */
function without(flat: Checks, isLeftOut: (check: Check) => boolean): Checks {
  return flat.flatMap((check): Checks => {
    if (isLeftOut(check)) return [];
    if (check.kind !== "when" || !check.checks.some(isLeftOut)) return [check];
    return [{ ...check, checks: without(check.checks, isLeftOut) }];
  });
}

function whyNone(check: Check, beside: Checks, reasoning: Reasoning): Contradiction | undefined {
  switch (check.kind) {
    case "not":
      return whyAllExcluded(check, beside, reasoning);
    case "any":
      return whyNoOption(check, check.branches, beside, reasoning);
    case "one":
      return (
        whyNoOption(check, check.branches, beside, reasoning) ?? whyNotOne(check, beside, reasoning)
      );
    case "switch":
      return whyNoOption(check, optionsOfCheck(check), beside, reasoning);
    case "conditional": {
      const { condition, then, otherwise } = check;
      const why = reasoning.whyEmptyTogether([condition, then], beside);
      if (why === undefined) return undefined;
      if (reasoning.implies(beside, condition)) return why;
      const other = reasoning.whyEmptyTogether([otherwise], beside);
      return other && underneath(check, [why, other], (text) => `whether ${text} holds or not`);
    }
    default:
      return undefined;
  }
}

function whyAllExcluded(
  check: CheckOf<"not">,
  beside: Checks,
  reasoning: Reasoning,
): Contradiction | undefined {
  const others = beside.filter((each) => each !== check);
  if (!reasoning.implies(others, check.checks)) return undefined;
  const first = others.find(({ kind }) => kind === "types") ?? others[0];
  return first === undefined
    ? { sides: [sideOf(check)], describe: ([not = ""]) => `${not} excludes every value` }
    : between(
        sideOf(check),
        sideOf(first),
        (not, rest) => `${not} excludes every value that ${rest} allows`,
      );
}

function whyNoOption(
  check: Check,
  branches: readonly Checks[],
  beside: Checks,
  reasoning: Reasoning,
): Contradiction | undefined {
  if (branches.length === 0) {
    return { sides: [sideOf(check)], describe: ([text = ""]) => `${text} has no option` };
  }
  const reasons: Contradiction[] = [];
  for (const branch of branches) {
    const why = reasoning.whyEmptyTogether([branch], beside);
    if (why === undefined) return undefined;
    reasons.push(why);
  }
  return underneath(check, reasons, (text) => `no option of ${text} is possible`);
}

/** Joins the contradictions of all ways in which a check could be passed. */
function underneath(
  check: Check,
  reasons: readonly Contradiction[],
  start: (text: string) => string,
): Contradiction | undefined {
  const all = allOf(reasons);
  return (
    all && {
      sides: [sideOf(check), ...all.sides],
      describe: ([text = "", ...texts]) => `${start(text)}: ${all.describe(texts)}`,
      parts: all.parts ?? [all],
    }
  );
}

/**
 * Why a value never matches exactly one option: for each option, another one accepts all its
 * values.
 */
function whyNotOne(
  check: CheckOf<"one">,
  beside: Checks,
  reasoning: Reasoning,
): Contradiction | undefined {
  const { branches } = check;
  const covers = new Map<number, number>();
  if (branches.length > maxCompared) return undefined;
  for (const [index, branch] of branches.entries()) {
    if (reasoning.whyEmptyTogether([branch], beside) !== undefined) continue;
    const by = coveringOption(index, branches, beside, reasoning);
    if (by === undefined) return undefined;
    covers.set(index, by);
  }
  const { at } = check;
  const options = [...new Set([...covers].flat())].toSorted((a, b) => a - b).slice(0, 3);
  return {
    sides: [
      sideOf(check),
      ...options.map((index) => ({
        text: `option ${index + 1}`,
        at: at && below(at, index),
      })),
    ],
    describe: ([text = ""]) =>
      `every value that matches one option of ${text} also matches another one`,
  };
}

/** How many options are compared pairwise. */
const maxCompared = 40;

/**
 * Why options that are satisfiable by themselves accept nothing here, by their index.
 *
 * @param beside What has to hold whatever option is chosen.
 */
export function impossibleOptions(
  branches: readonly Checks[],
  beside: Checks,
  reasoning: Reasoning,
): ReadonlyMap<number, Contradiction> {
  const found = new Map<number, Contradiction>();
  for (const [index, branch] of branches.entries()) {
    if (reasoning.whyEmpty(branch) !== undefined) continue;
    const why = reasoning.whyEmptyTogether([branch], beside);
    if (why !== undefined) found.set(index, why);
  }
  return found;
}

/**
 * The options whose values all match another option too, with the index of the other one.
 *
 * @param beside What has to hold whatever option is chosen.
 */
export function coveredOptions(
  branches: readonly Checks[],
  beside: Checks,
  reasoning: Reasoning,
): ReadonlyMap<number, number> {
  const covered = new Map<number, number>();
  if (branches.length > maxCompared) return covered;
  for (const [index, branch] of branches.entries()) {
    const by = coveringOption(index, branches, beside, reasoning);
    const isPossible = reasoning.whyEmptyTogether([branch], beside) === undefined;
    if (by !== undefined && isPossible) covered.set(index, by);
  }
  return covered;
}

/** The index of another option that accepts every value of an option. */
function coveringOption(
  index: number,
  branches: readonly Checks[],
  beside: Checks,
  reasoning: Reasoning,
): number | undefined {
  const branch = branches[index] ?? [];
  const own = beside.length === 0 ? branch : [...beside, ...branch];
  const by = branches.findIndex((other, at) => at !== index && reasoning.implies(own, other));
  return by < 0 ? undefined : by;
}
