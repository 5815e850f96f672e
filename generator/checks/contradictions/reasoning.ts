import type { Json } from "../../core/json.js";
import type { CheckedModels } from "../accepts.js";
import type { Checks } from "../check.js";
import type { Conjunction } from "./conjunction.js";
import type { Contradiction } from "./contradiction.js";

/**
 * What is to be found out about checks inside a check. Rules receive it as an argument, so that none
 * imports the file that applies them.
 */
export interface Reasoning {
  readonly models: CheckedModels;
  /** What follows from a list of checks; it is found once. */
  readonly conjunction: (checks: Checks) => Conjunction;
  /** Why no value passes checks; undefined, if some value may pass. */
  readonly whyEmpty: (checks: Checks) => Contradiction | undefined;
  /**
   * Why no value passes several lists of checks at once; undefined, if some value may pass.
   *
   * @param beside Checks that must hold as well, and are known to leave something by themselves.
   */
  readonly whyEmptyTogether: (
    lists: readonly Checks[],
    beside?: Checks,
  ) => Contradiction | undefined;
  /** Whether a value passes checks; undefined, if that takes too long to tell. */
  readonly accepts: (checks: Checks, value: Json) => boolean | undefined;
  /** Whether every value that passes some checks passes others; false, if that is not clear. */
  readonly implies: (left: Checks, right: Checks) => boolean;
}
