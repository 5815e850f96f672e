import type { JsonType, SchemaType } from "../core/json-type.js";

/** The JSON type of the values of a schema type: that of an integer is `number`. */
export function caseOf(type: SchemaType): JsonType {
  return type === "integer" ? "number" : type;
}

/** The types of values that have a type in both lists. */
export function intersectTypes(
  left: readonly SchemaType[],
  right: readonly SchemaType[],
): readonly SchemaType[] {
  return [
    ...left.filter((type) => isWithin(type, right)),
    ...right.filter((type) => !left.includes(type) && isWithin(type, left)),
  ];
}

function isWithin(type: SchemaType, types: readonly SchemaType[]): boolean {
  return types.includes(type) || (type === "integer" && types.includes("number"));
}

/** The types of values that have a type in either list: `number` includes `integer`. */
export function uniteTypes(
  left: readonly SchemaType[],
  right: readonly SchemaType[],
): readonly SchemaType[] {
  const types = [...new Set([...left, ...right])];
  return types.filter((type) => type !== "integer" || !types.includes("number"));
}
