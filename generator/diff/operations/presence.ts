import type { Direction } from "../../core/direction.js";
import { below, type Place } from "../../core/place.js";
import { referenceTo } from "../../openapi/reference-to.js";
import type { DiffRule, PayloadPart, Proof } from "../diff-result.js";
import type { Entry } from "../../openapi/entries.js";
import { isRequired } from "../../openapi/parameters.js";
import { otherThan, type Call, type Pair, type Side } from "./call.js";
import { changed, fieldPlaces, oneSided, type Finding } from "./finding.js";

/** A value that can be absent: a body, a parameter or a header. */
export interface Value {
  readonly part: PayloadPart;
  readonly direction: Direction;
  /** The document that its sender follows. */
  readonly sender: Side;
  /** As `the query parameter limit`. */
  readonly what: string;
  readonly rules: { readonly added: DiffRule; readonly removed: DiffRule };
}

/** Compares whether a value that both documents describe is required. */
export function* compareRequired(
  call: Call,
  value: Value,
  objects: Pair<Entry>,
): Generator<Finding> {
  if (isRequired(objects.old) === isRequired(objects.new)) return;
  const { direction, sender, what } = value;
  const receiver = objects[otherThan(sender)];
  const message = `${what} is ${isRequired(objects.new) ? "required" : "optional"} now`;
  yield changed(call, objects.new.place, fieldPlaces(call, objects, "required"), {
    direction,
    message,
    ...(isRequired(receiver)
      ? { data: "breaking", proof: absence(call, value, receiver) }
      : { data: "compatible" }),
  });
}

/**
 * Returns the change for a value that one document describes. It breaks only if the receiver requires it:
 * what the receiver does not describe, it ignores, as it does with members of objects.
 *
 * @param around Where the value would be in the other document.
 */
export function onlyIn(
  call: Call,
  side: Side,
  value: Value,
  object: Entry,
  around: Place,
): Finding {
  const { direction, sender, what, rules } = value;
  const isNew = side === "new";
  const isBreaking = side !== sender && isRequired(object);
  const state = isNew ? (isRequired(object) ? "new and required" : "new") : "removed";
  return oneSided(call, side, object.entry, around, {
    direction,
    message: `${what} is ${state}`,
    ...(isBreaking
      ? { data: "breaking", proof: absence(call, value, object) }
      : { data: "compatible", rule: isNew ? rules.added : rules.removed }),
  });
}

/** Returns the proof that a value may be absent for its sender, and not for its receiver. */
function absence({ read }: Call, { part, sender, what }: Value, required: Entry): Proof {
  const { document } = read[otherThan(sender)];
  return {
    ...part,
    acceptedBy: sender,
    absent: true,
    issue: {
      path: [],
      pointer: "",
      keyword: "required",
      message: `missing, expected ${what}`,
      expected: what,
      received: "undefined",
      schemaPath: referenceTo(below(required.place, "required"), document),
    },
  };
}
