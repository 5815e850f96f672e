import type { ObjectType, PropertyType, Type } from "../../generator/types/type.js";

// Short ways to write types in tables.

export const string: Type = { kind: "primitive", name: "string" };
export const number: Type = { kind: "primitive", name: "number" };
export const boolean: Type = { kind: "primitive", name: "boolean" };
export const anyString: Type = { kind: "other", name: "string" };
export const literal = (value: string | number | boolean): Type => ({ kind: "literal", value });
export const union = (...members: readonly Type[]): Type => ({ kind: "union", members });
export const both = (...members: readonly Type[]): Type => ({ kind: "intersection", members });
export const model = (name: string): Type => ({ kind: "reference", model: name });
export const property = (name: string, type: Type, optional = false): PropertyType => ({
  name,
  optional,
  type,
});
export const object = (...properties: readonly PropertyType[]): ObjectType => ({
  kind: "object",
  properties,
});
export const map = (index: Type, ...properties: readonly PropertyType[]): ObjectType => ({
  kind: "object",
  properties,
  index,
});
export const tuple = (
  items: readonly Type[],
  required: number,
  rest: Type,
  most?: number,
): Type => ({
  kind: "tuple",
  items,
  required,
  rest,
  ...(most !== undefined && { most }),
});
