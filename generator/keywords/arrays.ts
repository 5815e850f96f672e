import type { Check, Checks } from "../emit/guards/check.js";
import { onlyFor } from "../emit/types/algebra.js";
import { unknownType } from "../emit/types/type.js";
import type { Schema } from "../schema/schema.js";
import type { KeywordTable } from "./keywords.js";
import { parseBoolean, parseCount, parseSchema, parseSchemas } from "./parsers.js";
import { size } from "./sizes.js";

/**
 * Keywords for arrays.
 *
 * https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.1
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-6.4
 */
export interface ArrayKeywords {
  readonly minItems: number;
  readonly maxItems: number;
  readonly prefixItems: readonly Schema[];
  readonly items: Schema;
  readonly contains: Schema;
  readonly minContains: number;
  readonly maxContains: number;
  readonly uniqueItems: boolean;
}

export const arrayKeywords: KeywordTable<ArrayKeywords> = {
  minItems: size("minItems", "array"),
  maxItems: size("maxItems", "array"),
  prefixItems: {
    parse: parseSchemas,
    children: (schemas) =>
      schemas.map((schema, index) => ({ schema, role: { kind: "item", index } })),
    checks: (schemas, { checks }) => [
      whenArray(schemas.map((schema, index) => ({ kind: "item", index, checks: checks(schema) }))),
    ],
    type: (schemas, { keywords: { minItems = 0 }, type }) =>
      onlyFor("array", {
        kind: "tuple",
        items: schemas.map(type),
        required: Math.min(minItems, schemas.length),
        rest: unknownType,
      }),
  },
  items: {
    parse: parseSchema,
    children: (schema) => [{ schema, role: { kind: "item" } }],
    checks: (schema, { keywords: { prefixItems = [] }, checks }) => [
      whenArray([
        { kind: "items", from: prefixItems.length, keyword: "items", checks: checks(schema) },
      ]),
    ],
    type: (schema, { keywords: { prefixItems = [] }, type }) =>
      onlyFor(
        "array",
        prefixItems.length === 0
          ? { kind: "array", items: type(schema) }
          : {
              kind: "tuple",
              items: prefixItems.map(() => unknownType),
              required: 0,
              rest: type(schema),
            },
      ),
  },
  contains: {
    parse: parseSchema,
    children: (schema) => [{ schema, role: { kind: "condition", inPlace: false } }],
    checks: (schema, { keywords: { minContains = 1, maxContains }, checks }) => [
      whenArray([
        {
          kind: "contains",
          checks: checks(schema),
          minimum: minContains,
          ...(maxContains !== undefined && { maximum: maxContains }),
        },
      ]),
    ],
  },
  minContains: { parse: parseCount },
  maxContains: { parse: parseCount },
  uniqueItems: {
    parse: parseBoolean,
    checks: (unique) => (unique ? [whenArray([{ kind: "unique" }])] : []),
    tags: (unique) => (unique ? [{ name: "uniqueItems", text: "" }] : []),
  },
};

function whenArray(checks: Checks): Check {
  return { kind: "when", type: "array", checks };
}
