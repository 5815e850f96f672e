import { encodeString } from "../encode.js";
import type { Check, Checks } from "./check.js";
import {
  compare,
  differs,
  equals,
  line,
  not,
  printStatements,
  test,
  when,
  type Expression,
  type Statement,
} from "./code.js";
import { expectedComparison, expectedTypes, expectedValues, keywordOf } from "./expected.js";
import type { GuardModule } from "./guard-module.js";
import { caseOf, isNever, specialize } from "./optimize.js";
import { condition, countMatches, isNamed } from "./predicate.js";
import { rejectsUndefined } from "./rejects-undefined.js";
import { evaluation } from "./evaluation.js";
import { usedParameters } from "./parameters.js";
import { eachItem, eachMember } from "./loops.js";
import { argument, localName, narrowed, within, type Subject } from "./subject.js";
import { comparison, equalsTest, isInherited, propertyOf, typesTest, typeTest } from "./tests.js";

/**
 * Prints the body of a function that adds to `issues` what checks find wrong with `value`.
 *
 * @param is - The name of the predicate of the same checks.
 */
export function printCollector(checks: Checks, is: string, module: GuardModule): string {
  const [only, ...others] = checks;
  if (only?.kind === "equals" && others.length === 0) {
    const failure = reportValues(argument, only, module);
    return printStatements(when(not(test(`${is}(value)`)), [line(failure)]));
  }
  const [type, ...otherTypes] = (only?.kind === "cases" ? only.types : undefined) ?? [];
  // The usual model, an object: what is not one is reported, and the rest need not be nested.
  if (only?.kind === "cases" && type !== undefined && otherTypes.length + others.length === 0) {
    const inner = only.cases.get(caseOf(type)) ?? [];
    if (inner.length > 0) {
      const failure = report(argument, "type", type, module);
      return printStatements([
        ...when(not(typeTest(type, argument.value, module)), [line(`return ${failure}`)]),
        ...statementsOf(inner, argument, module),
      ]);
    }
  }
  return printStatements(statementsOf(checks, argument, module));
}

function statementsOf(checks: Checks, subject: Subject, module: GuardModule): readonly Statement[] {
  return checks.flatMap((check) => statementsOfOne(check, subject, module));
}

function statementsOfOne(
  check: Check,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const { value } = subject;
  switch (check.kind) {
    case "never":
      return [line(report(subject, check.keyword, "nothing", module))];
    case "types":
      return unless(
        typesTest(check.types, value, module),
        report(subject, "type", expectedTypes(check.types), module),
      );
    case "cases":
      return casesStatements(check, subject, module);
    case "equals":
      return unless(equalsTest(check.values, value, module), reportValues(subject, check, module));
    case "bound":
    case "multipleOf":
    case "size":
    case "pattern":
    case "format":
    case "unique":
      return unless(
        comparison(check, value, module),
        report(subject, keywordOf(check), expectedComparison(check), module),
      );
    case "item": {
      const item = within(subject, `${value}[${check.index}]`, String(check.index));
      return when(
        compare(`${value}.length`, ">", check.index),
        statementsOf(check.checks, item, module),
      );
    }
    case "items":
      return [
        eachItem(subject, {
          from: check.from,
          statements: (item) => statementsOf(check.checks, item, module),
        }),
      ];
    case "contains":
      return containsStatements(check, subject, module);
    case "required":
      return when(equals(propertyOf(value, check.name, module), "undefined"), [
        line(reportMissing(subject, check.name, module)),
      ]);
    case "property":
      return propertyStatements(check, subject, module);
    case "matching": {
      const pattern = module.pattern(check.pattern);
      const isLeftOut = (key: string): Expression => not(test(`${pattern}.test(${key})`));
      return memberStatements(isLeftOut, check.checks, "patternProperties", subject, module);
    }
    case "additional": {
      const isLeftOut = (key: string): Expression => isNamed(check, key, module);
      return memberStatements(isLeftOut, check.checks, "additionalProperties", subject, module);
    }
    case "unevaluated":
      return unevaluatedStatements(check, subject, module);
    case "names":
      return [
        eachMember(subject, {
          statements: (item, key) => statementsOf(check.checks, { ...item, value: key }, module),
        }),
      ];
    case "dependent":
      return when(
        differs(propertyOf(value, check.name, module), "undefined"),
        statementsOf(specialize(check.checks, "object"), subject, module),
      );
    case "any":
    case "one":
      return optionsStatements(check, subject, module);
    case "switch": {
      const tag = within(subject, propertyOf(value, check.name, module), encodeString(check.name));
      const values = check.cases.flatMap((one) => one.values);
      return [
        {
          kind: "switch",
          on: tag.value,
          cases: check.cases.map((one) => ({
            values: one.values.map(encodeString),
            body: statementsOf(one.checks, narrowed(subject), module),
          })),
          otherwise: [line(reportValues(tag, { kind: "equals", keyword: "enum", values }, module))],
        },
      ];
    }
    case "not":
      return when(condition(check.checks, narrowed(subject), module), [
        line(report(subject, "not", "a value that the schema under `not` rejects", module)),
      ]);
    case "conditional":
      return when(
        condition(check.condition, narrowed(subject), module),
        statementsOf(check.then, subject, module),
        statementsOf(check.otherwise, subject, module),
      );
    case "call": {
      const collect = module.guard(check.model, "collect");
      return [line(`${collect}(${value}, ${subject.path}, issues);`)];
    }
    case "when":
      // The optimiser has made "cases" of it.
      return [];
  }
}

function casesStatements(
  { types, cases }: Extract<Check, { kind: "cases" }>,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const { value } = subject;
  if (types === undefined) {
    return [...cases].flatMap(([type, inner]) =>
      when(typeTest(type, value, module), statementsOf(inner, subject, module)),
    );
  }
  const detailed = types.filter((type) => (cases.get(caseOf(type)) ?? []).length > 0);
  const plain = types.filter((type) => !detailed.includes(type));
  return detailed.reduceRight(
    (otherwise, type) =>
      when(
        typeTest(type, value, module),
        statementsOf(cases.get(caseOf(type)) ?? [], subject, module),
        otherwise,
      ),
    unless(typesTest(plain, value, module), report(subject, "type", expectedTypes(types), module)),
  );
}

function propertyStatements(
  check: Extract<Check, { kind: "property" }>,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const { name, required, checks } = check;
  const read = propertyOf(subject.value, name, module);
  const isKept = isInherited(name);
  const property: Subject = {
    ...within(subject, isKept ? localName("property", subject) : read, encodeString(name)),
    depth: subject.depth + (isKept ? 1 : 0),
  };
  const inner = statementsOf(checks, property, module);
  const isMissing = equals(property.value, "undefined");
  // What reports a value of a wrong type reports a missing one as well.
  const reportsMissing = checks.length === 1 && rejectsUndefined(checks, module.models);
  const statements = !required
    ? when(not(isMissing), inner)
    : reportsMissing
      ? inner
      : when(isMissing, [line(reportMissing(subject, name, module))], inner);
  return isKept
    ? [{ kind: "block", body: [line(`const ${property.value} = ${read};`), ...statements] }]
    : statements;
}

function containsStatements(
  { checks, minimum, maximum }: Extract<Check, { kind: "contains" }>,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const count = localName("count", subject);
  const tooFew = report(subject, "contains", `at least ${minimum} matching items`, module);
  const tooMany = report(subject, "contains", `at most ${maximum ?? 0} matching items`, module);
  return [
    {
      kind: "block",
      body: [
        ...countMatches(checks, subject, module),
        ...(minimum > 0 ? when(compare(count, "<", minimum), [line(tooFew)]) : []),
        ...(maximum === undefined ? [] : when(compare(count, ">", maximum), [line(tooMany)])),
      ],
    },
  ];
}

/** A loop over the members of an object, but for those that are left out. */
function memberStatements(
  isLeftOut: (key: string) => Expression,
  checks: Checks,
  keyword: string,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const statements = (member: Subject): readonly Statement[] =>
    isNever(checks)
      ? [line(report(member, keyword, "no property of this name", module))]
      : statementsOf(checks, member, module);
  return [eachMember(subject, { isLeftOut, statements })];
}

function unevaluatedStatements(
  check: Extract<Check, { kind: "unevaluated" }>,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const isLeftOut = (key: string): Expression => evaluation(check, subject, key, module);
  if (check.target === "properties") {
    return memberStatements(isLeftOut, check.checks, "unevaluatedProperties", subject, module);
  }
  const statements = (item: Subject): readonly Statement[] =>
    statementsOf(check.checks, item, module);
  return [eachItem(subject, { isLeftOut, statements })];
}

/** What is wrong with a value that has to pass one of several schemas. */
function optionsStatements(
  { kind, branches }: Extract<Check, { kind: "any" | "one" }>,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const isPlain = (branch: Checks): boolean =>
    kind === "any" && branch.every((check) => check.kind === "cases" && check.cases.size === 0);
  const plain = branches.filter(isPlain);
  const others = branches.filter((branch) => !isPlain(branch));
  const [first, ...more] = others;
  // Where one alternative is only a type, usually null, the issues are those of the other one.
  const inner =
    first !== undefined && more.length === 0
      ? statementsOf(first, subject, module)
      : [line(collectOptions(kind, others, subject, module))];
  return plain.reduceRight(
    (statements, branch) => when(not(condition(branch, subject, module)), statements),
    inner,
  );
}

function collectOptions(
  kind: "any" | "one",
  branches: readonly Checks[],
  { value, path }: Subject,
  module: GuardModule,
): string {
  const collect = module.runtime(kind === "any" ? "collectAnyOf" : "collectOneOf");
  const collectors = branches.map((branch) => branchCollector(branch, module));
  return `${collect}(${value}, ${path}, issues, [${collectors.join(", ")}]);`;
}

/** A collector for one of several alternatives. */
function branchCollector(checks: Checks, module: GuardModule): string {
  const [only, ...others] = checks;
  if (only?.kind === "call" && others.length === 0) return module.guard(only.model, "collect");
  const body = printStatements(statementsOf(checks, argument, module));
  const parameters = usedParameters(["value", "path", "issues"], body);
  return `(${parameters.join(", ")}) => {\n${body}\n}`;
}

function report(
  { value, path }: Subject,
  keyword: string,
  expected: string,
  module: GuardModule,
): string {
  return `${module.runtime("report")}(issues, ${path}, ${encodeString(keyword)}, ${encodeString(expected)}, ${value});`;
}

function reportValues(
  { value, path }: Subject,
  { keyword, values }: Extract<Check, { kind: "equals" }>,
  module: GuardModule,
): string {
  const list = values.length > 1 ? module.list(values) : undefined;
  const expected =
    list === undefined
      ? encodeString(expectedValues(values))
      : `${module.runtime("oneOf")}(${list})`;
  return `${module.runtime("report")}(issues, ${path}, ${encodeString(keyword)}, ${expected}, ${value});`;
}

function reportMissing({ path }: Subject, name: string, module: GuardModule): string {
  return `${module.runtime("report")}(issues, [${path}, ${encodeString(name)}], "required", "a value", undefined);`;
}

function unless(holds: Expression, statement: string): readonly Statement[] {
  return when(not(holds), [line(statement)]);
}
