import type { CheckedModels } from "../../checks/accepts.js";
import type { Checks } from "../../checks/check.js";
import { optionsOfCheck } from "../../checks/contradictions/options-of-check.js";
import type { Reasoning } from "../../checks/contradictions/reasoning.js";
import { areSameChecks } from "../../checks/contradictions/same-check.js";
import { isChoice, type Choice } from "./choice.js";

/**
 * Whether a value of one option of a sender may also pass another option of a receiver, though it does not pass
 * the counterpart of that option.
 *
 * @param sent The option of the sender that accepts the value.
 * @param other Another option of the receiver.
 * @param counterpart The option of the sender that corresponds to it, which does not accept the value; undefined
 *   if there is none, or if the sender may accept the value twice.
 */
export function mayAlsoPass(
  sent: Checks,
  other: Checks,
  counterpart: Checks | undefined,
  reasoning: Reasoning,
): boolean {
  const own = optionsIn(sent, reasoning);
  return differingOptions(other, counterpart, reasoning)
    .flatMap((option) => optionsIn(option, reasoning))
    .some((option) => own.some((each) => reasoning.whyEmptyTogether([each, option]) === undefined));
}

/** Returns checks of which a value passes one if it passes an option, but not the counterpart of that. */
function differingOptions(
  other: Checks,
  counterpart: Checks | undefined,
  reasoning: Reasoning,
): readonly Checks[] {
  if (counterpart === undefined) return [other];
  const options = exclusiveOptions(other, reasoning);
  const known = exclusiveOptions(counterpart, reasoning);
  if (options !== undefined && known !== undefined) {
    // What passes only one option, a common one, passes an option of the counterpart that is not common.
    return [...unmatched(options, known), ...unmatched(known, options)];
  }
  const sufficient = sufficientOptions(counterpart, reasoning);
  return optionsIn(other, reasoning).filter((option) => !isAmong(option, sufficient));
}

/** Returns the branches of a oneOf, if the checks only offer these. */
function exclusiveOptions(
  checks: Checks,
  { models }: Pick<Reasoning, "models">,
): readonly Checks[] | undefined {
  const { choice, beside } = onlyChoice(checks, models);
  return choice?.kind === "one"
    ? choice.branches.map((branch) => [...beside, ...branch])
    : undefined;
}

/** Returns the first options without one of the others for each. */
function unmatched(options: readonly Checks[], others: readonly Checks[]): readonly Checks[] {
  const left = [...others];
  return options.filter((option) => {
    const at = left.findIndex((other) => areIdentical(option, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function isAmong(option: Checks, others: readonly Checks[]): boolean {
  return others.some((other) => areIdentical(option, other));
}

function areIdentical(left: Checks, right: Checks): boolean {
  return areSameChecks(left, right, (one, other) => one === other);
}

/** How many options inside each other are listed. */
const most = 500;

/**
 * Returns the options of checks that only offer options, and of these options likewise. A value that passes the
 * checks passes one of them.
 */
export function optionsIn(
  checks: Checks,
  { models }: Pick<Reasoning, "models">,
): readonly Checks[] {
  return innermost(checks, models, () => true);
}

/** The same without those of which only one may match: a value that passes one of them passes the checks. */
export function sufficientOptions(
  checks: Checks,
  { models }: Pick<Reasoning, "models">,
): readonly Checks[] {
  return innermost(checks, models, ({ kind }) => kind !== "one");
}

function innermost(
  checks: Checks,
  models: CheckedModels,
  isSplit: (choice: Choice) => boolean,
): readonly Checks[] {
  const found: Checks[] = [];
  const pending = [checks];
  for (const each of pending) {
    const { choice, beside } = onlyChoice(each, models);
    if (choice !== undefined && isSplit(choice) && pending.length < most) {
      pending.push(...optionsOfCheck(choice).map((option) => [...beside, ...option]));
    } else found.push(each);
  }
  return found;
}

/** Returns the only check that offers options, and the checks beside it. */
function onlyChoice(
  checks: Checks,
  models: CheckedModels,
): { readonly choice: Choice | undefined; readonly beside: Checks } {
  const called = expanded(checks, models);
  const choices = called.filter(isChoice);
  const choice = choices.length === 1 ? choices[0] : undefined;
  return { choice, beside: called.filter((check) => check !== choice) };
}

/** Replaces the only call of a guard by the checks of its model. */
function expanded(checks: Checks, { checksOf }: CheckedModels): Checks {
  const calls = checks.filter(({ kind }) => kind === "call");
  return calls.length === 1
    ? checks.flatMap((check) => (check.kind === "call" ? checksOf(check.model) : [check]))
    : checks;
}
