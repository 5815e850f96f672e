import type { KeywordTable } from "./keyword.js";
import { parsePattern } from "./patterns.js";
import { size } from "./sizes.js";

/**
 * Keywords for strings. Lengths are in code points.
 *
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-6.3
 */
export interface StringKeywords {
  readonly minLength: number;
  readonly maxLength: number;
  readonly pattern: string;
}

export const stringKeywords: KeywordTable<StringKeywords> = {
  minLength: size("minLength", "string"),
  maxLength: size("maxLength", "string"),
  pattern: {
    vocabulary: "validation",
    parse: parsePattern,
    checks: (pattern) => [{ kind: "when", type: "string", checks: [{ kind: "pattern", pattern }] }],
    tags: (pattern) => [{ name: "pattern", text: pattern }],
  },
};
