import type { SchemaType } from "../../core/json-type.js";
import type { Json } from "../../core/json.js";
import { encodeAccess, encodeJson, encodeNumber, encodeString } from "../../code/encode.js";
import type { Check } from "../../checks/check.js";
import { compare, equals, or, test, type Expression } from "../../code/code.js";
import type { GuardModule } from "./guard-module.js";

// Expressions that both printers use.

/** An expression that tells whether a value is of a type. */
export function typeTest(type: SchemaType, value: string, module: GuardModule): Expression {
  switch (type) {
    case "string":
    case "number":
    case "boolean":
      return equals(`typeof ${value}`, `"${type}"`);
    case "null":
      return equals(value, "null");
    case "integer":
      return test(`${module.runtime("isInteger")}(${value})`);
    case "array":
      return test(`${module.runtime("isArray")}(${value})`);
    case "object":
      return test(`${module.runtime("isObject")}(${value})`);
  }
}

/** An expression that tells whether a value is of one of several types. */
export function typesTest(
  types: readonly SchemaType[],
  value: string,
  module: GuardModule,
): Expression {
  return or(byCost(types).map((type) => typeTest(type, value, module)));
}

/** The types in the order in which testing them is cheapest. */
export function byCost(types: readonly SchemaType[]): readonly SchemaType[] {
  return [...types].sort((left, right) => testOrder.indexOf(left) - testOrder.indexOf(right));
}

const testOrder: readonly SchemaType[] = [
  "null",
  "string",
  "number",
  "boolean",
  "integer",
  "array",
  "object",
];

const mostComparisons = 16;

/** An expression that tells whether a value equals one of several. */
export function equalsTest(
  values: readonly Json[],
  value: string,
  module: GuardModule,
): Expression {
  // A long list is looked through; comparing with a few values one by one is faster.
  const list = values.length > mostComparisons ? module.list(values) : undefined;
  if (list !== undefined) return test(`${module.runtime("isAmong")}(${value}, ${list})`);
  return or(
    values.map((expected) =>
      typeof expected === "object" && expected !== null
        ? test(`${module.runtime("isEqual")}(${value}, ${encodeJson(expected)})`)
        : equals(value, encodeJson(expected)),
    ),
  );
}

/** A check that is one comparison of a value whose type is known. */
export type Comparison = Extract<
  Check,
  { kind: "bound" | "multipleOf" | "size" | "pattern" | "format" | "unique" }
>;

/** An expression that tells whether a comparison holds. */
export function comparison(check: Comparison, value: string, module: GuardModule): Expression {
  switch (check.kind) {
    case "bound":
      return test(`${value} ${boundOperators[check.keyword]} ${encodeNumber(check.limit)}`);
    case "multipleOf":
      return Number.isInteger(check.divisor)
        ? equals(`${value} % ${encodeNumber(check.divisor)}`, "0")
        : test(`${module.runtime("isMultipleOf")}(${value}, ${encodeNumber(check.divisor)})`);
    case "size":
      return sizeTest(check, value, module);
    case "pattern":
      return test(`${module.pattern(check.pattern)}.test(${value})`);
    case "format":
      return test(
        typeof check.test === "string"
          ? `${module.runtime(check.test)}(${value})`
          : `${module.format(check.format, check.test)}.test(${value})`,
      );
    case "unique":
      return test(`${module.runtime("isUnique")}(${value})`);
  }
}

function sizeTest(
  { keyword, limit }: Extract<Check, { kind: "size" }>,
  value: string,
  module: GuardModule,
): Expression {
  switch (keyword) {
    case "minLength":
      // One code unit is one code point at least.
      return limit <= 1
        ? compare(`${value}.length`, ">=", limit)
        : compare(`${module.runtime("codePointLength")}(${value})`, ">=", limit);
    case "maxLength":
      // A string has no more code points than code units, which are at hand.
      return or([
        compare(`${value}.length`, "<=", limit),
        compare(`${module.runtime("codePointLength")}(${value})`, "<=", limit),
      ]);
    case "minItems":
      return compare(`${value}.length`, ">=", limit);
    case "maxItems":
      return compare(`${value}.length`, "<=", limit);
    case "minProperties":
      return compare(`Object.keys(${value}).length`, ">=", limit);
    case "maxProperties":
      return compare(`Object.keys(${value}).length`, "<=", limit);
  }
}

const boundOperators = {
  minimum: ">=",
  exclusiveMinimum: ">",
  maximum: "<=",
  exclusiveMaximum: "<",
} as const;

/** Whether a property has to be looked up as one of the object's own. */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/** An expression that reads a property; for an inherited name, one that reads its own. */
export function propertyOf(value: string, name: string, module: GuardModule): string {
  return isInherited(name)
    ? `${module.runtime("own")}(${value}, ${encodeString(name)})`
    : `${value}${encodeAccess(name)}`;
}
