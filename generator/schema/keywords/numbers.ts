import type { BoundKeyword } from "../../checks/check.js";
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
    checks: (divisor) => [
      { kind: "when", type: "number", checks: [{ kind: "multipleOf", divisor }] },
    ],
    tags: (divisor) => [{ name: "multipleOf", text: String(divisor) }],
  },
};

function bound(keyword: BoundKeyword): KeywordDefinition<number> {
  return {
    vocabulary: "validation",
    parse: parseNumber,
    checks: (limit) => [
      { kind: "when", type: "number", checks: [{ kind: "bound", keyword, limit }] },
    ],
    tags: (limit) => [{ name: keyword, text: String(limit) }],
  };
}
