import type { Checks } from "../../checks/check.js";
import type { Reasoning } from "../../checks/contradictions/reasoning.js";
import type { Arbitrary } from "./arbitrary.js";

/** The context of an arbitrary for a part of a model. */
export interface PartContext {
  readonly reasoning: Reasoning;
  /** Returns an arbitrary for checks that all have to pass, or undefined if there is none. */
  readonly part: (lists: readonly Checks[]) => Arbitrary | undefined;
  /** Whether fast-check can make strings that match a regular expression. */
  readonly canMatch: (pattern: RegExp) => boolean;
}
