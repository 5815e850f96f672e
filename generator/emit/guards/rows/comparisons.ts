import { binary, call, compare, equals, literal, not, or } from "../../../code/expressions.js";
import type { Expression } from "../../../code/nodes.js";
import { evaluate, when } from "../../../code/statements.js";
import type { CheckOf, Check } from "../../../checks/check.js";
import type { CheckRow, CheckRows } from "../check-printer.js";
import type { GuardModule } from "../guard-module.js";
import { divisorText, expectedBound, expectedSize } from "../expected.js";
import { report, schemaPath } from "../reports.js";
import { lengthOf, matches, memberCount } from "../tests.js";

// Checks that compare a value whose type is known.

export const comparisonRows: CheckRows<
  "bound" | "multipleOf" | "size" | "pattern" | "format" | "unique"
> = {
  bound: comparison({
    test: ({ keyword, limit }, value) => compare(value, boundOperators[keyword], limit),
    keyword: ({ keyword }) => keyword,
    expected: expectedBound,
  }),
  multipleOf: comparison({
    test: ({ divisor }, value, module) =>
      Number.isInteger(divisor)
        ? equals(binary(value, "%", literal(divisor)), literal(0))
        : call(module.runtime("isMultipleOf"), value, literal(divisor)),
    keyword: () => "multipleOf",
    expected: (check) => `a multiple of ${divisorText(check)}`,
  }),
  size: comparison({
    test: sizeTest,
    keyword: ({ keyword }) => keyword,
    expected: expectedSize,
  }),
  pattern: comparison({
    test: ({ pattern }, value, module) => matches(module.pattern(pattern), value),
    keyword: () => "pattern",
    expected: ({ pattern }) => `a string that matches ${pattern}`,
  }),
  format: comparison({
    test: ({ format, test }, value, module) =>
      typeof test === "string"
        ? call(module.runtime(test), value)
        : matches(module.format(format, test), value),
    keyword: () => "format",
    expected: ({ format }) => `a string in the format ${format}`,
  }),
  unique: {
    expression: (_check, { value }, { module }) => call(module.runtime("isUnique"), value),
    issues: ({ at }, { value, path, schema }, { module }) => {
      const place = schemaPath(at, schema, "uniqueItems", module);
      return [evaluate(call(module.runtime("collectUnique"), value, path, ...place))];
    },
  },
};

interface Comparison<C extends Check> {
  readonly test: (check: C, value: Expression, module: GuardModule) => Expression;
  /** The keyword that it stands for. */
  readonly keyword: (check: C) => string;
  /** The text for what was expected. */
  readonly expected: (check: C) => string;
}

function comparison<C extends Check>({ test, keyword, expected }: Comparison<C>): CheckRow<C> {
  return {
    expression: (check, { value }, { module }) => test(check, value, module),
    issues: (check, subject, { module }) =>
      when(not(test(check, subject.value, module)), [
        evaluate(report(subject, check.at, keyword(check), expected(check), module)),
      ]),
  };
}

function sizeTest(
  { keyword, limit }: CheckOf<"size">,
  value: Expression,
  module: GuardModule,
): Expression {
  const length = lengthOf(value);
  const codePoints = call(module.runtime("codePointLength"), value);
  switch (keyword) {
    case "minLength":
      // A code unit is at least one code point.
      return compare(limit <= 1 ? length : codePoints, ">=", limit);
    case "maxLength":
      // A string has at most as many code points as code units, whose number is known.
      return or([compare(length, "<=", limit), compare(codePoints, "<=", limit)]);
    case "minItems":
      return compare(length, ">=", limit);
    case "maxItems":
      return compare(length, "<=", limit);
    case "minProperties":
      return compare(memberCount(value, module), ">=", limit);
    case "maxProperties":
      return compare(memberCount(value, module), "<=", limit);
  }
}

const boundOperators = {
  minimum: ">=",
  exclusiveMinimum: ">",
  maximum: "<=",
  exclusiveMaximum: "<",
} as const;
