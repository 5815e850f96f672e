import type { Check, CheckOf, Checks } from "../check.js";
import type { Conjunction } from "./conjunction.js";
import { membersOf } from "./members.js";
import type { Reasoning } from "./reasoning.js";

/**
 * Returns checks that every value passes that passes others, though they are not among them: what depends on a
 * property that is required, and what it means that a bound does not hold.
 */
export function consequencesOf(premise: Conjunction, reasoning: Reasoning): Checks {
  return [
    ...dependents(premise, reasoning),
    ...premise.flat.flatMap((check) => (check.kind === "not" ? negated(check) : [])),
  ].filter((check) => !isKnown(check, premise));
}

function dependents(premise: Conjunction, reasoning: Reasoning): Checks {
  const found = premise.of("object").filter((check) => check.kind === "dependent");
  if (found.length === 0) return [];
  const { required } = membersOf(premise, reasoning);
  const all = found.filter(({ name }) => required.has(name)).flatMap(({ checks }) => checks);
  const isObject = premise.jsonTypes.every((type) => type === "object");
  return isObject ? all.map(asObjectCheck) : all.flatMap(ofObject);
}

/** A check of an object as one of any value, which values of other types pass; none if there is no such check. */
function ofObject(check: Check): Checks {
  switch (check.kind) {
    case "required":
    case "never":
      return [{ kind: "when", type: "object", checks: [check] }];
    case "when":
      return check.type === "object" ? [check] : [];
    default:
      return [];
  }
}

/** A check that depends on a property, as one for values of any type. */
export function asObjectCheck(check: Check): Check {
  return check.kind === "required" ? { kind: "when", type: "object", checks: [check] } : check;
}

/** The opposites of checks whose negation is exact. */
function negated({ checks: [only, ...others] }: CheckOf<"not">): Checks {
  if (only === undefined || others.length > 0) return [];
  if (only.kind === "not") return only.checks;
  if (only.kind !== "when" || only.checks.length !== 1) return [];
  const [inner] = only.checks;
  if (inner?.kind !== "bound") return [];
  return [
    { kind: "types", types: [only.type] },
    {
      kind: "when",
      type: only.type,
      checks: [{ kind: "bound", keyword: oppositeBounds[inner.keyword], limit: inner.limit }],
    },
  ];
}

/** The keywords of the numbers that are not within a bound. */
export const oppositeBounds = {
  minimum: "exclusiveMaximum",
  exclusiveMinimum: "maximum",
  maximum: "exclusiveMinimum",
  exclusiveMaximum: "minimum",
} as const;

function isKnown(check: Check, premise: Conjunction): boolean {
  if (premise.has(check)) return true;
  if (check.kind === "types") {
    return premise.types?.every((type) => check.types.includes(type)) === true;
  }
  return check.kind === "when" && check.checks.every((inner) => premise.has(inner, check.type));
}
