import type { CheckOf, Checks } from "../../../checks/check.js";
import { and, array, differs, never, not, nullValue, or } from "../../../code/expressions.js";
import type { Expression, Statement } from "../../../code/nodes.js";
import { evaluate, returnFalse, when } from "../../../code/statements.js";
import type { SchemaType } from "../../../core/json-type.js";
import { caseOf } from "../../../checks/schema-types.js";
import {
  codeStep,
  testStep,
  type CheckPrinter,
  type CheckRows,
  type PredicateStep,
} from "../check-printer.js";
import { expectedTypes, expectedValues } from "../expected.js";
import { report, reportAs, reportUnexpected, reportValues } from "../reports.js";
import { narrowed, type Subject } from "../subject.js";
import { byCost, equalsTest, typesTest, typeTest } from "../tests.js";

// Checks of the type of a value, or of the value as a whole.

export const valueRows: CheckRows<"never" | "types" | "when" | "cases" | "equals"> = {
  never: {
    expression: () => never,
    issues: (check, subject, print) => [evaluate(neverIssue(check, subject, print))],
    rejectsUndefined: () => true,
    isIndependent: () => true,
    expected: () => "a value, but no value is valid",
  },
  types: {
    expression: ({ types }, { value }, { module }) => typesTest(types, value, module),
    issues: ({ types, at }, subject, { module }) =>
      when(not(typesTest(types, subject.value, module)), [
        evaluate(report(subject, at, "type", expectedTypes(types), module)),
      ]),
    rejectsUndefined: () => true,
    isNarrowing: true,
    isIndependent: () => true,
    expected: ({ types }) => expectedTypes(types),
  },
  // The optimiser turns it into "cases".
  when: {
    steps: (check, subject, print) => casesSteps(casesOfWhen(check), subject, print),
    issues: (check, subject, print) => casesIssues(casesOfWhen(check), subject, print),
  },
  cases: {
    expression: casesExpression,
    steps: casesSteps,
    needsStatements: ({ cases }, print) =>
      [...cases.values()].some((checks) => print.needsStatements(checks)),
    issues: casesIssues,
    rejectsUndefined: ({ types }) => types !== undefined,
    isNarrowing: true,
    isIndependent: ({ cases }) => cases.size === 0,
    expected: ({ types }) => (types === undefined ? "a value" : expectedTypes(types)),
  },
  equals: {
    expression: ({ values }, { value }, { module }) => equalsTest(values, value, module),
    issues: (check, subject, { module }) =>
      when(not(equalsTest(check.values, subject.value, module)), [
        evaluate(reportValues(subject, check, module)),
      ]),
    rejectsUndefined: () => true,
    isNarrowing: true,
    expected: ({ values }) => expectedValues(values),
  },
};

function neverIssue(
  { keyword, within, excluding, at }: CheckOf<"never">,
  subject: Subject,
  print: CheckPrinter,
): Expression {
  const { module } = print;
  if (keyword !== "false") {
    return report(subject, at, keyword, expectedNever(excluding, print), module);
  }
  const name = within ?? keyword;
  if (subject.isName === true) return reportAs(subject, at, name, "no property at all", module);
  if (subject.part === "property") return reportUnexpected(subject, at, name, array([]), module);
  const expected = subject.part === "item" ? "no such item" : "no value at all";
  return reportAs(subject, at, name, expected, module);
}

/** The text for what is expected if nothing is valid, with the reason if it is known. */
function expectedNever(excluding: Checks | undefined, print: CheckPrinter): string {
  const texts = new Set(excluding?.map((check) => print.expectedOf([check])));
  return texts.size > 1
    ? `${[...texts].join(" and ")} at once, which is impossible`
    : "no value at all";
}

type CasesCheck = CheckOf<"cases">;

function casesOfWhen({ type, checks }: CheckOf<"when">): CasesCheck {
  return { kind: "cases", cases: new Map([[type, checks]]) };
}

function casesExpression(
  { types, cases }: CasesCheck,
  subject: Subject,
  print: CheckPrinter,
): Expression {
  const { value } = subject;
  if (types === undefined) {
    return and(
      [...cases].map(([type, inner]) =>
        or([not(typeTest(type, value, print.module)), print.expression(inner, narrowed(subject))]),
      ),
    );
  }
  return or(
    byCost(types).map((type) =>
      and([
        typeTest(type, value, print.module),
        print.expression(cases.get(caseOf(type)) ?? [], narrowed(subject)),
      ]),
    ),
  );
}

function casesSteps(
  { types, cases }: CasesCheck,
  subject: Subject,
  print: CheckPrinter,
): readonly PredicateStep[] {
  if (types === undefined) {
    return [...cases].map(([type, inner]) =>
      codeStep(
        when(
          typeTest(type, subject.value, print.module),
          print.statements(inner, narrowed(subject)),
        ),
      ),
    );
  }
  const [only, ...others] = types;
  if (only !== undefined && others.length === 0) {
    return [
      testStep(typeTest(only, subject.value, print.module)),
      ...print.steps(cases.get(caseOf(only)) ?? [], narrowed(subject)),
    ];
  }
  return [codeStep(caseChain(types, cases, subject, print))];
}

/** A chain of `if` for the types with a case, and a last one for all other types. */
function caseChain(
  types: readonly SchemaType[],
  cases: CasesCheck["cases"],
  subject: Subject,
  print: CheckPrinter,
): readonly Statement[] {
  const { value } = subject;
  const { module } = print;
  const detailed = byCost(types.filter((type) => (cases.get(caseOf(type)) ?? []).length > 0));
  const plain = types.filter((type) => !detailed.includes(type));
  if (plain.includes("null")) {
    const others = types.filter((type) => type !== "null");
    return when(differs(value, nullValue), caseChain(others, cases, subject, print));
  }
  const statementsOf = (type: SchemaType): readonly Statement[] =>
    print.statements(cases.get(caseOf(type)) ?? [], narrowed(subject));
  const [only, ...others] = detailed;
  if (only !== undefined && others.length + plain.length === 0) {
    return [...when(not(typeTest(only, value, module)), [returnFalse]), ...statementsOf(only)];
  }
  return detailed.reduceRight(
    (otherwise, type) => when(typeTest(type, value, module), statementsOf(type), otherwise),
    when(not(typesTest(plain, value, module)), [returnFalse]),
  );
}

function casesIssues(
  { types, cases, at }: CasesCheck,
  subject: Subject,
  print: CheckPrinter,
): readonly Statement[] {
  const { value } = subject;
  const { module } = print;
  if (types === undefined) {
    return [...cases].flatMap(([type, inner]) =>
      when(typeTest(type, value, module), print.issues(inner, subject)),
    );
  }
  const detailed = types.filter((type) => (cases.get(caseOf(type)) ?? []).length > 0);
  const plain = types.filter((type) => !detailed.includes(type) && type !== "null");
  const allowsNull = types.includes("null") && !detailed.includes("null");
  const expected = expectedTypes([...(subject.otherTypes ?? []), ...types]);
  const statements = detailed.reduceRight(
    (otherwise, type) =>
      when(
        typeTest(type, value, module),
        print.issues(cases.get(caseOf(type)) ?? [], subject),
        otherwise,
      ),
    when(not(typesTest(plain, value, module)), [
      evaluate(report(subject, at, "type", expected, module)),
    ]),
  );
  return allowsNull ? when(differs(value, nullValue), statements) : statements;
}
