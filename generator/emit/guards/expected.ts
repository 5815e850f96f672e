import type { SchemaType } from "../../core/json-type.js";
import type { Json } from "../../core/json.js";
import { list, print } from "../../runtime/describe.js";
import type { Models } from "../../model/model.js";
import type { Check, Checks } from "../../checks/check.js";
import type { Comparison } from "./tests.js";

// What issues say was expected: each text follows the word "expected".

export function expectedTypes(types: readonly SchemaType[]): string {
  return types.join(" or ");
}

export function expectedValues(values: readonly Json[]): string {
  return values.length === 1 ? values.map(print).join() : `one of ${list(values)}`;
}

/** What is expected of a property that is missing: the first thing that it would have to be. */
export function expectedOf([first]: Checks, models: Models): string {
  switch (first?.kind) {
    case "types":
      return expectedTypes(first.types);
    case "cases":
      return first.types === undefined ? "a value" : expectedTypes(first.types);
    case "equals":
      return expectedValues(first.values);
    case "call": {
      const schema = models.byId.get(first.model)?.schema;
      if (schema?.kind !== "object") return "a value";
      const { type, enum: values } = schema.keywords;
      if (values !== undefined) return expectedValues(values);
      return type === undefined ? "a value" : expectedTypes(type);
    }
    default:
      return "a value";
  }
}

/** What is expected of the name of a property, by what is expected of a string. */
export function expectedOfName(expected: string): string {
  return /^at (?:least|most) /.test(expected)
    ? `a name of ${expected}`
    : expected.replace(/^a string /, "a name ");
}

export function expectedComparison(check: Comparison): string {
  switch (check.kind) {
    case "bound":
      return `a number ${boundWords[check.keyword]} ${check.limit}`;
    case "multipleOf":
      return `a multiple of ${check.divisor}`;
    case "size":
      return expectedSize(check);
    case "pattern":
      return `a string that matches ${check.pattern}`;
    case "format":
      return `a string in the format ${check.format}`;
    case "unique":
      return "no item twice";
  }
}

/** The keyword that a comparison stands for. */
export function keywordOf(check: Comparison): string {
  switch (check.kind) {
    case "bound":
    case "size":
      return check.keyword;
    case "unique":
      return "uniqueItems";
    case "format":
    case "multipleOf":
    case "pattern":
      return check.kind;
  }
}

function expectedSize({ keyword, limit }: Extract<Check, { kind: "size" }>): string {
  const words = keyword.startsWith("min") ? "at least" : "at most";
  const [one, many] = sizeUnits[keyword];
  return `${words} ${limit} ${limit === 1 ? one : many}`;
}

const characters = ["character", "characters"] as const;
const items = ["item", "items"] as const;
const properties = ["property", "properties"] as const;

const sizeUnits = {
  minLength: characters,
  maxLength: characters,
  minItems: items,
  maxItems: items,
  minProperties: properties,
  maxProperties: properties,
} as const;

const boundWords = {
  minimum: "of at least",
  exclusiveMinimum: "above",
  maximum: "of at most",
  exclusiveMaximum: "below",
} as const;
