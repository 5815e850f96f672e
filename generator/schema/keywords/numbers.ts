import type { BoundKeyword, Check } from "../../checks/check.js";
import type { KeywordDefinition, KeywordTable } from "./keyword.js";
import { parseNumber, parsePositiveNumber } from "./parsers.js";

/**
 * Keywords for numbers.
 *
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-6.2
 */
export interface NumberKeywords {
  readonly minimum: number;
  readonly exclusiveMinimum: number;
  readonly maximum: number;
  readonly exclusiveMaximum: number;
  readonly multipleOf: number;
}

export const numberKeywords: KeywordTable<NumberKeywords> = {
  minimum: bound("minimum"),
  exclusiveMinimum: bound("exclusiveMinimum"),
  maximum: bound("maximum"),
  exclusiveMaximum: bound("exclusiveMaximum"),
  multipleOf: {
    vocabulary: "validation",
    parse: parsePositiveNumber,
    checks: (divisor, { numerals }) => [
      whenNumber({ kind: "multipleOf", divisor, ...writtenAs(numerals.get("multipleOf")) }),
    ],
    tags: (divisor) => [{ name: "multipleOf", text: String(divisor) }],
  },
};

function bound(keyword: BoundKeyword): KeywordDefinition<number> {
  return {
    vocabulary: "validation",
    parse: parseNumber,
    checks: (limit, { numerals }) => [
      whenNumber({ kind: "bound", keyword, limit, ...writtenAs(numerals.get(keyword)) }),
    ],
    tags: (limit) => [{ name: keyword, text: String(limit) }],
  };
}

function writtenAs(written: string | undefined): { readonly written?: string } {
  return written === undefined ? {} : { written };
}

function whenNumber(check: Check): Check {
  return { kind: "when", type: "number", checks: [check] };
}
