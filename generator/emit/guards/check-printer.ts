import type { Check, CheckOf, Checks } from "../../checks/check.js";
import type { Expression, Statement } from "../../code/nodes.js";
import type { GuardModule } from "./guard-module.js";
import type { Subject } from "./subject.js";

/** A part of a predicate: an expression that has to be true, or code that may return false. */
export type PredicateStep =
  | { readonly kind: "test"; readonly expression: Expression }
  | { readonly kind: "code"; readonly statements: readonly Statement[] };

/** Makes code of checks, by the row of each; the rows ask it for the checks inside their own. */
export interface CheckPrinter {
  readonly module: GuardModule;
  /** An expression that tells whether checks hold which need no statements. */
  readonly expression: (checks: Checks, subject: Subject) => Expression;
  /** An expression that tells whether any checks hold, where need be by a function of their own. */
  readonly condition: (checks: Checks, subject: Subject) => Expression;
  readonly steps: (checks: Checks, subject: Subject) => readonly PredicateStep[];
  /** Statements that return false unless checks hold. */
  readonly statements: (checks: Checks, subject: Subject) => readonly Statement[];
  /** Statements that report what checks find wrong. */
  readonly issues: (checks: Checks, subject: Subject) => readonly Statement[];
  readonly needsStatements: (checks: Checks) => boolean;
  /**
   * Whether checks reject `undefined` by themselves, so that a required property needs no test of its
   * own for being there.
   */
  readonly rejectsUndefined: (checks: Checks) => boolean;
  /** Whether checks are fine for the compiler, whatever it knows about the value. */
  readonly areIndependent: (checks: Checks) => boolean;
  /** What is expected of a property that is missing: the first thing that it would have to be. */
  readonly expectedOf: (checks: Checks) => string;
}

/** What is made of a kind of check. */
export type CheckRow<C extends Check> = PredicateRow<C> & {
  /** Statements that report what is wrong. */
  readonly issues: (check: C, subject: Subject, print: CheckPrinter) => readonly Statement[];
  /** Whether it is false for `undefined`; by default it need not be. */
  readonly rejectsUndefined?: (check: C, print: CheckPrinter) => boolean;
  /** Whether the compiler knows something of the type of a value after it. */
  readonly isNarrowing?: boolean;
  /** Whether the compiler takes it whatever it knows about the value; by default it may not. */
  readonly isIndependent?: (check: C) => boolean;
  /** What is expected of a property that is missing; by default "a value". */
  readonly expected?: (check: C, print: CheckPrinter) => string;
};

/**
 * The part for the predicate: an expression, or steps where the check goes through items or
 * properties, or needs a constant for what it reads.
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
