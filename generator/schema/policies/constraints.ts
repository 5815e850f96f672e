import type { KeywordName, Keywords } from "../keywords/keyword-values.js";
import type { ObjectSchema } from "../schema.js";
import { without, type Change } from "./changes.js";

/** The keywords that do not concern the structure of a value. */
const constraints: ReadonlySet<KeywordName> = new Set([
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "minContains",
  "maxContains",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "propertyNames",
] as const);

/** Removes the constraints of a schema, so that only its structure is checked. */
export function dropConstraints({ keywords }: ObjectSchema): Change | undefined {
  const isConstrained =
    keywords.format?.isAsserted === true ||
    keywords.contains !== undefined ||
    Object.keys(keywords).some((name) => isDropped(name, keywords));
  if (!isConstrained) return undefined;
  const { format, contains, prefixItems, minItems } = keywords;
  return {
    keywords: {
      ...without(keywords, constraints),
      ...(format !== undefined && { format: { ...format, isAsserted: false } }),
      // It still marks items as evaluated.
      ...(contains !== undefined && { contains, minContains: 0 }),
      // The number of required first items is part of the structure of a tuple.
      ...(prefixItems !== undefined &&
        minItems !== undefined && { minItems: Math.min(minItems, prefixItems.length) }),
    },
    note: "Only its structure is checked, by the policy `constraints: types`.",
  };
}

function isDropped(name: string, { prefixItems, minItems = 0 }: Keywords): boolean {
  if (name === "minItems" && prefixItems !== undefined) return minItems > prefixItems.length;
  return [...constraints].some((constraint) => constraint === name);
}
