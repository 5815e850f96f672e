import type { Check, Checks } from "../../checks/check.js";
import type { Conjunction } from "../../checks/contradictions/conjunction.js";
import { membersOf } from "../../checks/contradictions/members.js";
import type { Reasoning } from "../../checks/contradictions/reasoning.js";
import { isSameCheck } from "../../checks/contradictions/same-check.js";
import type { Json } from "../../core/json.js";

/**
 * Finds the option of a receiver that is the counterpart of an option of a sender: the one with the same model,
 * the same tag, or the same position.
 *
 * @param position The index of the option, and whether both sides have as many options.
 */
export function partnerOf(
  option: Checks,
  options: readonly Checks[],
  position: { readonly index: number; readonly isAligned: boolean },
  reasoning: Reasoning,
): number | undefined {
  const own = reasoning.conjunction(option);
  const byModel = options.findIndex((other) => areOfOneModel(option, other, reasoning));
  if (byModel >= 0) return byModel;
  const tags = tagsOf(own, reasoning);
  const byTag = options.findIndex((other) =>
    shareTag(tags, tagsOf(reasoning.conjunction(other), reasoning)),
  );
  if (byTag >= 0) return byTag;
  const ofType = options.flatMap((other, index) =>
    reasoning.conjunction(other).jsonTypes.some((type) => own.jsonTypes.includes(type))
      ? [index]
      : [],
  );
  if (ofType.length === 1) return ofType[0];
  return position.isAligned && ofType.includes(position.index) && !isCall(options[position.index])
    ? position.index
    : undefined;
}

function isCall(option: Checks | undefined): boolean {
  return option?.some(({ kind }) => kind === "call") === true;
}

/** Whether an option of a receiver is written like one of a sender, with models that accept all that those accept. */
export function areOfOneModel(
  left: Checks,
  right: Checks,
  reasoning: Reasoning,
  beside: Checks = [],
): boolean {
  const models = left.flatMap((check) => (check.kind === "call" ? [check.model] : []));
  if (models.length === 0) return false;
  const [calls, others] = [
    right.filter((check) => check.kind === "call"),
    right.filter(({ kind }) => kind !== "call"),
  ];
  return (
    calls.every((call) =>
      models.some((model) => reasoning.isContained(model, call.model, beside)),
    ) &&
    others.every(
      (check) =>
        left.some((other) => isSameCheck(other, check)) ||
        // The tag of an option usually repeats what its model checks.
        (calls.length > 0 && reasoning.impliesPlainly(calls, [check])),
    )
  );
}

type Tags = ReadonlyMap<string, ReadonlySet<Json>>;

/** The required properties with listed strings. */
function tagsOf(all: Conjunction, reasoning: Reasoning): Tags {
  const members = membersOf(all, reasoning);
  const tags = new Map<string, ReadonlySet<Json>>();
  for (const name of members.required.keys()) {
    const equals = members
      .of(name)
      .flatMap(({ checks }) => reasoning.conjunction(checks).flat)
      .find((check): check is Extract<Check, { kind: "equals" }> => check.kind === "equals");
    if (equals?.values.every((value) => typeof value === "string") === true) {
      tags.set(name, new Set(equals.values));
    }
  }
  return tags;
}

/** Whether objects have a tag in common, and no other one in which they differ. */
function shareTag(left: Tags, right: Tags): boolean {
  let isShared = false;
  for (const [name, values] of left) {
    const others = right.get(name);
    if (others === undefined) continue;
    if (![...values].some((value) => others.has(value))) return false;
    isShared = true;
  }
  return isShared;
}
