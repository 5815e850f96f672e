import type { Check, Checks } from "../../checks/check.js";
import type { Place } from "../../core/place.js";

/** A step from a value into it. */
export type Step =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "item"; readonly index: number };

/** All checks for one value in both documents. */
export interface BothChecks {
  readonly sent: Checks;
  readonly received: Checks;
}

/** Where a value is described in both documents. */
export interface Spot {
  /** The checks that offer the options in which it is described, if it is in some. */
  readonly around?: BothChecks;
  /** The way from the whole value. */
  readonly way: readonly Step[];
  readonly sender: Place;
  readonly receiver: Place;
}

/** A requirement of the receiver that was not proved to follow from those of the sender. */
export interface Leaf extends Spot {
  /** The checks of the sender for the value. */
  readonly sent: Checks;
  /** All checks of the receiver for the value. */
  readonly received: Checks;
  /** The check that may fail, as one for values of any type. */
  readonly check: Check;
  /** What the check is about besides its keyword, such as the name of a property. */
  readonly subject?: string;
  /** Whether a value may pass several options of which only one may match. */
  readonly isOverlap?: true;
  /** The member whose presence makes it fail, if the check forbids one. */
  readonly forbidden?: string;
}
