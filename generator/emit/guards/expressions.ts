import type { Check, Checks } from "../../checks/check.js";
import {
  and,
  compare,
  differs,
  equals,
  not,
  or,
  printExpression,
  test,
  type Expression,
} from "../../code/code.js";
import type { GuardModule } from "./guard-module.js";
import { isNever } from "../../checks/never.js";
import { caseOf } from "../../checks/schema-types.js";
import { specialize } from "../../checks/specialize.js";
import { rejectsUndefined } from "./rejects-undefined.js";
import { scalarTest } from "./scalar.js";
import { narrowed, within, type Subject } from "./subject.js";
import {
  byCost,
  comparison,
  equalsTest,
  isInherited,
  propertyOf,
  typesTest,
  typeTest,
} from "./tests.js";

// The checks of a predicate that can be an expression.

/**
 * Whether a check cannot be an expression: it goes through items or properties, or it needs a
 * constant for what it reads. The branches of `any`, `one`, `not` and `conditional` become
 * functions instead.
 */
export function needsStatements(check: Check): boolean {
  switch (check.kind) {
    case "items":
      return !isNever(check.checks);
    case "additional":
      return !isForbidden(check);
    case "contains":
    case "matching":
    case "unevaluated":
    case "names":
    case "switch":
      return true;
    case "item":
    case "dependent":
      return check.checks.some(needsStatements);
    case "property":
      return isInherited(check.name) || check.checks.some(needsStatements);
    case "cases":
      return [...check.cases.values()].some((checks) => checks.some(needsStatements));
    default:
      return false;
  }
}

/** Whether an object may have no property at all. */
function isForbidden({ names, patterns, checks }: Extract<Check, { kind: "additional" }>): boolean {
  return names.length + patterns.length === 0 && isNever(checks);
}

/**
 * An expression that tells whether checks hold for a value, as a condition among others. It
 * becomes a function beside the guard where it needs a loop, and where the compiler already knows
 * something about the value: what it knows could contradict the condition, and it would complain.
 */
export function condition(checks: Checks, subject: Subject, module: GuardModule): Expression {
  const isInline = !checks.some(needsStatements) && (!subject.isNarrowed || checks.every(isPlain));
  return isInline
    ? inline(checks, subject, module)
    : test(`${module.predicate(checks)}(${subject.value})`);
}

/** Checks that need no statements, as an expression. */
function inline(checks: Checks, subject: Subject, module: GuardModule): Expression {
  return and(
    withNarrowing(checks, subject).map(([check, seen]) => expressionOf(check, seen, module)),
  );
}

/** The checks after which the compiler knows something of the type. */
const narrowing: ReadonlySet<Check["kind"]> = new Set(["cases", "types", "equals", "call"]);

/** Each check with its subject as those before have left it. */
export function withNarrowing(
  checks: Checks,
  subject: Subject,
): readonly (readonly [check: Check, subject: Subject])[] {
  let seen = subject;
  return checks.map((check) => {
    const pair = [check, seen] as const;
    if (narrowing.has(check.kind)) seen = narrowed(seen);
    return pair;
  });
}

/** Whether a check is fine whatever is known about the value. */
function isPlain(check: Check): boolean {
  switch (check.kind) {
    case "call":
    case "never":
    case "required":
    case "types":
      return true;
    case "cases":
      return check.cases.size === 0;
    default:
      return false;
  }
}

/** A check that needs no statements, as an expression. */
export function expressionOf(check: Check, subject: Subject, module: GuardModule): Expression {
  const { value } = subject;
  switch (check.kind) {
    case "types":
      return typesTest(check.types, value, module);
    case "cases":
      return casesExpression(check, subject, module);
    case "equals":
      return equalsTest(check.values, value, module);
    case "bound":
    case "multipleOf":
    case "size":
    case "pattern":
    case "format":
    case "unique":
      return comparison(check, value, module);
    case "item": {
      const item = within(subject, `${value}[${check.index}]`, String(check.index));
      return or([
        compare(`${value}.length`, "<=", check.index),
        inline(check.checks, item, module),
      ]);
    }
    case "items":
      // Only where no item is allowed: otherwise it is a loop.
      return compare(`${value}.length`, "<=", check.from);
    case "additional":
      // Only where no property is allowed: otherwise it is a loop.
      return equals(`Object.keys(${value}).length`, "0");
    case "required":
      return differs(propertyOf(value, check.name, module), "undefined");
    case "property": {
      const property = within(subject, propertyOf(value, check.name, module), "");
      const scalar = scalarTest(check, property.value, module);
      if (scalar !== undefined) return scalar;
      const holds = inline(check.checks, property, module);
      if (!check.required) return or([equals(property.value, "undefined"), holds]);
      return rejectsUndefined(check.checks, module.models)
        ? holds
        : and([differs(property.value, "undefined"), holds]);
    }
    case "dependent":
      return or([
        equals(propertyOf(value, check.name, module), "undefined"),
        dependentCondition(check.checks, subject, module),
      ]);
    case "any":
      return anyCondition(check.branches, subject, module);
    case "one":
      return equals(
        check.branches
          .map((branch) => `Number(${printExpression(condition(branch, subject, module))})`)
          .join(" + "),
        "1",
      );
    case "not":
      return not(condition(check.checks, subject, module));
    case "conditional":
      return conditional(check, subject, module);
    case "call":
      return test(`${module.guard(check.model, "is")}(${value})`);
    default:
      // "never"; and "when", which the optimiser has made "cases" of.
      return { kind: "constant", value: false };
  }
}

/** One condition after the other, each where those before it do not hold. */
function anyCondition(
  branches: readonly Checks[],
  subject: Subject,
  module: GuardModule,
): Expression {
  let seen = subject;
  return or(
    branches.map((branch) => {
      const holds = condition(branch, seen, module);
      // "Not an object, or …" leaves an object where it does not hold.
      const isImplication = branch.some(
        (check) =>
          (check.kind === "cases" && check.types === undefined) ||
          check.kind === "not" ||
          check.kind === "conditional",
      );
      if (isImplication) seen = narrowed(seen);
      return holds;
    }),
  );
}

/** A condition for the whole object, which is known to be one. */
function dependentCondition(checks: Checks, subject: Subject, module: GuardModule): Expression {
  const known = specialize(checks, "object");
  return known.every(isPlain)
    ? inline(known, subject, module)
    : condition(checks, narrowed(subject), module);
}

function conditional(
  check: Extract<Check, { kind: "conditional" }>,
  subject: Subject,
  module: GuardModule,
): Expression {
  const holds = condition(check.condition, subject, module);
  const then = condition(check.then, narrowed(subject), module);
  const otherwise = condition(check.otherwise, narrowed(subject), module);
  if (otherwise.kind === "constant" && otherwise.value) return or([not(holds), then]);
  if (then.kind === "constant" && then.value) return or([holds, otherwise]);
  const [a, b, c] = [holds, then, otherwise].map(printExpression);
  return test(`(${a ?? ""} ? ${b ?? ""} : ${c ?? ""})`);
}

export type CasesCheck = Extract<Check, { kind: "cases" }>;

function casesExpression(
  { types, cases }: CasesCheck,
  subject: Subject,
  module: GuardModule,
): Expression {
  if (types === undefined) {
    return and(
      [...cases].map(([type, inner]) =>
        or([not(typeTest(type, subject.value, module)), inline(inner, narrowed(subject), module)]),
      ),
    );
  }
  return or(
    byCost(types).map((type) =>
      and([
        typeTest(type, subject.value, module),
        inline(cases.get(caseOf(type)) ?? [], narrowed(subject), module),
      ]),
    ),
  );
}
