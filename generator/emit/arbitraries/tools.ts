import type { Module } from "../../code/nodes.js";
import type { Checks } from "../../checks/check.js";
import type { Json } from "../../core/json.js";
import type { Model } from "../../model/model.js";

/** What making arbitraries needs besides models: it evaluates code, and makes values. */
export interface ArbitraryTools {
  /** Returns values that pass checks, the simplest first. */
  readonly values: (checks: Checks) => Iterable<Json>;
  /** Whether fast-check can make strings that match a regular expression. */
  readonly canMatch: (pattern: RegExp) => boolean;
  /** Receives a module of arbitraries that others import. */
  readonly add: (module: Module) => void;
  /**
   * Whether the arbitraries that a module exports make valid values of some models, and their filters
   * let enough values pass.
   */
  readonly isUsable: (module: Module, models: readonly Model[]) => boolean;
}
