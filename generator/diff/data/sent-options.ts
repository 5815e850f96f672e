import type { Checks } from "../../checks/check.js";
import type { Conjunction } from "../../checks/contradictions/conjunction.js";
import { mentioning } from "../../checks/contradictions/mention.js";
import { optionsOfCheck } from "../../checks/contradictions/options-of-check.js";
import type { Reasoning } from "../../checks/contradictions/reasoning.js";
import type { JsonType } from "../../core/json-type.js";
import { below, type Place } from "../../core/place.js";
import { isChoice, type Choice } from "./choice.js";
import { optionsIn } from "./overlaps.js";
import { areOfOneModel } from "./partner.js";

/** The options of the values that are sent. */
export interface SentOptions {
  readonly options: readonly Option[];
  /** The checks that all of them have to pass. */
  readonly own: Checks;
  /** What tells of the members of all options. */
  readonly mention: Checks;
  /** Whether no value passes two of the options. */
  readonly isExclusive: boolean;
}

/** One of several sets of checks, any of which may be passed. */
export interface Option {
  readonly checks: Checks;
  readonly at: Place | undefined;
}

/** The options of a choice, with their places. */
export function placedOptions(choice: Choice): readonly Option[] {
  const { at } = choice;
  return optionsOfCheck(choice).map((checks, index) => ({ checks, at: at && below(at, index) }));
}

/** The options of the values that are sent, and the checks that all of them have to pass. */
export function sentOptions(
  premise: Conjunction,
  sent: Checks,
  type: JsonType | undefined,
): SentOptions {
  for (const check of premise.flat) {
    const inner =
      check.kind === "when" && check.type === type && check.checks.length === 1
        ? check.checks[0]
        : check;
    if (inner === undefined || !isChoice(inner)) continue;
    const own = premise.whole.filter((other) => other !== check);
    const mention = mentioning([inner]);
    return { options: placedOptions(inner), own, mention, isExclusive: inner.kind !== "any" };
  }
  const types = premise.isListed ? [] : premise.jsonTypes;
  const options =
    type !== undefined || types.length < 2
      ? [{ checks: [], at: undefined }]
      : types.map((each): Option => ({
          checks: [{ kind: "types", types: [each] }],
          at: undefined,
        }));
  return { options, own: sent, mention: [], isExclusive: true };
}

/** Splits the options of the sender that are no options of the receiver into the options that they offer. */
export function takeApart(
  sent: SentOptions,
  received: readonly Option[],
  reasoning: Reasoning,
): SentOptions {
  const options = splitOptions(sent.options, received, optionsIn, reasoning);
  return options.length === sent.options.length ? sent : { ...sent, options, isExclusive: false };
}

/** Splits options that are none of some others into the options that they offer. */
export function splitOptions(
  options: readonly Option[],
  others: readonly Option[],
  optionsOf: typeof optionsIn,
  reasoning: Reasoning,
): readonly Option[] {
  return options.flatMap((option) => {
    const isOption = others.some(
      ({ checks }) =>
        areOfOneModel(option.checks, checks, reasoning) ||
        areOfOneModel(checks, option.checks, reasoning),
    );
    if (isOption) return [option];
    const inner = optionsOf(option.checks, reasoning);
    return inner.map((checks) => ({ checks, at: option.at }));
  });
}
