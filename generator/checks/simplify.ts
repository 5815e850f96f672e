import type { Check, CheckOf, Checks } from "./check.js";
import { mergeProperties } from "./merge-properties.js";
import { isNever, never } from "./never.js";
import type { Optimize } from "./optimizer.js";
import { simplifyAny, simplifyOne } from "./simplify-alternatives.js";
import { simplifyContains } from "./simplify-contains.js";
import { simplifyEvaluated } from "./simplify-evaluated.js";
import { specialize } from "./specialize.js";

/** Optimises one check with everything inside it; returns an empty list if it always holds. */
export function simplify(check: Check, optimize: Optimize): Checks {
  return applyRule(check.kind, check, optimize);
}

function applyRule<K extends Check["kind"]>(
  kind: K,
  check: CheckOf<K>,
  optimize: Optimize,
): Checks {
  return rules[kind](check, optimize);
}

type Rule<K extends Check["kind"]> = (check: CheckOf<K>, optimize: Optimize) => Checks;

/** How a check of each kind is simplified. */
const rules: { readonly [K in Check["kind"]]: Rule<K> } = {
  never: keep,
  types: keep,
  cases: keep,
  bound: keep,
  multipleOf: keep,
  size: keep,
  pattern: keep,
  format: keep,
  unique: keep,
  required: keep,
  call: keep,
  equals: (check) => (check.values.length === 0 ? [never(check.keyword, check.at)] : [check]),
  when: (check, optimize) => {
    const inner = check.checks.flatMap((one) => simplify(one, optimize));
    return withInner(check, mergeProperties(inner, optimize));
  },
  item: optimizeInner,
  items: optimizeInner,
  matching: optimizeInner,
  additional: optimizeInner,
  dependent: optimizeInner,
  names: (check, optimize) => withInner(check, specialize(optimize(check.checks), "string")),
  // A check that always holds may still require the property; properties are merged later.
  property: (check, optimize) => {
    const checks = optimize(check.checks);
    return [checks === check.checks ? check : { ...check, checks }];
  },
  contains: (check, optimize) => simplifyContains(check, optimize(check.checks)),
  unevaluated: (check, optimize) => {
    const evaluated = simplifyEvaluated(check.evaluated, optimize);
    const checks = optimize(check.checks);
    const isAll = evaluated.some(({ kind }) => kind === "all");
    return isAll || checks.length === 0 ? [] : [{ ...check, evaluated, checks }];
  },
  switch: (check, optimize) => [
    {
      ...check,
      cases: check.cases.map(({ values, checks }) => ({ values, checks: optimize(checks) })),
    },
  ],
  any: (check, optimize) => simplifyAny(check.branches.map(optimize), check.at),
  one: (check, optimize) => simplifyOne(check.branches.map(optimize), check.at),
  not: (check, optimize) => {
    const checks = optimize(check.checks);
    if (checks.length === 0) return [never("not", check.at)];
    return isNever(checks) ? [] : [{ ...check, checks }];
  },
  conditional: (check, optimize) => {
    const condition = optimize(check.condition);
    const [then, otherwise] = [optimize(check.then), optimize(check.otherwise)];
    if (condition.length === 0) return then;
    if (isNever(condition)) return otherwise;
    return then.length + otherwise.length === 0
      ? []
      : [{ kind: "conditional", condition, then, otherwise }];
  },
};

function keep(check: Check): Checks {
  return [check];
}

type CheckWithInner = CheckOf<
  "when" | "item" | "items" | "matching" | "additional" | "dependent" | "names"
>;

function optimizeInner(check: CheckWithInner, optimize: Optimize): Checks {
  return withInner(check, optimize(check.checks));
}

/** A check with new checks inside; an empty list, if there are none. */
function withInner(check: CheckWithInner, checks: Checks): Checks {
  return checks.length === 0 ? [] : [{ ...check, checks }];
}
