import type { SchemaId } from "../../core/schema-id.js";
import { referencesOf } from "../children.js";
import type { Schema } from "../schema.js";

/** Whether `null` is valid under a schema. */
export function acceptsNull(schema: Schema, get: (id: SchemaId) => Schema): boolean {
  if (schema.kind === "boolean") return schema.value;
  const { keywords } = schema;
  const accepts = (other: Schema): boolean => acceptsNull(other, get);
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
    branchAcceptsNull(schema.keywords, accepts) &&
    referencesOf(schema).map(get).every(accepts)
  );
}

function branchAcceptsNull(
  { if: condition, then, else: otherwise }: Extract<Schema, { kind: "object" }>["keywords"],
  accepts: (schema: Schema) => boolean,
): boolean {
  if (condition === undefined) return true;
  const branch = accepts(condition) ? then : otherwise;
  return branch === undefined || accepts(branch);
}
