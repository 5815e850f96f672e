import { below } from "../../core/place.js";
import type { Check, CheckOf, Checks } from "../check.js";
import { allOf, between, sideOf, type Contradiction } from "./contradiction.js";
import type { Reasoning } from "./reasoning.js";

/** Checks of which several ways to pass are tried. */
const alternatives: ReadonlySet<Check["kind"]> = new Set(["any", "one", "switch", "conditional"]);

/**
 * Why checks that say what is not valid, or offer options, leave nothing.
 *
 * @param flat All that is asked of the value.
 */
export function whyNoAlternative(flat: Checks, reasoning: Reasoning): Contradiction | undefined {
  const beside = flat.filter(({ kind }) => !alternatives.has(kind));
  for (const check of flat) {
    const why = whyNone(check, beside, reasoning);
    if (why !== undefined) return why;
  }
  return undefined;
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
    case "when":
      // Other types pass: what is about one is looked at with that.
      return undefined;
    case "switch":
      return whyNoOption(
        check,
        check.cases.map((each) => caseChecks(check, each)),
        beside,
        reasoning,
      );
    case "conditional": {
      const { condition, then, otherwise } = check;
      const excluded = reasoning.implies(beside, condition)
        ? undefined
        : reasoning.whyEmptyTogether([otherwise], beside);
      if (excluded === undefined && !reasoning.implies(beside, condition)) return undefined;
      const why = reasoning.whyEmptyTogether([condition, then], beside);
      return why && allOf(excluded === undefined ? [why] : [why, excluded]);
    }
    default:
      return undefined;
  }
}

/** What is asked of a value with one of the tags of a case. */
function caseChecks(
  { name, at }: CheckOf<"switch">,
  { values, checks }: CheckOf<"switch">["cases"][number],
): Checks {
  const place = at === undefined ? {} : { at };
  const tag: Check = { kind: "equals", keyword: "enum", values, ...place };
  return [
    { kind: "types", types: ["object"], ...place },
    {
      kind: "when",
      type: "object",
      checks: [{ kind: "property", name, required: true, checks: [tag], ...place }],
    },
    ...checks,
  ];
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
    ? { sides: [sideOf(check)], say: ([not = ""]) => `${not} excludes every value` }
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
  const side = sideOf(check);
  if (branches.length === 0) {
    return { sides: [side], say: ([text = ""]) => `${text} has no option` };
  }
  const reasons: Contradiction[] = [];
  for (const branch of branches) {
    const why = reasoning.whyEmptyTogether([branch], beside);
    if (why === undefined) return undefined;
    reasons.push(why);
  }
  const all = allOf(reasons);
  if (all === undefined) return undefined;
  return {
    ...all,
    sides: [side, ...all.sides],
    say: ([options = "", ...texts]) => `no option of ${options} is possible: ${all.say(texts)}`,
  };
}

/** Why a value never matches just one option: each has options that accept all that it accepts. */
function whyNotOne(
  check: CheckOf<"one">,
  beside: Checks,
  reasoning: Reasoning,
): Contradiction | undefined {
  const { branches } = check;
  const covers = coveredOptions(branches, beside, reasoning);
  const possible = branches.every(
    (branch, index) =>
      covers.has(index) || reasoning.whyEmptyTogether([branch], beside) !== undefined,
  );
  if (!possible) return undefined;
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
    say: ([text = ""]) => `every value that matches one option of ${text} matches another one, too`,
  };
}

/** How many options are compared each with each other. */
const maxCompared = 40;

/**
 * The options every value of which matches another one, too, with the index of that.
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
    const isPossible = reasoning.whyEmptyTogether([branch], beside) === undefined;
    if (!isPossible) continue;
    const by = branches.findIndex(
      (other, at) => at !== index && reasoning.implies([...beside, ...branch], other),
    );
    if (by >= 0) covered.set(index, by);
  }
  return covered;
}
