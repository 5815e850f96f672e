import type { Check, CheckOf, Checks, Evaluated } from "../../checks/check.js";
import { and, call, literal, local, member } from "../../code/expressions.js";
import type { Expression, Statement } from "../../code/nodes.js";
import { constant } from "../../code/statements.js";
import { evaluatedByOwn } from "../../model/lower.js";
import type { CheckPrinter } from "./check-printer.js";
import { collectOptions, type OptionsCheck } from "./collector-options.js";
import { localName, type Subject } from "./subject.js";

// What `unevaluated…` says where a schema fails whose properties would have been evaluated: nothing of
// those, since it is not them that are too many.

/** Alternatives that come first where something depends on which of them come closest. */
export interface ClosestOptions {
  /** Statements that collect what is wrong with them. */
  readonly statements: readonly Statement[];
  /** The checks beside them. */
  readonly others: Checks;
  /** The value, with the expressions that tell whether an alternative is among the closest. */
  readonly subject: Subject;
}

/** Finds the alternatives among some checks that `unevaluated…` beside them depends on. */
export function closestOptions(
  checks: Checks,
  subject: Subject,
  print: CheckPrinter,
): ClosestOptions {
  const conditions = new Set(checks.flatMap(conditionsOf).map(optionKey));
  const isAsked = (check: Check): check is OptionsCheck =>
    (check.kind === "any" || check.kind === "one") &&
    check.branches.some((branch) => conditions.has(optionKey(branch)));
  const asked = conditions.size === 0 ? [] : checks.filter(isAsked);
  if (asked.length === 0) return { statements: [], others: checks, subject };
  const closest = new Map<unknown, Expression>();
  const statements = asked.map((check, index) => {
    const name = localName(index === 0 ? "closest" : `closest${index + 1}Of`, subject);
    check.branches.forEach((branch, position) => {
      closest.set(optionKey(branch), call(member(local(name), "includes"), literal(position)));
    });
    return constant(name, collectOptions(check, subject, print));
  });
  const others = checks.filter((check) => !isAsked(check));
  return { statements, others, subject: { ...subject, closest } };
}

/** What is the same for the same alternative: the model that it is, or its own list of checks. */
export function optionKey(checks: Checks): unknown {
  const [only, ...others] = checks;
  return only?.kind === "call" && others.length === 0 ? only.model : checks;
}

/** The conditions that `unevaluated…` of the same value depends on. */
function conditionsOf(check: Check): readonly Checks[] {
  if (check.kind === "cases") return [...check.cases.values()].flat().flatMap(conditionsOf);
  return check.kind !== "unevaluated"
    ? []
    : check.evaluated.flatMap((one) => (one.kind === "depending" ? [one.condition] : []));
}

/** An expression that tells whether all models hold whose failure leaves open what they evaluate. */
export function partsHold(
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
  return and(
    evaluated.flatMap((one) =>
      one.kind === "model" && isOpen(one)
        ? [print.condition([{ kind: "call", model: one.model }], subject)]
        : [],
    ),
  );
}
