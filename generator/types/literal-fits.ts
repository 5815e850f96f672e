import { isJsonArray, isJsonObject, type Json } from "../core/json.js";
import { assignable } from "./assignable.js";
import { viewOf } from "./object-view.js";
import type { ShapedTypes } from "./shape.js";
import { neverType, nullType, type Type } from "./type.js";

/**
 * Whether TypeScript certainly accepts a value that is written as a literal where a type is expected. It
 * rejects members that the type does not have, even if a variable with the same value would be accepted.
 */
export function literalFits(value: Json, type: Type, types: ShapedTypes): boolean {
  return assignable(typeOfLiteral(value), type, types) && hasOnlyKnown(value, type, types, 0);
}

/** How many types are followed, one behind the other. */
const deepest = 50;

function hasOnlyKnown(value: Json, type: Type, types: ShapedTypes, depth: number): boolean {
  if (depth > deepest) return false;
  if (typeof value !== "object" || value === null || type.kind === "unknown") return true;
  const inside = (part: Json, of: Type): boolean => hasOnlyKnown(part, of, types, depth + 1);
  if (type.kind === "reference" && viewOf(type, types) === undefined) {
    return inside(value, types.get(type.model));
  }
  if (type.kind === "union") {
    return type.members.some(
      (one) => assignable(typeOfLiteral(value), one, types) && inside(value, one),
    );
  }
  if (isJsonObject(value)) {
    return Object.entries(value).every(([name, member]) => {
      const found = memberTypes(name, type, types, depth);
      return found.length > 0 && found.every((one) => inside(member, one));
    });
  }
  if (!isJsonArray(value)) return true;
  switch (type.kind) {
    case "array":
      return value.every((item) => inside(item, type.items));
    case "tuple":
      return value.every((item, index) => inside(item, type.items[index] ?? type.rest));
    case "intersection":
      return type.members.every((one) => inside(value, one));
    default:
      return false;
  }
}

/** The types that an object type gives to a member; none, if it does not have it. */
function memberTypes(name: string, type: Type, types: ShapedTypes, depth: number): readonly Type[] {
  if (depth > deepest) return [];
  const view = viewOf(type, types);
  if (view !== undefined) {
    const found = view.property(name)?.type ?? view.index?.type;
    return found === undefined ? [] : [found];
  }
  switch (type.kind) {
    case "reference":
      return memberTypes(name, types.get(type.model), types, depth + 1);
    case "intersection":
    case "union":
      return type.members.flatMap((one) => memberTypes(name, one, types, depth + 1));
    default:
      return [];
  }
}

/** The type of a literal, before TypeScript widens it. */
function typeOfLiteral(value: Json): Type {
  if (value === null) return nullType;
  if (isJsonArray(value)) {
    const items = value.map(typeOfLiteral);
    return { kind: "tuple", items, required: items.length, rest: neverType };
  }
  if (!isJsonObject(value)) return { kind: "literal", value };
  const properties = Object.entries(value).map(([name, member]) => ({
    name,
    optional: false,
    type: typeOfLiteral(member),
  }));
  return { kind: "object", properties };
}
