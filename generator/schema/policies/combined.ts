import type { SchemaId } from "../../core/schema-id.js";
import { keyOfPlace } from "../../core/place.js";
import { appliedInPlace, insideInPlace, referencesOf } from "../children.js";
import { reach } from "../reach.js";
import type { ObjectSchema, Schema } from "../schema.js";
import type { PlaceKey } from "./all-schemas.js";
import type { Verdict } from "./by-reference.js";

/**
 * The schemas that are combined with others that describe properties of the same object. If one of
 * them forbade unknown properties, it would forbid those of the others.
 *
 * @param describing - Whether the schemas that are referred to describe properties.
 */
export function combinedPlaces(
  schemas: readonly ObjectSchema[],
  get: (id: SchemaId) => Schema,
  describing: Verdict,
): ReadonlySet<PlaceKey> {
  const applied = (schema: Schema): readonly Schema[] => appliedInPlace(schema, get);
  const combinations = schemas.filter((schema) => isCombination(schema, describing));
  return new Set(
    reach(combinations.flatMap(applied), applied).map(({ place }) => keyOfPlace(place)),
  );
}

/**
 * Whether several schemas inside a schema describe the properties of one object.
 *
 * @param describing - Whether those that it refers to describe properties.
 */
export function isCombination(schema: ObjectSchema, describing: Verdict): boolean {
  const { keywords } = schema;
  const isDescribing = (part: Schema): boolean => describesProperties(part, describing);
  const isAnyDescribing = (parts: readonly (Schema | undefined)[]): boolean =>
    parts.some((part) => part !== undefined && isDescribing(part));
  const parts = [
    ...referencesOf(schema).map(describing),
    ...(keywords.allOf ?? []).map(isDescribing),
    ...[keywords.anyOf ?? [], keywords.oneOf ?? []].map(isAnyDescribing),
    ...[keywords.if, keywords.then, keywords.else].map((part) => isAnyDescribing([part])),
    ...[...(keywords.dependentSchemas?.values() ?? [])].map(isDescribing),
  ].filter(Boolean);
  const isConditional = keywords.if !== undefined || keywords.dependentSchemas !== undefined;
  return parts.length > 1 || (parts.length === 1 && (mentionsProperties(schema) || isConditional));
}

/**
 * Whether a schema, or one that it applies to the same value, describes properties.
 *
 * @param referred - Whether those that it refers to do.
 */
export function describesProperties(schema: Schema, referred: Verdict): boolean {
  if (schema.kind === "boolean") return false;
  return (
    mentionsProperties(schema) ||
    referencesOf(schema).some(referred) ||
    insideInPlace(schema).some((inner) => describesProperties(inner, referred))
  );
}

function mentionsProperties({ keywords }: ObjectSchema): boolean {
  return (
    (keywords.properties?.size ?? 0) > 0 ||
    keywords.patternProperties !== undefined ||
    keywords.additionalProperties !== undefined ||
    keywords.unevaluatedProperties !== undefined
  );
}
