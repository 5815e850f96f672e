import { encodeString } from "../encode.js";
import type { SchemaType } from "../../schema/schema.js";
import type { Check, Checks } from "./check.js";
import {
  and,
  compare,
  differs,
  equals,
  line,
  not,
  or,
  printExpression,
  printStatements,
  test,
  when,
  type Expression,
  type Statement,
} from "./code.js";
import type { GuardModule } from "./guard-module.js";
import { caseOf, isNever, specialize } from "./optimize.js";
import { rejectsUndefined } from "./rejects-undefined.js";
import { evaluation } from "./evaluation.js";
import { eachItem, eachMember } from "./loops.js";
import { scalarTest } from "./scalar.js";
import { argument, localName, narrowed, within, type Subject } from "./subject.js";
import {
  byCost,
  comparison,
  equalsTest,
  isInherited,
  propertyOf,
  typesTest,
  typeTest,
} from "./tests.js";

/** A part of a predicate: an expression that has to be true, or code that may return false. */
type Step =
  | { readonly kind: "test"; readonly expression: Expression }
  | { readonly kind: "code"; readonly statements: readonly Statement[] };

/** Prints the body of a function that tells whether checks hold for `value`. */
export function printPredicate(checks: Checks, module: GuardModule): string {
  const steps = mergeTests(stepsOf(checks, argument, module));
  const last = steps.at(-1);
  return last?.kind === "test"
    ? printStatements([
        ...steps.slice(0, -1).flatMap(failFast),
        line(`return ${printExpression(last.expression)};`),
      ])
    : printStatements([...steps.flatMap(failFast), line("return true;")]);
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
    : test(`${module.predicate(checks, () => printPredicate(checks, module))}(${subject.value})`);
}

/** Checks that need no statements, as an expression. */
function inline(checks: Checks, subject: Subject, module: GuardModule): Expression {
  return and(
    withNarrowing(checks, subject).map(([check, seen]) => expressionOf(check, seen, module)),
  );
}

/** Each check with its subject as those before have left it. */
function withNarrowing(
  checks: Checks,
  subject: Subject,
): readonly (readonly [check: Check, subject: Subject])[] {
  let seen = subject;
  return checks.map((check) => {
    const pair = [check, seen] as const;
    if (["cases", "types", "equals", "call"].includes(check.kind)) seen = narrowed(seen);
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

/**
 * Whether a check cannot be an expression: it goes through items or properties, or it needs a
 * constant for what it reads. The branches of `any`, `one`, `not` and `conditional` become
 * functions instead.
 */
function needsStatements(check: Check): boolean {
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
      return [...check.cases.values()].flat().some(needsStatements);
    default:
      return false;
  }
}

/** Whether an object may have no property at all. */
function isForbidden({ names, patterns, checks }: Extract<Check, { kind: "additional" }>): boolean {
  return names.length + patterns.length === 0 && isNever(checks);
}

function stepsOf(checks: Checks, subject: Subject, module: GuardModule): readonly Step[] {
  return withNarrowing(checks, subject).flatMap(([check, seen]) =>
    needsStatements(check)
      ? stepsOfOne(check, seen, module)
      : [testStep(expressionOf(check, seen, module))],
  );
}

/** Statements that return false unless checks hold. */
function statementsOf(checks: Checks, subject: Subject, module: GuardModule): readonly Statement[] {
  return mergeTests(stepsOf(checks, subject, module)).flatMap(failFast);
}

function failFast(step: Step): readonly Statement[] {
  return step.kind === "code"
    ? step.statements
    : when(not(step.expression), [line("return false;")]);
}

function mergeTests(steps: readonly Step[]): readonly Step[] {
  const merged: Step[] = [];
  for (const step of steps) {
    const previous = merged.at(-1);
    if (step.kind === "test" && previous?.kind === "test") {
      merged[merged.length - 1] = testStep(and([previous.expression, step.expression]));
    } else {
      merged.push(step);
    }
  }
  return merged;
}

/** A check that needs no statements, as an expression. */
function expressionOf(check: Check, subject: Subject, module: GuardModule): Expression {
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

type CasesCheck = Extract<Check, { kind: "cases" }>;

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

/** A check that needs statements. */
function stepsOfOne(check: Check, subject: Subject, module: GuardModule): readonly Step[] {
  const { value } = subject;
  switch (check.kind) {
    case "cases":
      return casesSteps(check, subject, module);
    case "property":
      return propertySteps(check, subject, module);
    case "item": {
      const item = within(subject, `${value}[${check.index}]`, String(check.index));
      return [
        codeStep(
          when(
            compare(`${value}.length`, ">", check.index),
            statementsOf(check.checks, item, module),
          ),
        ),
      ];
    }
    case "items":
      return [
        codeStep([
          eachItem(subject, {
            from: check.from,
            statements: (item) => statementsOf(check.checks, item, module),
          }),
        ]),
      ];
    case "contains":
      return containsSteps(check, subject, module);
    case "matching": {
      const pattern = module.pattern(check.pattern);
      const isLeftOut = (key: string): Expression => not(test(`${pattern}.test(${key})`));
      return [memberStep(isLeftOut, check.checks, subject, module)];
    }
    case "additional":
      return [memberStep((key) => isNamed(check, key, module), check.checks, subject, module)];
    case "unevaluated":
      return [unevaluatedStep(check, subject, module)];
    case "names":
      return [
        codeStep([
          eachMember(subject, {
            statements: (item, key) => statementsOf(check.checks, { ...item, value: key }, module),
          }),
        ]),
      ];
    case "switch":
      return [
        codeStep([
          {
            kind: "switch",
            on: propertyOf(value, check.name, module),
            cases: check.cases.map(({ values, checks }) => ({
              values: values.map(encodeString),
              body: statementsOf(checks, narrowed(subject), module),
            })),
            otherwise: [line("return false;")],
          },
        ]),
      ];
    case "dependent":
      return [
        codeStep(
          when(
            differs(propertyOf(value, check.name, module), "undefined"),
            statementsOf(specialize(check.checks, "object"), subject, module),
          ),
        ),
      ];
    default:
      return [];
  }
}

function unevaluatedStep(
  check: Extract<Check, { kind: "unevaluated" }>,
  subject: Subject,
  module: GuardModule,
): Step {
  const isLeftOut = (key: string): Expression => evaluation(check, subject, key, module);
  if (check.target === "properties") return memberStep(isLeftOut, check.checks, subject, module);
  const statements = (item: Subject): readonly Statement[] =>
    statementsOf(check.checks, item, module);
  return codeStep([eachItem(subject, { isLeftOut, statements })]);
}

function casesSteps(
  { types, cases }: CasesCheck,
  subject: Subject,
  module: GuardModule,
): readonly Step[] {
  if (types === undefined) {
    return [...cases].map(([type, inner]) =>
      codeStep(
        when(typeTest(type, subject.value, module), statementsOf(inner, narrowed(subject), module)),
      ),
    );
  }
  const [only, ...others] = types;
  if (only !== undefined && others.length === 0) {
    return [
      testStep(typeTest(only, subject.value, module)),
      ...stepsOf(cases.get(caseOf(only)) ?? [], narrowed(subject), module),
    ];
  }
  return [codeStep(caseChain(types, cases, subject, module))];
}

/** One `if` after the other for the types with a case, and a last one for the rest together. */
function caseChain(
  types: readonly SchemaType[],
  cases: CasesCheck["cases"],
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const detailed = byCost(types.filter((type) => (cases.get(caseOf(type)) ?? []).length > 0));
  const plain = types.filter((type) => !detailed.includes(type));
  if (plain.includes("null")) {
    const others = types.filter((type) => type !== "null");
    return when(differs(subject.value, "null"), caseChain(others, cases, subject, module));
  }
  const [only, ...others] = detailed;
  if (only !== undefined && others.length + plain.length === 0) {
    return [
      ...when(not(typeTest(only, subject.value, module)), [line("return false;")]),
      ...statementsOf(cases.get(caseOf(only)) ?? [], narrowed(subject), module),
    ];
  }
  const rest = when(not(typesTest(plain, subject.value, module)), [line("return false;")]);
  return detailed.reduceRight(
    (otherwise, type) =>
      when(
        typeTest(type, subject.value, module),
        statementsOf(cases.get(caseOf(type)) ?? [], narrowed(subject), module),
        otherwise,
      ),
    rest,
  );
}

function propertySteps(
  check: Extract<Check, { kind: "property" }>,
  subject: Subject,
  module: GuardModule,
): readonly Step[] {
  const read = propertyOf(subject.value, check.name, module);
  if (isInherited(check.name)) {
    // What is read through a function has to be kept, so that tests can narrow its type.
    const kept = { ...check, name: localName("property", subject) };
    const body = keptStatements(kept, { ...subject, depth: subject.depth + 1 }, module);
    return [codeStep([{ kind: "block", body: [line(`const ${kept.name} = ${read};`), ...body] }])];
  }
  const property = within(subject, read, "");
  if (!check.required) {
    const present = differs(property.value, "undefined");
    return [codeStep(when(present, statementsOf(check.checks, property, module)))];
  }
  const steps = stepsOf(check.checks, property, module);
  return rejectsUndefined(check.checks, module.models)
    ? steps
    : [testStep(differs(property.value, "undefined")), ...steps];
}

function keptStatements(
  { name, required, checks }: Extract<Check, { kind: "property" }>,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const inner = statementsOf(checks, within(subject, name, ""), module);
  return required
    ? [...when(equals(name, "undefined"), [line("return false;")]), ...inner]
    : when(differs(name, "undefined"), inner);
}

function containsSteps(
  { checks, minimum, maximum }: Extract<Check, { kind: "contains" }>,
  subject: Subject,
  module: GuardModule,
): readonly Step[] {
  return [
    codeStep([
      {
        kind: "block",
        body: [
          ...countMatches(checks, subject, module),
          ...when(not(matchesInRange(localName("count", subject), minimum, maximum)), [
            line("return false;"),
          ]),
        ],
      },
    ]),
  ];
}

/** Statements that count the items which pass checks, in a variable named `count`. */
export function countMatches(
  checks: Checks,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const count = localName("count", subject);
  return [
    line(`let ${count} = 0;`),
    eachItem(subject, {
      statements: (item) => when(condition(checks, item, module), [line(`${count} += 1;`)]),
    }),
  ];
}

function matchesInRange(count: string, minimum: number, maximum: number | undefined): Expression {
  return and([
    ...(minimum > 0 ? [compare(count, ">=", minimum)] : []),
    ...(maximum === undefined ? [] : [compare(count, "<=", maximum)]),
  ]);
}

function memberStep(
  isLeftOut: (key: string) => Expression,
  checks: Checks,
  subject: Subject,
  module: GuardModule,
): Step {
  const statements = (item: Subject): readonly Statement[] => statementsOf(checks, item, module);
  return codeStep([eachMember(subject, { isLeftOut, statements })]);
}

/** Tells whether a property is one of those that `additionalProperties` does not concern. */
export function isNamed(
  { names, patterns }: Extract<Check, { kind: "additional" }>,
  key: string,
  module: GuardModule,
): Expression {
  const literals = names.map(encodeString);
  return or([
    ...(names.length > mostNames
      ? [test(`${module.nameSet(literals)}.has(${key})`)]
      : literals.map((literal) => equals(key, literal))),
    ...patterns.map((pattern) => test(`${module.pattern(pattern)}.test(${key})`)),
  ]);
}

/** An expression for the names that are neither additional nor matched by a pattern. */
export function namesOf(
  { names }: Extract<Check, { kind: "additional" }>,
  module: GuardModule,
): string {
  const literals = names.map(encodeString);
  return names.length > mostNames ? module.nameSet(literals) : `[${literals.join(", ")}]`;
}

/** With more names than these, a set is asked. */
const mostNames = 4;

function testStep(expression: Expression): Step {
  return { kind: "test", expression };
}

function codeStep(statements: readonly Statement[]): Step {
  return { kind: "code", statements };
}
