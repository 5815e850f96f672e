import type { SchemaId } from "../../core/schema-id.js";
import { findShapes } from "../../model/shape.js";
import { assignable } from "../../types/assignable.js";
import type { ShapedTypes } from "../../types/shape.js";
import type { ObjectType, Type } from "../../types/type.js";
import type { TypeSide } from "./type-side.js";

/** A type of one of the documents. */
export interface SidedType {
  readonly side: "old" | "new";
  readonly type: Type;
}

/**
 * Whether TypeScript accepts a type of one document for a type of the other one.
 *
 * @param unit The unit that is being compared.
 */
export type Fits = (from: SidedType, to: SidedType, unit: string) => boolean;

/**
 * Whether a model of the old document and one of the new document are compared on their own: then a
 * reference to one of them counts as a reference to the other one.
 *
 * @param unit The unit that is being compared.
 */
export type Pairing = (old: SchemaId, now: SchemaId, unit: string) => boolean;

/** How many pairs of types are compared: large unions need many. */
const most = 20_000;

/** Joins the types of both documents, in which the same ids may have different types. */
export function joinTypes(
  sides: { readonly old: TypeSide; readonly new: TypeSide },
  isPaired: Pairing,
): Fits {
  const mark = { old: markTypes("old"), new: markTypes("new") };
  const sideOf = (id: SchemaId): "old" | "new" => (id.startsWith(marks.old) ? "old" : "new");
  const typesOf = (id: SchemaId): ShapedTypes => sides[sideOf(id)].types;
  const known = new Map<SchemaId, Type>();
  const plain = {
    get: (id: SchemaId): Type => {
      const type = known.get(id) ?? mark[sideOf(id)](typesOf(id).get(unmarked(id)));
      known.set(id, type);
      return type;
    },
    jsonTypes: (id: SchemaId) => typesOf(id).jsonTypes(unmarked(id)),
  };
  const types: ShapedTypes = {
    ...plain,
    shape: findShapes(plain, () => 0),
    breadth: (id) => typesOf(id).breadth(unmarked(id)),
  };
  return (from, to, unit) => {
    const isKnown = (one: SchemaId, other: SchemaId): boolean =>
      sideOf(one) !== sideOf(other) &&
      (sideOf(one) === "old"
        ? isPaired(unmarked(one), unmarked(other), unit)
        : isPaired(unmarked(other), unmarked(one), unit));
    const options = { isKnown, most };
    return assignable(mark[from.side](from.type), mark[to.side](to.type), types, options);
  };
}

/** What precedes the ids of a document. */
const marks = { old: "old ", new: "new " } as const;

function unmarked(id: SchemaId): SchemaId {
  return id.slice(marks.old.length);
}

/** Returns a function that marks the ids in a type as those of a document. */
function markTypes(side: "old" | "new"): (type: Type) => Type {
  const known = new WeakMap<Type, Type>();
  const mark = (type: Type): Type => {
    const marked = known.get(type) ?? mapReferences(type, mark, (id) => marks[side] + id);
    known.set(type, marked);
    return marked;
  };
  return mark;
}

function mapReferences(
  type: Type,
  mark: (type: Type) => Type,
  rename: (id: SchemaId) => SchemaId,
): Type {
  switch (type.kind) {
    case "reference":
      return { kind: "reference", model: rename(type.model) };
    case "array":
      return { kind: "array", items: mark(type.items) };
    case "tuple":
      return { ...type, items: type.items.map(mark), rest: mark(type.rest) };
    case "object":
      return mapObject(type, mark);
    case "union":
    case "intersection":
      return { kind: type.kind, members: type.members.map(mark) };
    default:
      return type;
  }
}

/** Maps the types of the members of an object. */
export function mapObject(type: ObjectType, map: (type: Type) => Type): ObjectType {
  const { properties, index } = type;
  return {
    ...type,
    properties: properties.map((property) => ({ ...property, type: map(property.type) })),
    ...(index !== undefined && { index: map(index) }),
  };
}
