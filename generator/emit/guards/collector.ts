import { below } from "../../core/place.js";
import { encodeString } from "../../code/encode.js";
import type { Check, Checks } from "../../checks/check.js";
import {
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
import { callStatements } from "./collector-call.js";
import { optionsStatements } from "./collector-options.js";
import { condition } from "./expressions.js";
import { expectedComparison, expectedOf, expectedTypes, keywordOf } from "./expected.js";
import type { GuardModule } from "./guard-module.js";
import { located } from "../../checks/located.js";
import { isNever } from "../../checks/never.js";
import { caseOf } from "../../checks/schema-types.js";
import { specialize } from "../../checks/specialize.js";
import { isNamed, namesOf } from "./names.js";
import { countMatches } from "./steps.js";
import { rejectsUndefined } from "./rejects-undefined.js";
import { evaluation } from "./evaluation.js";
import { eachItem, eachMember } from "./loops.js";
import {
  isRequiredAround,
  report,
  reportMissing,
  reportUnexpected,
  reportValues,
} from "./reports.js";
import { scalarTest } from "./scalar.js";
import { itemWithin, localName, narrowed, propertyWithin, type Subject } from "./subject.js";
import { comparison, equalsTest, isInherited, propertyOf, typesTest, typeTest } from "./tests.js";

/** Statements that add to `findings` what checks find wrong. */
export function statementsOf(
  checks: Checks,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
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
      return [line(report(subject, check.at, check.keyword, "nothing", module))];
    case "types":
      return unless(
        typesTest(check.types, value, module),
        report(subject, check.at, "type", expectedTypes(check.types), module),
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
        report(subject, check.at, keywordOf(check), expectedComparison(check), module),
      );
    case "item": {
      const { index, at } = check;
      const schema = at && below(at, index);
      const item = itemWithin(subject, `${value}[${index}]`, String(index), schema);
      return when(
        compare(`${value}.length`, ">", check.index),
        statementsOf(check.checks, item, module),
      );
    }
    case "items":
      return [
        eachItem(subject, {
          from: check.from,
          schema: check.at,
          statements: (item) => statementsOf(check.checks, item, module),
        }),
      ];
    case "contains":
      return containsStatements(check, subject, module);
    case "required":
      return when(equals(propertyOf(value, check.name, module), "undefined"), [
        line(reportMissing(subject, check.name, check.at, [], module)),
      ]);
    case "property":
      return propertyStatements(check, subject, module);
    case "matching": {
      const pattern = module.pattern(check.pattern);
      const isLeftOut = (key: string): Expression => not(test(`${pattern}.test(${key})`));
      const { checks, at } = check;
      const schema = at && below(at, check.pattern);
      return [
        eachMember(subject, {
          isLeftOut,
          schema,
          statements: (member) =>
            isNever(checks)
              ? [line(reportUnexpected(member, at, "patternProperties", "[]", module))]
              : statementsOf(checks, member, module),
        }),
      ];
    }
    case "additional": {
      const isLeftOut = (key: string): Expression => isNamed(check, key, module);
      return memberStatements(
        isLeftOut,
        check,
        "additionalProperties",
        namesOf(check, module),
        subject,
        module,
      );
    }
    case "unevaluated":
      return unevaluatedStatements(check, subject, module);
    case "names":
      return [
        eachMember(subject, {
          schema: check.at,
          statements: (item, key) =>
            statementsOf(check.checks, { ...item, value: key, isName: true }, module),
        }),
      ];
    case "dependent":
      return when(
        differs(propertyOf(value, check.name, module), "undefined"),
        statementsOf(specialize(check.checks, "object"), subject, module),
      );
    case "any":
    case "one":
      return optionsStatements(check, subject, module, statementsOf);
    case "switch": {
      const tag = propertyWithin(subject, propertyOf(value, check.name, module), check.name);
      const values = check.cases.flatMap((one) => one.values);
      const failure = { kind: "equals", keyword: "enum", values, ...located(check.at) } as const;
      return [
        {
          kind: "switch",
          on: tag.value,
          cases: check.cases.map((one) => ({
            values: one.values.map(encodeString),
            body: statementsOf(one.checks, narrowed(subject), module),
          })),
          otherwise: when(
            equals(tag.value, "undefined"),
            [line(reportMissing(subject, check.name, check.at, [failure], module))],
            [line(reportValues(tag, failure, module))],
          ),
        },
      ];
    }
    case "not":
      return when(condition(check.checks, narrowed(subject), module), [
        line(report(subject, check.at, "not", "a value that `not` does not describe", module)),
      ]);
    case "conditional":
      return when(
        condition(check.condition, narrowed(subject), module),
        statementsOf(check.then, subject, module),
        statementsOf(check.otherwise, subject, module),
      );
    case "call":
      return callStatements(check.model, subject, module);
    case "when":
      // The optimiser has made "cases" of it.
      return [];
  }
}

function casesStatements(
  { types, cases, at }: Extract<Check, { kind: "cases" }>,
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
  const plain = types.filter((type) => !detailed.includes(type) && type !== "null");
  const allowsNull = types.includes("null") && !detailed.includes("null");
  const statements = detailed.reduceRight(
    (otherwise, type) =>
      when(
        typeTest(type, value, module),
        statementsOf(cases.get(caseOf(type)) ?? [], subject, module),
        otherwise,
      ),
    unless(
      typesTest(plain, value, module),
      report(subject, at, "type", expectedTypes([...(subject.otherTypes ?? []), ...types]), module),
    ),
  );
  return allowsNull ? when(differs(value, "null"), statements) : statements;
}

function propertyStatements(
  check: Extract<Check, { kind: "property" }>,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const { name, required, checks, at } = check;
  const read = propertyOf(subject.value, name, module);
  const isKept = isInherited(name);
  const property: Subject = {
    ...propertyWithin(subject, isKept ? localName("property", subject) : read, name),
    depth: subject.depth + (isKept ? 1 : 0),
  };
  const isMissing = equals(property.value, "undefined");
  // What reports a value of a wrong type reports a missing one as well.
  const reportsMissing =
    checks.length === 1 && rejectsUndefined(checks, module.models) && isRequiredAround(subject, at);
  const scalar = required && !reportsMissing ? undefined : scalarTest(check, read, module);
  if (scalar !== undefined) {
    const expected = expectedOf(checks, module.models);
    return unless(scalar, report(property, checks[0]?.at, "type", expected, module));
  }
  const inner = statementsOf(checks, property, module);
  const statements = !required
    ? when(not(isMissing), inner)
    : reportsMissing
      ? inner
      : when(isMissing, [line(reportMissing(subject, name, at, checks, module))], inner);
  return isKept
    ? [{ kind: "block", body: [line(`const ${property.value} = ${read};`), ...statements] }]
    : statements;
}

function containsStatements(
  { checks, minimum, maximum, at }: Extract<Check, { kind: "contains" }>,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const count = localName("count", subject);
  const items = (limit: number): string =>
    `${limit} ${limit === 1 ? "item" : "items"} that \`contains\` describes`;
  const tooFew = report(subject, at, "contains", `at least ${items(minimum)}`, module);
  const tooMany = report(subject, at, "contains", `at most ${items(maximum ?? 0)}`, module);
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
  { checks, at }: Pick<Extract<Check, { kind: "additional" }>, "checks" | "at">,
  keyword: string,
  names: string,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const statements = (member: Subject): readonly Statement[] =>
    isNever(checks)
      ? [line(reportUnexpected(member, at, keyword, names, module))]
      : statementsOf(checks, member, module);
  return [eachMember(subject, { isLeftOut, schema: at, statements })];
}

function unevaluatedStatements(
  check: Extract<Check, { kind: "unevaluated" }>,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const isLeftOut = (key: string): Expression => evaluation(check, subject, key, module);
  if (check.target === "properties") {
    return memberStatements(isLeftOut, check, "unevaluatedProperties", "[]", subject, module);
  }
  const statements = (item: Subject): readonly Statement[] =>
    statementsOf(check.checks, item, module);
  return [eachItem(subject, { isLeftOut, schema: check.at, statements })];
}

function unless(holds: Expression, statement: string): readonly Statement[] {
  return when(not(holds), [line(statement)]);
}
