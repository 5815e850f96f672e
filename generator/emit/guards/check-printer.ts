import type { Check, CheckOf, Checks } from "../../checks/check.js";
import type { Expression, Statement } from "../../code/nodes.js";
import type { GuardModule } from "./guard-module.js";
import type { Subject } from "./subject.js";

/** A part of a predicate: an expression that must be true, or code that may return false. */
export type PredicateStep =
  | { readonly kind: "test"; readonly expression: Expression }
  | { readonly kind: "code"; readonly statements: readonly Statement[] };

/** Prints checks as code, by the row of each kind. The rows call it for the checks inside theirs. */
export interface CheckPrinter {
  readonly module: GuardModule;
  /** An expression that tells whether checks hold. The checks must not need statements. */
  readonly expression: (checks: Checks, subject: Subject) => Expression;
  /**
   * An expression that tells whether checks hold; it calls a function if the checks need
   * statements.
   */
  readonly condition: (checks: Checks, subject: Subject) => Expression;
  readonly steps: (checks: Checks, subject: Subject) => readonly PredicateStep[];
  /** Statements that return false unless checks hold. */
  readonly statements: (checks: Checks, subject: Subject) => readonly Statement[];
  /** Statements that report the issues that checks find. */
  readonly issues: (checks: Checks, subject: Subject) => readonly Statement[];
  readonly needsStatements: (checks: Checks) => boolean;
  /**
   * Whether checks reject `undefined` by themselves, so that a required property needs no separate
   * test of its presence.
   */
  readonly rejectsUndefined: (checks: Checks) => boolean;
  /** Whether the code of checks compiles, whatever the compiler knows about the value. */
  readonly areIndependent: (checks: Checks) => boolean;
  /**
   * The text for what is expected of a missing property: the first check that it would have to
   * pass.
   */
  readonly expectedOf: (checks: Checks) => string;
}

/** How a kind of check is printed. */
export type CheckRow<C extends Check> = PredicateRow<C> & {
  /** Statements that report issues. */
  readonly issues: (check: C, subject: Subject, print: CheckPrinter) => readonly Statement[];
  /** Whether the check rejects `undefined`. Default: unknown. */
  readonly rejectsUndefined?: (check: C, print: CheckPrinter) => boolean;
  /** Whether the check narrows the type of the value for the compiler. */
  readonly isNarrowing?: boolean;
  /** Whether the code compiles whatever the compiler knows about the value. Default: unknown. */
  readonly isIndependent?: (check: C) => boolean;
  /** The text for what is expected of a missing property. Default: "a value". */
  readonly expected?: (check: C, print: CheckPrinter) => string;
};

/**
 * The part for the predicate: an expression; or steps, if the check loops over items or properties,
 * or keeps a value in a constant.
 */
type PredicateRow<C extends Check> =
  | { readonly expression: PrintExpression<C>; readonly steps?: undefined }
  | { readonly steps: PrintSteps<C>; readonly expression?: undefined }
  | {
      readonly expression: PrintExpression<C>;
      readonly steps: PrintSteps<C>;
      readonly needsStatements: (check: C, print: CheckPrinter) => boolean;
    };

type PrintExpression<C extends Check> = (
  check: C,
  subject: Subject,
  print: CheckPrinter,
) => Expression;

type PrintSteps<C extends Check> = (
  check: C,
  subject: Subject,
  print: CheckPrinter,
) => readonly PredicateStep[];

/** Rows for some kinds of checks. */
export type CheckRows<K extends Check["kind"]> = { readonly [Kind in K]: CheckRow<CheckOf<Kind>> };

export function testStep(expression: Expression): PredicateStep {
  return { kind: "test", expression };
}

export function codeStep(statements: readonly Statement[]): PredicateStep {
  return { kind: "code", statements };
}
