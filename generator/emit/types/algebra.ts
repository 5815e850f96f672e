import type { JsonType, SchemaId } from "../../schema/schema.js";
import { jsonTypes } from "../../schema/schema.js";
import {
  neverType,
  nullType,
  unknownType,
  type ObjectType,
  type PropertyType,
  type TupleType,
  type Type,
} from "./type.js";

/**
 * Says which JSON types the values of a model can have. {@link meet} asks it, to see whether a
 * reference needs to be narrowed at all.
 */
export type TypesOfModel = (model: SchemaId) => ReadonlySet<JsonType>;

/** The type of every value that has a JSON type. */
export function top(type: JsonType): Type {
  switch (type) {
    case "array":
      return { kind: "array", items: unknownType };
    case "object":
      return { kind: "object", properties: [] };
    default:
      return { kind: "primitive", name: type };
  }
}

/**
 * What a keyword says that only concerns one JSON type: values of that type are narrowed, all
 * others pass.
 */
export function onlyFor(type: JsonType, narrowed: Type): Type {
  return join(jsonTypes.map((other) => (other === type ? narrowed : top(other))));
}

/**
 * The union of types: flat, without duplicates and without members that another one covers,
 * `null` last.
 */
export function join(types: readonly Type[]): Type {
  const members = new Map<string, Type>();
  for (const type of types.flatMap((type) => (type.kind === "union" ? type.members : [type]))) {
    if (type.kind === "unknown") return unknownType;
    if (type.kind !== "never") members.set(keyOf(type), type);
  }
  if (members.has(keyOf({ kind: "literal", value: true }))) {
    if (members.has(keyOf({ kind: "literal", value: false }))) {
      members.set(keyOf(top("boolean")), top("boolean"));
    }
  }
  const tops = new Set(jsonTypes.filter((type) => members.has(keyOf(top(type)))));
  if (tops.size === jsonTypes.length) return unknownType;
  const kept = [...members.values()].filter((type) => {
    const jsonType = jsonTypeOfMember(type);
    return jsonType === undefined || !tops.has(jsonType) || keyOf(top(jsonType)) === keyOf(type);
  });
  const ordered = [...kept.filter((type) => !isNull(type)), ...kept.filter(isNull)];
  const [only] = ordered;
  if (only === undefined) return neverType;
  return ordered.length === 1 ? only : { kind: "union", members: ordered };
}

/**
 * The intersection of two types, simplified where that gives the same type: unions are reduced to
 * what both sides allow, objects are merged property by property.
 */
export function meet(left: Type, right: Type, typesOf: TypesOfModel): Type {
  if (left.kind === "unknown") return right;
  if (right.kind === "unknown") return left;
  if (left.kind === "never" || right.kind === "never") return neverType;
  if (keyOf(left) === keyOf(right)) return left;
  if (left.kind === "union" || right.kind === "union") return meetUnion(left, right, typesOf);
  if (isOpaque(left) || isOpaque(right)) return meetOpaque(left, right, typesOf);
  return meetPlain(left, right, typesOf);
}

/** The JSON types that values of a type can have. */
export function jsonTypesOf(type: Type, typesOf: TypesOfModel): ReadonlySet<JsonType> {
  switch (type.kind) {
    case "unknown":
      return new Set(jsonTypes);
    case "never":
      return new Set();
    case "reference":
      return typesOf(type.model);
    case "union":
      return new Set(type.members.flatMap((member) => [...jsonTypesOf(member, typesOf)]));
    case "intersection": {
      const [first = new Set<JsonType>(), ...others] = type.members.map((member) =>
        jsonTypesOf(member, typesOf),
      );
      return new Set([...first].filter((name) => others.every((other) => other.has(name))));
    }
    default: {
      const jsonType = jsonTypeOfMember(type);
      return new Set(jsonType === undefined ? [] : [jsonType]);
    }
  }
}

function meetUnion(left: Type, right: Type, typesOf: TypesOfModel): Type {
  const leftMembers = membersOf(left);
  const rightMembers = membersOf(right);
  // Two unions of models would multiply: TypeScript intersects them as well as we could.
  if (leftMembers.some(isOpaque) && rightMembers.some(isOpaque)) return intersection([left, right]);
  const [opaque, plain] = leftMembers.some(isOpaque)
    ? [leftMembers, rightMembers]
    : [rightMembers, leftMembers];
  return join(
    opaque.map((member) =>
      isOpaque(member)
        ? narrowOpaque(member, plain, typesOf)
        : join(plain.map((other) => meet(member, other, typesOf))),
    ),
  );
}

function meetOpaque(left: Type, right: Type, typesOf: TypesOfModel): Type {
  if (isOpaque(left) && isOpaque(right)) return intersection([left, right]);
  return isOpaque(left)
    ? narrowOpaque(left, [right], typesOf)
    : narrowOpaque(right, [left], typesOf);
}

/** A model, reduced to what a union of plain types allows of it. */
function narrowOpaque(opaque: Type, plain: readonly Type[], typesOf: TypesOfModel): Type {
  const possible = jsonTypesOf(opaque, typesOf);
  const relevant = plain.filter((type) => {
    const jsonType = jsonTypeOfMember(type);
    return jsonType !== undefined && possible.has(jsonType);
  });
  if (relevant.length === 0) return neverType;
  const allowed = new Set(relevant.map(keyOf));
  if ([...possible].every((type) => allowed.has(keyOf(top(type))))) return opaque;
  const narrowing = join(relevant);
  if (opaque.kind !== "intersection") return intersection([opaque, narrowing]);
  // Objects of one intersection are merged, so that it stays "a model and what is added to it".
  const merged: Type[] = [];
  let rest: Type = narrowing;
  for (const member of opaque.members) {
    if (isOpaque(member) || member.kind === "union") merged.push(member);
    else rest = meet(member, rest, typesOf);
  }
  return rest.kind === "never" ? neverType : intersection([...merged, rest]);
}

/** Two types that are neither unions nor models. */
function meetPlain(left: Type, right: Type, typesOf: TypesOfModel): Type {
  if (left.kind === "literal") return meetLiteral(left, right);
  if (right.kind === "literal") return meetLiteral(right, left);
  if (left.kind === "object" && right.kind === "object") return meetObjects(left, right, typesOf);
  if (isArrayLike(left) && isArrayLike(right)) return meetArrays(left, right, typesOf);
  // Equal primitives were found equal before.
  return neverType;
}

function meetLiteral(literal: Type & { kind: "literal" }, other: Type): Type {
  if (other.kind === "literal") return other.value === literal.value ? literal : neverType;
  return other.kind === "primitive" && other.name === typeof literal.value ? literal : neverType;
}

function meetObjects(left: ObjectType, right: ObjectType, typesOf: TypesOfModel): Type {
  const properties = new Map<string, PropertyType>();
  const rightProperties = new Map(right.properties.map((property) => [property.name, property]));
  for (const property of left.properties) {
    const other = rightProperties.get(property.name);
    rightProperties.delete(property.name);
    properties.set(
      property.name,
      other === undefined
        ? narrowProperty(property, right.index, typesOf)
        : meetProperties(property, other, typesOf),
    );
  }
  for (const property of rightProperties.values()) {
    properties.set(property.name, narrowProperty(property, left.index, typesOf));
  }
  const merged = [...properties.values()];
  if (merged.some(({ optional, type }) => !optional && type.kind === "never")) return neverType;
  const index =
    left.index === undefined
      ? right.index
      : right.index === undefined
        ? left.index
        : meet(left.index, right.index, typesOf);
  return { kind: "object", properties: merged, ...(index !== undefined && { index }) };
}

function meetProperties(
  left: PropertyType,
  right: PropertyType,
  typesOf: TypesOfModel,
): PropertyType {
  const documentedBy = left.documentedBy ?? right.documentedBy;
  return {
    name: left.name,
    optional: left.optional && right.optional,
    type: meet(left.type, right.type, typesOf),
    ...(documentedBy !== undefined && { documentedBy }),
  };
}

function narrowProperty(
  property: PropertyType,
  index: Type | undefined,
  typesOf: TypesOfModel,
): PropertyType {
  return index === undefined
    ? property
    : { ...property, type: meet(property.type, index, typesOf) };
}

type ArrayLike = (Type & { kind: "array" }) | TupleType;

function meetArrays(left: ArrayLike, right: ArrayLike, typesOf: TypesOfModel): Type {
  if (left.kind === "array" && right.kind === "array") {
    return { kind: "array", items: meet(left.items, right.items, typesOf) };
  }
  const [a, b] = [asTuple(left), asTuple(right)];
  const length = Math.max(a.items.length, b.items.length);
  return {
    kind: "tuple",
    items: Array.from({ length }, (_, index) =>
      meet(a.items[index] ?? a.rest, b.items[index] ?? b.rest, typesOf),
    ),
    required: Math.max(a.required, b.required),
    rest: meet(a.rest, b.rest, typesOf),
  };
}

function asTuple(type: ArrayLike): TupleType {
  return type.kind === "tuple" ? type : { kind: "tuple", items: [], required: 0, rest: type.items };
}

function intersection(types: readonly Type[]): Type {
  const members = new Map<string, Type>();
  for (const type of types.flatMap((type) =>
    type.kind === "intersection" ? type.members : [type],
  )) {
    members.set(keyOf(type), type);
  }
  const [only = neverType, ...others] = members.values();
  return others.length === 0 ? only : { kind: "intersection", members: [only, ...others] };
}

function membersOf(type: Type): readonly Type[] {
  return type.kind === "union" ? type.members : [type];
}

/** Whether a type hides behind a name, so that it cannot be merged with another. */
function isOpaque(type: Type): boolean {
  return type.kind === "reference" || type.kind === "intersection";
}

function isArrayLike(type: Type): type is ArrayLike {
  return type.kind === "array" || type.kind === "tuple";
}

function isNull(type: Type): boolean {
  return keyOf(type) === keyOf(nullType);
}

/** The one JSON type of a type that is neither a union nor a model. */
function jsonTypeOfMember(type: Type): JsonType | undefined {
  switch (type.kind) {
    case "primitive":
      return type.name;
    case "literal":
      return jsonTypes.find((name) => name === typeof type.value);
    case "array":
    case "tuple":
      return "array";
    case "object":
      return "object";
    default:
      return undefined;
  }
}

/** A text that is the same for equal types; what only documents a type is left out. */
function keyOf(type: Type): string {
  return JSON.stringify(type, (key, value: unknown) =>
    key === "documentedBy" ? undefined : value,
  );
}
