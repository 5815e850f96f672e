import type { Json } from "../../core/json.js";
import type { CheckedModels } from "../accepts.js";
import type { SchemaId } from "../../core/schema-id.js";
import type { Checks } from "../check.js";
import type { Conjunction } from "./conjunction.js";
import type { Contradiction } from "./contradiction.js";

/**
 * What rules can find out about checks inside a check. Rules receive it as an argument, so that no
 * rule imports the file that applies the rules.
 */
export interface Reasoning {
  readonly models: CheckedModels;
  /** Whether to look for longer proofs, which take more time. */
  readonly isThorough: boolean;
  /** The consequences of a list of checks, computed once. */
  readonly conjunction: (checks: Checks) => Conjunction;
  /** Why no value passes checks; undefined, if some value may pass. */
  readonly whyEmpty: (checks: Checks) => Contradiction | undefined;
  /**
   * Why no value passes several lists of checks at once; undefined, if some value may pass.
   *
   * @param beside Further checks that must hold, and are known to be satisfiable by themselves.
   */
  readonly whyEmptyTogether: (
    lists: readonly Checks[],
    beside?: Checks,
  ) => Contradiction | undefined;
  /** Whether a value passes checks; undefined, if that takes too long to tell. */
  readonly accepts: (checks: Checks, value: Json) => boolean | undefined;
  /** Whether every value that passes some checks passes others; false, if that cannot be proved. */
  readonly implies: (left: Checks, right: Checks) => boolean;
  /**
   * The same for a value inside of the value that is examined.
   *
   * @param mentioned Returns checks that such a value may have to pass, too, and which describe its members.
   */
  readonly impliesInside: (left: Checks, right: Checks, mentioned: () => Checks) => boolean;
  /** The same without what is only known of values on the left side of the whole question. */
  readonly impliesPlainly: (left: Checks, right: Checks) => boolean;
  /**
   * Whether the guard of one model is known to be accepted by that of another one.
   *
   * @param beside All checks of the value that passes the guard of the first one.
   */
  readonly isContained: (left: SchemaId, right: SchemaId, beside: Checks) => boolean;
}
