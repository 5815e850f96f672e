import type { Check, Checks } from "../../checks/check.js";
import type { Place } from "../../core/place.js";

/** A step from a value into it. */
export type Step =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "item"; readonly index: number };

/** Where a value is described in both documents. */
export interface Spot {
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
  /** Checks of the receiver that the value passes, too: another option, of which only one may match. */
  readonly also?: Checks;
  /** Checks that the sender does not accept at the same time: another option, of which only one may match. */
  readonly excluded?: Checks;
  /** What the check is about besides its keyword, such as the name of a property. */
  readonly subject?: string;
  /** The member whose presence makes it fail, if the check forbids one. */
  readonly forbidden?: string;
}
