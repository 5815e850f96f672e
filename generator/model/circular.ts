import type { SchemaId } from "../core/schema-id.js";
import type { ModelTypes } from "../types/algebra.js";
import type { Type } from "../types/type.js";

/** Whether the type of a model contains itself without the properties of an object between. */
export function isCircular(model: SchemaId, types: ModelTypes): boolean {
  const seen = new Set<SchemaId>();

  function reaches(type: Type): boolean {
    switch (type.kind) {
      case "array":
        return reaches(type.items);
      case "tuple":
        return [...type.items, type.rest].some(reaches);
      case "union":
      case "intersection":
        return type.members.some(reaches);
      case "reference":
        if (type.model === model) return true;
        if (seen.has(type.model)) return false;
        seen.add(type.model);
        return reaches(types.get(type.model));
      default:
        return false;
    }
  }

  return reaches(types.get(model));
}
