import { lookUp, valuesOf } from "../core/persistent-map.js";
import type { Shape, ShapedTypes } from "./shape.js";
import { neverType, unknownType, type ObjectType, type PropertyType, type Type } from "./type.js";
import { writtenIndex, type WrittenIndex } from "./written.js";

/** An interface or an object type, as TypeScript sees it. */
export interface ObjectView {
  readonly property: (name: string) => PropertyType | undefined;
  readonly properties: () => Iterable<PropertyType>;
  readonly index: WrittenIndex | undefined;
  /** Whether TypeScript gives it an implicit index signature: an interface never has one. */
  readonly hasImplicitIndex: boolean;
}

/** Returns the view of an object type or of a model that is an interface; undefined for others. */
export function viewOf(type: Type, types: ShapedTypes): ObjectView | undefined {
  if (type.kind === "object") return viewOfObject(type, true);
  if (type.kind !== "reference") return undefined;
  const model = types.get(type.model);
  if (model.kind === "object") return viewOfObject(model, false);
  const shape = types.shape(type.model);
  return shape && viewOfShape(shape);
}

function viewOfObject(type: ObjectType, isLiteral: boolean): ObjectView {
  const { properties } = type;
  const byName = new Map(properties.map((property) => [property.name, property]));
  const isClosed = properties.length === 0 && type.index?.kind === "never";
  return {
    property: (name) => byName.get(name),
    properties: () => properties,
    index: isClosed ? { type: neverType, isOptional: false } : writtenIndex(type),
    hasImplicitIndex: isLiteral,
  };
}

function viewOfShape({ properties, others }: Shape): ObjectView {
  return {
    property: (name) => lookUp(properties, name),
    properties: () => valuesOf(properties),
    index: others === "unknown" ? { type: unknownType, isOptional: false } : undefined,
    hasImplicitIndex: false,
  };
}

/** Whether a type names no property. */
export function isEmpty({ properties }: ObjectView): boolean {
  for (const _property of properties()) return false;
  return true;
}
