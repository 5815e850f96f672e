import type { SchemaId } from "../../core/schema-id.js";
import { keyOfPlace } from "../../core/place.js";
import { childrenOf, referencesOf } from "../children.js";
import type { ObjectSchema, Schema } from "../schema.js";
import type { PlaceKey } from "./all-schemas.js";

type Get = (id: SchemaId) => Schema;

/**
 * The schemas that are combined with others that describe properties of the same object. If one of
 * them forbade the properties that it does not know, it would forbid those of the others.
 */
export function combinedPlaces(schemas: readonly ObjectSchema[], get: Get): ReadonlySet<PlaceKey> {
  const combined = new Set<PlaceKey>();

  function combine(schema: Schema): void {
    const key = keyOfPlace(schema.place);
    // The schema that is set apart from its null stands at the same place.
    if (combined.has(key) && !schema.id.endsWith("?value")) return;
    combined.add(key);
    for (const inner of appliedBy(schema, get)) combine(inner);
  }

  for (const schema of schemas.filter((each) => isCombination(each, get))) {
    for (const inner of appliedBy(schema, get)) combine(inner);
  }
  return combined;
}

/** Whether a schema says of the properties of one object what stands in several schemas. */
export function isCombination(schema: ObjectSchema, get: Get): boolean {
  const { keywords } = schema;
  const groups: readonly (readonly Schema[])[] = [
    ...referencesOf(schema).map((id) => [get(id)]),
    ...(keywords.allOf ?? []).map((part) => [part]),
    ...[keywords.anyOf ?? [], keywords.oneOf ?? []],
    ...[keywords.if, keywords.then, keywords.else].map((part) =>
      part === undefined ? [] : [part],
    ),
    ...[...(keywords.dependentSchemas?.values() ?? [])].map((part) => [part]),
  ];
  const describing = groups.filter((group) => group.some((part) => describesProperties(part, get)));
  const isConditional = keywords.if !== undefined || keywords.dependentSchemas !== undefined;
  return (
    describing.length > 1 ||
    (describing.length === 1 && (saysOfProperties(schema) || isConditional))
  );
}

/** Whether a schema, or one that it applies to the same value, describes properties. */
function describesProperties(schema: Schema, get: Get): boolean {
  if (schema.kind === "boolean") return false;
  return (
    saysOfProperties(schema) ||
    appliedBy(schema, get).some((inner) => describesProperties(inner, get))
  );
}

function saysOfProperties({ keywords }: ObjectSchema): boolean {
  return (
    (keywords.properties?.size ?? 0) > 0 ||
    keywords.patternProperties !== undefined ||
    keywords.additionalProperties !== undefined ||
    keywords.unevaluatedProperties !== undefined
  );
}

/** The schemas that a schema applies to the same value. */
function appliedBy(schema: Schema, get: Get): readonly Schema[] {
  if (schema.kind === "boolean") return [];
  const inside = childrenOf(schema).flatMap(({ schema: child, role }) =>
    role.kind === "part" || role.kind === "option" || (role.kind === "condition" && role.inPlace)
      ? [child]
      : [],
  );
  return [...referencesOf(schema).map(get), ...inside];
}
