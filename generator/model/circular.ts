import type { SchemaId } from "../core/schema-id.js";
import { strongComponents } from "../core/strong-components.js";
import type { ModelTypes } from "../types/algebra.js";
import type { Type } from "../types/type.js";
import type { Models } from "./model.js";

/** The models whose types contain themselves without the properties of an object between. */
export function circularModels({ all }: Models, types: ModelTypes): ReadonlySet<SchemaId> {
  const targetsOf = (model: SchemaId): readonly SchemaId[] => modelsIn(types.get(model));
  const components = strongComponents(
    all.map(({ id }) => id),
    targetsOf,
  );
  const circles = components.filter(
    ([first, ...others]) =>
      first !== undefined && (others.length > 0 || targetsOf(first).includes(first)),
  );
  return new Set(circles.flat());
}

/** The models that a type contains, not counting those in the properties of objects. */
function modelsIn(type: Type): readonly SchemaId[] {
  switch (type.kind) {
    case "array":
      return modelsIn(type.items);
    case "tuple":
      return [...type.items, type.rest].flatMap(modelsIn);
    case "union":
    case "intersection":
      return type.members.flatMap(modelsIn);
    case "reference":
      return [type.model];
    default:
      return [];
  }
}
