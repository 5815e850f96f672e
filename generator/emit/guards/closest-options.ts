import type { Check, CheckOf, Checks, Evaluated } from "../../checks/check.js";
import { and, call, literal, local, member } from "../../code/expressions.js";
import type { Expression, Statement } from "../../code/nodes.js";
import { constant } from "../../code/statements.js";
import { evaluatedByOwn } from "../../model/lower.js";
import type { CheckPrinter } from "./check-printer.js";
import { collectOptions, type OptionsCheck } from "./collector-options.js";
import { localName, type ClosestOption, type Subject } from "./subject.js";
import { equalsTest, propertyOf } from "./tests.js";

// If a schema fails, its properties are not evaluated, but they are not superfluous either:
// `unevaluated…` reports none of them.

/** The closest alternatives, for the checks that depend on them. */
export interface ClosestOptions {
  /** Statements that collect the issues of the alternatives. */
  readonly statements: readonly Statement[];
  /** The checks beside them. */
  readonly others: Checks;
  /** The value, with expressions that tell whether an alternative is among the closest. */
  readonly subject: Subject;
}

/** Finds the alternatives among some checks that `unevaluated…` beside them depends on. */
export function closestOptions(
  checks: Checks,
  subject: Subject,
  print: CheckPrinter,
): ClosestOptions {
  const conditions = new Set(checks.flatMap(conditionsOf).map(optionKey));
  if (conditions.size === 0) return { statements: [], others: checks, subject };
  const isAsked = (check: Check): check is OptionsCheck =>
    (check.kind === "any" || check.kind === "one") &&
    check.branches.some((branch) => conditions.has(optionKey(branch)));
  const closest = new Map(subject.closest);
  const statements = checks.filter(isAsked).map((check, index) => {
    const name = localName(index === 0 ? "closest" : `closest${index + 1}Of`, subject);
    check.branches.forEach((branch, position) => {
      const isClosest = call(member(local(name), "includes"), literal(position));
      closest.set(optionKey(branch), { isClosest });
    });
    return constant(name, collectOptions(check, subject, print));
  });
  for (const check of checks) {
    if (check.kind === "switch") addCases(check, subject, print, closest);
  }
  const others = checks.filter((check) => !isAsked(check));
  // Issues about unevaluated properties come last.
  const isLast = ({ kind }: Check): boolean => kind === "unevaluated";
  others.sort((left, right) => Number(isLast(left)) - Number(isLast(right)));
  return { statements, others, subject: { ...subject, closest } };
}

/** If alternatives have tags, the one with the tag of the value is the closest. */
function addCases(
  { name, cases }: CheckOf<"switch">,
  subject: Subject,
  { module }: CheckPrinter,
  closest: Map<unknown, ClosestOption>,
): void {
  const tag = propertyOf(subject.value, name, module);
  const given = equalsTest(
    cases.flatMap(({ values }) => values),
    tag,
    module,
  );
  for (const { values, checks } of cases) {
    closest.set(optionKey(checks), { isClosest: equalsTest(values, tag, module), given });
  }
}

/** The conditions that `unevaluated…` of the same value depends on. */
function conditionsOf(check: Check): readonly Checks[] {
  if (check.kind === "cases") return [...check.cases.values()].flat().flatMap(conditionsOf);
  return check.kind !== "unevaluated"
    ? []
    : check.evaluated.flatMap((one) => (one.kind === "depending" ? [one.condition] : []));
}

/** The identity of an alternative: its model, or its own list of checks. */
export function optionKey(checks: Checks): unknown {
  const [only, ...others] = checks;
  return only?.kind === "call" && others.length === 0 ? only.model : checks;
}

/**
 * An expression that tells whether it is known what is evaluated: the tag is one of the known ones,
 * and all models whose failure would leave it open are valid.
 */
export function isEvaluationKnown(
  { evaluated, target }: CheckOf<"unevaluated">,
  subject: Subject,
  print: CheckPrinter,
): Expression {
  const { models } = print.module;
  const seen = new Set<unknown>();
  const isOpen = (one: Evaluated): boolean => {
    if (one.kind === "depending") return true;
    if (one.kind !== "model" || seen.has(one.model)) return false;
    seen.add(one.model);
    return evaluatedByOwn(print.module.model(one.model).schema, target, models).some(isOpen);
  };
  const needed = evaluated.flatMap((one) => {
    if (one.kind === "model" && isOpen(one)) {
      return [print.condition([{ kind: "call", model: one.model }], subject)];
    }
    if (one.kind !== "depending") return [];
    return subject.closest?.get(optionKey(one.condition))?.given ?? [];
  });
  return and([...new Set(needed)]);
}
