import type { CheckedModels } from "../../checks/accepts.js";
import type { Checks } from "../../checks/check.js";
import { optionsOfCheck } from "../../checks/contradictions/options-of-check.js";
import type { Reasoning } from "../../checks/contradictions/reasoning.js";
import { areSameChecks } from "../../checks/contradictions/same-check.js";
import { isChoice } from "./choice.js";

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
  const known = counterpart === undefined ? [] : innermostOptions(counterpart, reasoning);
  const options = innermostOptions(other, reasoning);
  const own = innermostOptions(sent, reasoning);
  // What passes a common option passes the counterpart, unless it passes two options of that.
  const differing = [
    ...options.filter((option) => !isAmong(option, known)),
    ...known.filter((option) => !isAmong(option, options)),
  ];
  return differing.some((option) =>
    own.some((each) => reasoning.whyEmptyTogether([each, option]) === undefined),
  );
}

function isAmong(option: Checks, others: readonly Checks[]): boolean {
  return others.some((other) => areSameChecks(option, other, (left, right) => left === right));
}

/** How many options inside each other are listed. */
const most = 500;

/** Returns the options of checks that only offer options, and of these options likewise. */
export function innermostOptions(checks: Checks, { models }: Reasoning): readonly Checks[] {
  const found: Checks[] = [];
  const pending = [checks];
  for (const each of pending) {
    const called = expanded(each, models);
    const choices = called.filter(isChoice);
    const [choice] = choices;
    if (choice !== undefined && choices.length === 1 && pending.length < most) {
      const beside = called.filter((check) => check !== choice);
      pending.push(...optionsOfCheck(choice).map((option) => [...beside, ...option]));
    } else found.push(each);
  }
  return found;
}

/** Replaces the only call of a guard by the checks of its model. */
function expanded(checks: Checks, { checksOf }: CheckedModels): Checks {
  const calls = checks.filter(({ kind }) => kind === "call");
  return calls.length === 1
    ? checks.flatMap((check) => (check.kind === "call" ? checksOf(check.model) : [check]))
    : checks;
}
