import type { SchemaType } from "../../core/json-type.js";
import { encodeString } from "../../code/encode.js";
import type { Check, Checks } from "../../checks/check.js";
import {
  and,
  compare,
  differs,
  equals,
  line,
  not,
  test,
  when,
  type Expression,
  type Statement,
} from "../../code/code.js";
import { evaluation } from "./evaluation.js";
import {
  condition,
  expressionOf,
  needsStatements,
  withNarrowing,
  type CasesCheck,
} from "./expressions.js";
import type { GuardModule } from "./guard-module.js";
import { eachItem, eachMember } from "./loops.js";
import { isNamed } from "./names.js";
import { caseOf } from "../../checks/schema-types.js";
import { specialize } from "../../checks/specialize.js";
import { rejectsUndefined } from "./rejects-undefined.js";
import { localName, narrowed, within, type Subject } from "./subject.js";
import { byCost, isInherited, propertyOf, typesTest, typeTest } from "./tests.js";

/** A part of a predicate: an expression that has to be true, or code that may return false. */
export type Step =
  | { readonly kind: "test"; readonly expression: Expression }
  | { readonly kind: "code"; readonly statements: readonly Statement[] };

export function stepsOf(checks: Checks, subject: Subject, module: GuardModule): readonly Step[] {
  return withNarrowing(checks, subject).flatMap(([check, seen]) =>
    needsStatements(check)
      ? stepsOfOne(check, seen, module)
      : [testStep(expressionOf(check, seen, module))],
  );
}

export function mergeTests(steps: readonly Step[]): readonly Step[] {
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

export function failFast(step: Step): readonly Statement[] {
  return step.kind === "code"
    ? step.statements
    : when(not(step.expression), [line("return false;")]);
}

/** Statements that return false unless checks hold. */
function statementsOf(checks: Checks, subject: Subject, module: GuardModule): readonly Statement[] {
  return mergeTests(stepsOf(checks, subject, module)).flatMap(failFast);
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

function testStep(expression: Expression): Step {
  return { kind: "test", expression };
}

function codeStep(statements: readonly Statement[]): Step {
  return { kind: "code", statements };
}
