import { referencesOf } from "../children.js";
import type { ObjectSchema, Schema } from "../schema.js";
import type { Verdict } from "./by-reference.js";

/**
 * Whether `null` is valid under a schema.
 *
 * @param referred - Whether it is valid under the schemas that the schema refers to.
 */
export function acceptsNull(schema: Schema, referred: Verdict): boolean {
  if (schema.kind === "boolean") return schema.value;
  const { keywords } = schema;
  const accepts = (other: Schema): boolean => acceptsNull(other, referred);
  const { allOf = [], anyOf, oneOf, not } = keywords;
  return (
    keywords.type?.includes("null") !== false &&
    (keywords.const === undefined || keywords.const === null) &&
    keywords.enum?.includes(null) !== false &&
    keywords["x-open-enum"]?.includes(null) !== false &&
    allOf.every(accepts) &&
    anyOf?.some(accepts) !== false &&
    (oneOf === undefined || oneOf.filter(accepts).length === 1) &&
    !(not !== undefined && accepts(not)) &&
    branchAcceptsNull(schema, accepts) &&
    referencesOf(schema).every(referred)
  );
}

function branchAcceptsNull(
  { keywords: { if: condition, then, else: otherwise } }: ObjectSchema,
  accepts: (schema: Schema) => boolean,
): boolean {
  if (condition === undefined) return true;
  const branch = accepts(condition) ? then : otherwise;
  return branch === undefined || accepts(branch);
}
