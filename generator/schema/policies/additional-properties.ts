import type { Keywords } from "../keywords/keyword-values.js";
import type { ObjectSchema, Schema } from "../schema.js";
import type { Verdict } from "./by-reference.js";
import { without, type Change } from "./changes.js";
import { isCombination } from "./combined.js";

/** Lets an object have properties that are not described. */
export function allowAdditional({ keywords }: ObjectSchema): Change | undefined {
  const closing = (["additionalProperties", "unevaluatedProperties"] as const).filter((name) =>
    isFalse(keywords[name]),
  );
  if (closing.length === 0) return undefined;
  return {
    keywords: without(keywords, new Set(closing)),
    note: "Accepts further properties, by the policy `additionalProperties: allow`.",
  };
}

/**
 * Forbids properties that are not described, unless the schema mentions them.
 *
 * @param describing - Whether the schemas that it refers to describe properties.
 */
export function forbidAdditional(schema: ObjectSchema, describing: Verdict): Change | undefined {
  const { keywords, place, id } = schema;
  if (keywords.additionalProperties !== undefined) return undefined;
  if (keywords.unevaluatedProperties !== undefined) return undefined;
  const keyword = isCombination(schema, describing)
    ? "unevaluatedProperties"
    : hasProperties(keywords)
      ? "additionalProperties"
      : undefined;
  if (keyword === undefined) return undefined;
  const nothing: Schema = { kind: "boolean", id: `${id}?additional`, place, value: false };
  return {
    keywords: { ...keywords, [keyword]: nothing },
    note: "Accepts no further properties, by the policy `additionalProperties: forbid`.",
    places: { [keyword]: place },
  };
}

function hasProperties({ properties }: Keywords): boolean {
  return properties !== undefined && properties.size > 0;
}

function isFalse(schema: Schema | undefined): boolean {
  return schema?.kind === "boolean" && !schema.value;
}
