import type { Check, Checks } from "../../checks/check.js";
import { onlyFor } from "../../types/algebra.js";
import { tupleOf } from "../../types/arrays.js";
import { unknownType, type Type } from "../../types/type.js";
import { titleOf, type Schema } from "../schema.js";
import type { KeywordTable } from "./keyword.js";
import type { Keywords } from "./keyword-values.js";
import { parseAllSchemas, parseBoolean, parseCount, parseSchema } from "./parsers.js";
import { printSchema, printSchemas } from "./printers.js";
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
  readonly unevaluatedItems: Schema;
}

export const arrayKeywords: KeywordTable<ArrayKeywords> = {
  minItems: {
    ...size("minItems", "array"),
    type: (required, { keywords }) => bounded(keywords, { required }),
  },
  maxItems: {
    ...size("maxItems", "array"),
    type: (most, { keywords }) => bounded(keywords, { most }),
  },
  prefixItems: {
    vocabulary: "applicator",
    parse: parseAllSchemas,
    print: printSchemas,
    children: (schemas) =>
      schemas.map((schema, index) => ({ schema, role: { kind: "item", index } })),
    checks: (schemas, { checks }) => [
      whenArray(schemas.map((schema, index) => ({ kind: "item", index, checks: checks(schema) }))),
    ],
    evaluates: (schemas, target) =>
      target === "items" ? [{ kind: "first", count: schemas.length }] : [],
    type: (schemas, { type }) =>
      onlyFor("array", tupleOf({ items: schemas.map(type), required: 0, rest: unknownType })),
  },
  items: {
    vocabulary: "applicator",
    parse: parseSchema,
    print: printSchema,
    children: (schema) => [{ schema, role: { kind: "item" } }],
    checks: (schema, { keywords: { prefixItems = [] }, checks }) => [
      whenArray([
        { kind: "items", from: prefixItems.length, keyword: "items", checks: checks(schema) },
      ]),
    ],
    evaluates: (_schema, target) => (target === "items" ? [{ kind: "all" }] : []),
    type: (schema, { keywords: { prefixItems = [] }, type }) =>
      onlyFor(
        "array",
        tupleOf({ items: prefixItems.map(() => unknownType), required: 0, rest: type(schema) }),
      ),
  },
  contains: {
    vocabulary: "applicator",
    parse: parseSchema,
    print: printSchema,
    children: (schema) => [
      { schema, role: { kind: "condition", inPlace: false, isAsserted: false } },
    ],
    checks: (schema, { keywords: { minContains = 1, maxContains }, checks }) =>
      minContains === 0 && maxContains === undefined
        ? []
        : [
            whenArray([
              {
                kind: "contains",
                checks: checks(schema),
                minimum: minContains,
                ...(maxContains !== undefined && { maximum: maxContains }),
                ...titleOf(schema),
              },
            ]),
          ],
    evaluates: (schema, target, { checks }) =>
      target === "items" ? [{ kind: "passing", checks: checks(schema) }] : [],
  },
  minContains: { vocabulary: "validation", parse: parseCount },
  maxContains: { vocabulary: "validation", parse: parseCount },
  uniqueItems: {
    vocabulary: "validation",
    parse: parseBoolean,
    checks: (unique) => (unique ? [whenArray([{ kind: "unique" }])] : []),
    tags: (unique) => (unique ? [{ name: "uniqueItems", text: "" }] : []),
  },
  unevaluatedItems: {
    vocabulary: "unevaluated",
    parse: parseSchema,
    print: printSchema,
    children: (schema) => [{ schema, role: { kind: "item" } }],
    checks: (schema, { checks, evaluatedBeside }) => [
      whenArray([
        {
          kind: "unevaluated",
          target: "items",
          evaluated: evaluatedBeside("items"),
          checks: checks(schema),
        },
      ]),
    ],
    evaluates: (_schema, target) => (target === "items" ? [{ kind: "all" }] : []),
    type: (schema, { keywords, type }) => {
      const count = evaluatedItems(keywords);
      if (count === undefined) return unknownType;
      const items = Array.from({ length: count }, () => unknownType);
      return onlyFor("array", tupleOf({ items, required: 0, rest: type(schema) }));
    },
  },
};

/** The type that a bound on the length gives, if the schema describes arrays. */
function bounded(
  { type, items, prefixItems }: Keywords,
  bound: { readonly required?: number; readonly most?: number },
): Type {
  if (type?.includes("array") !== true && items === undefined && prefixItems === undefined) {
    return unknownType;
  }
  return onlyFor("array", tupleOf({ items: [], required: 0, rest: unknownType, ...bound }));
}

/**
 * How many of the first items the keywords beside `unevaluatedItems` evaluate at most, or undefined
 * if that cannot be told.
 */
function evaluatedItems(keywords: Keywords): number | undefined {
  const { prefixItems = [], allOf = [], anyOf = [], oneOf = [] } = keywords;
  const isUnclear = evaluatingOthers.some((name) => keywords[name] !== undefined);
  if (isUnclear) return undefined;
  let most = prefixItems.length;
  for (const schema of [...allOf, ...anyOf, ...oneOf]) {
    const count = schema.kind === "boolean" ? 0 : evaluatedItems(schema.keywords);
    const { unevaluatedItems } = schema.kind === "boolean" ? {} : schema.keywords;
    if (count === undefined || unevaluatedItems !== undefined) return undefined;
    most = Math.max(most, count);
  }
  return most;
}

/** Keywords that may evaluate items other than the first ones. */
const evaluatingOthers = [
  "items",
  "contains",
  "$ref",
  "$dynamicRef",
  "if",
  "dependentSchemas",
] as const;

function whenArray(checks: Checks): Check {
  return { kind: "when", type: "array", checks };
}
