import type { SchemaId } from "../core/schema-id.js";
import { type JsonType, jsonTypes } from "../core/json-type.js";
import { isArrayLike, meetArrays } from "./arrays.js";
import { documentedTogether, withDocsOf } from "./documented.js";
import { isSame, keyOf } from "./type-key.js";
import {
  isOpenType,
  neverType,
  nullType,
  presentType,
  unknownType,
  type ObjectType,
  type PropertyType,
  type Type,
} from "./type.js";

/** The types of the models of a document, which {@link meet} uses to narrow a reference. */
export interface ModelTypes {
  /** The type of a model. */
  readonly get: (model: SchemaId) => Type;
  /** The JSON types that the values of a model can have. */
  readonly jsonTypes: (model: SchemaId) => ReadonlySet<JsonType>;
}

/** The type of every value that has a JSON type. */
export function top(type: JsonType): Type {
  return tops[type];
}

const tops: Readonly<Record<JsonType, Type>> = {
  string: { kind: "primitive", name: "string" },
  number: { kind: "primitive", name: "number" },
  boolean: { kind: "primitive", name: "boolean" },
  array: { kind: "array", items: unknownType },
  object: { kind: "object", properties: [] },
  null: nullType,
};

/**
 * The type that a keyword for one JSON type implies: values of that type are narrowed, all others
 * pass.
 */
export function onlyFor(type: JsonType, narrowed: Type): Type {
  if (narrowed.kind === "object" || narrowed.kind === "tuple") {
    // This needs no join: it is the only type of its kind, and no other covers it.
    if (isSame(narrowed, top(type))) return unknownType;
    const members = jsonTypes.map((other) => (other === type ? narrowed : top(other)));
    return { kind: "union", members };
  }
  return join(jsonTypes.map((other) => (other === type ? narrowed : top(other))));
}

/**
 * The union of types: flat, without duplicates and without members that another one covers,
 * `null` last.
 */
export function join(types: readonly Type[]): Type {
  const possible = types.filter(({ kind }) => kind !== "never");
  const [first = neverType] = possible;
  // Most unions have one type left, or none.
  if (possible.length <= 1 && first.kind !== "union") return first;
  const members = new Map<string, Type>();
  for (const type of possible.flatMap((type) => (type.kind === "union" ? type.members : [type]))) {
    if (type.kind === "unknown") return unknownType;
    if (type.kind === "never") continue;
    const key = keyOf(type);
    const known = members.get(key);
    members.set(key, known === undefined ? type : withDocsOf(known, type));
  }
  if (members.has("true") && members.has("false")) members.set("boolean", top("boolean"));
  const whole = new Set(jsonTypes.filter((type) => members.has(keyOf(top(type)))));
  if (whole.size === jsonTypes.length) return unknownType;
  const kept = [...members.values()].filter((type) => {
    const jsonType = jsonTypeOfMember(type);
    return jsonType === undefined || !whole.has(jsonType) || isSame(top(jsonType), type);
  });
  const ordered = [...kept.filter((type) => !isNull(type)), ...kept.filter(isNull)];
  const [only] = ordered;
  if (only === undefined) return neverType;
  return ordered.length === 1 ? only : { kind: "union", members: ordered };
}

/**
 * The union of types, some of which are listed values: these are kept beside a type that includes
 * them all, so that editors suggest them.
 */
export function joinOptions(types: readonly Type[]): Type {
  const members = types.flatMap(membersOf);
  const listed = new Set(
    members.flatMap((type) => (type.kind === "literal" ? [typeof type.value] : [])),
  );
  const kept = members.map((type): Type =>
    type.kind === "primitive" && isOpenType(type.name) && listed.has(type.name)
      ? { kind: "other", name: type.name }
      : type,
  );
  const [others, first] = [true, false].map((isOther) =>
    kept.filter(({ kind }) => (kind === "other") === isOther),
  );
  return join([...(first ?? []), ...(others ?? [])]);
}

/**
 * The intersection of two types, simplified if the result is the same type: unions are reduced to
 * what both sides allow, objects are merged property by property.
 */
export function meet(left: Type, right: Type, models: ModelTypes): Type {
  if (left.kind === "unknown") return right;
  if (right.kind === "unknown") return left;
  if (left.kind === "never" || right.kind === "never") return neverType;
  if (isSame(left, right)) return withDocsOf(left, right);
  if (left.kind === "union" || right.kind === "union") return meetUnion(left, right, models);
  if (isOpaque(left) || isOpaque(right)) return meetOpaque(left, right, models);
  return meetPlain(left, right, models);
}

/** The intersection of several types, with the same result as from left to right. */
export function meetAll(types: readonly Type[], models: ModelTypes): Type {
  let met = unknownType;
  for (let index = 0; index < types.length;) {
    // Most keywords imply no type.
    if (types[index]?.kind === "unknown") {
      index += 1;
      continue;
    }
    const run = runFrom(types, index);
    met = meetRun(met, run, models);
    index += run.length;
  }
  return met;
}

/** The types from an index on that can be intersected at once: models, or objects with members. */
function runFrom(types: readonly Type[], start: number): readonly Type[] {
  const kind = runKind(types[start]);
  if (kind === undefined) return types.slice(start, start + 1);
  const end = types.findIndex((type, index) => index > start && runKind(type) !== kind);
  return types.slice(start, end < 0 ? types.length : end);
}

function runKind(type: Type | undefined): "reference" | "object" | undefined {
  if (type?.kind === "reference") return "reference";
  return type?.kind === "object" && !isSame(type, top("object")) ? "object" : undefined;
}

function meetRun(met: Type, run: readonly Type[], models: ModelTypes): Type {
  const [first = unknownType, ...others] = run;
  if (others.length === 0) return meet(met, first, models);
  if (met.kind === "union") return run.reduce((left, right) => meet(left, right, models), met);
  if (first.kind === "object") {
    // Beside models, the last type is put first.
    const ordered = isOpaque(met) ? [...run].reverse() : run;
    return meet(met, meetHalves(ordered, models), models);
  }
  const start = meet(met, first, models);
  return isOpaque(start)
    ? intersection([start, ...others])
    : others.reduce((left, right) => meet(left, right, models), start);
}

/**
 * The intersection of types, by halves: one by one, the members of the first would be visited each
 * time.
 */
function meetHalves(types: readonly Type[], models: ModelTypes): Type {
  const [first = unknownType] = types;
  if (types.length <= 1) return first;
  const middle = types.length >> 1;
  return meet(
    meetHalves(types.slice(0, middle), models),
    meetHalves(types.slice(middle), models),
    models,
  );
}

/** The JSON types that values of a type can have. */
export function jsonTypesOf(type: Type, models: ModelTypes): ReadonlySet<JsonType> {
  switch (type.kind) {
    case "unknown":
      return new Set(jsonTypes);
    case "present":
      return new Set(jsonTypes.filter((name) => name !== "null"));
    case "never":
      return new Set();
    case "reference":
      return models.jsonTypes(type.model);
    case "union":
      return new Set(type.members.flatMap((member) => [...jsonTypesOf(member, models)]));
    case "intersection": {
      const [first = new Set<JsonType>(), ...others] = type.members.map((member) =>
        jsonTypesOf(member, models),
      );
      return new Set([...first].filter((name) => others.every((other) => other.has(name))));
    }
    default: {
      const jsonType = jsonTypeOfMember(type);
      return new Set(jsonType === undefined ? [] : [jsonType]);
    }
  }
}

function meetUnion(left: Type, right: Type, models: ModelTypes): Type {
  const leftMembers = membersOf(left);
  const rightMembers = membersOf(right);
  // Intersecting two unions of models would multiply their members: TypeScript can do that itself.
  if (leftMembers.some(isOpaque) && rightMembers.some(isOpaque)) return intersection([left, right]);
  const [opaque, plain] = leftMembers.some(isOpaque)
    ? [leftMembers, rightMembers]
    : [rightMembers, leftMembers];
  return join(
    opaque.map((member) =>
      isOpaque(member)
        ? narrowOpaque(member, plain, models)
        : join(
            plain
              .filter((other) => shareJsonType(member, other))
              .map((other) => meet(member, other, models)),
          ),
    ),
  );
}

/** Whether two types may have a value in common: plain types of different JSON types have none. */
function shareJsonType(left: Type, right: Type): boolean {
  const own = jsonTypeOfMember(left);
  const other = jsonTypeOfMember(right);
  return own === undefined || other === undefined || own === other;
}

function meetOpaque(left: Type, right: Type, models: ModelTypes): Type {
  if (isOpaque(left) && isOpaque(right)) return intersection([left, right]);
  return isOpaque(left) ? narrowOpaque(left, [right], models) : narrowOpaque(right, [left], models);
}

/** A model, reduced to what a union of plain types allows of it. */
function narrowOpaque(opaque: Type, plain: readonly Type[], models: ModelTypes): Type {
  const possible = jsonTypesOf(opaque, models);
  const relevant = plain.filter((type) => {
    const jsonType = jsonTypeOfMember(type);
    return jsonType !== undefined && possible.has(jsonType);
  });
  if (relevant.length === 0) return neverType;
  const allowed = new Set(
    relevant.map((type) => keyOf(type.kind === "other" ? top(type.name) : type)),
  );
  const excluded = [...possible].filter((type) => !allowed.has(keyOf(top(type))));
  if (excluded.length === 0) return opaque;
  if (excluded.includes("null") && !allowed.has(keyOf(nullType))) {
    const present = withoutNull(opaque, models);
    if (excluded.length === 1) return present;
    // A model that also accepts null refers to another model, which can be narrowed further.
    if (present.kind === "reference") return narrowOpaque(present, plain, models);
  }
  const narrowing = join(relevant);
  if (opaque.kind !== "intersection") return intersection([opaque, narrowing]);
  // Types that are not models are merged, so that an intersection remains models plus additions.
  const references = opaque.members.filter(isOpaque);
  const rest = opaque.members
    .filter((member) => !isOpaque(member))
    .reduce((left, right) => meet(left, right, models), narrowing);
  return rest.kind === "never" ? neverType : intersection([...references, rest]);
}

/** Removes `null` from a model: returns the remaining models, if it is a union of models. */
function withoutNull(opaque: Type, models: ModelTypes): Type {
  const type = opaque.kind === "reference" ? models.get(opaque.model) : opaque;
  const left = membersOf(type).filter((member) => !isNull(member));
  return type.kind === "union" && left.every((member) => member.kind === "reference")
    ? join(left)
    : intersection([opaque, presentType]);
}

/** Two types that are neither unions nor models. */
function meetPlain(left: Type, right: Type, models: ModelTypes): Type {
  if (left.kind === "other") return meetOther(left, right);
  if (right.kind === "other") return meetOther(right, left);
  if (left.kind === "literal") return meetLiteral(left, right);
  if (right.kind === "literal") return meetLiteral(right, left);
  if (left.kind === "object" && right.kind === "object") return meetObjects(left, right, models);
  if (isArrayLike(left) && isArrayLike(right)) {
    return meetArrays(left, right, (item, other) => meet(item, other, models));
  }
  // Equal primitives were handled before.
  return neverType;
}

function meetOther(other: Type & { kind: "other" }, type: Type): Type {
  if (type.kind === "literal") return typeof type.value === other.name ? type : neverType;
  return type.kind === "primitive" && type.name === other.name ? other : neverType;
}

function meetLiteral(literal: Type & { kind: "literal" }, other: Type): Type {
  if (other.kind === "literal") return other.value === literal.value ? literal : neverType;
  return other.kind === "primitive" && other.name === typeof literal.value ? literal : neverType;
}

function meetObjects(left: ObjectType, right: ObjectType, models: ModelTypes): Type {
  const properties = new Map<string, PropertyType>();
  const rightProperties = new Map(right.properties.map((property) => [property.name, property]));
  for (const property of left.properties) {
    const other = rightProperties.get(property.name);
    rightProperties.delete(property.name);
    properties.set(
      property.name,
      other === undefined
        ? narrowProperty(property, right.index, models)
        : meetProperties(property, other, models),
    );
  }
  for (const property of rightProperties.values()) {
    properties.set(property.name, narrowProperty(property, left.index, models));
  }
  const merged = [...properties.values()];
  if (merged.some(({ optional, type }) => !optional && type.kind === "never")) return neverType;
  const index =
    left.index === undefined
      ? right.index
      : right.index === undefined
        ? left.index
        : meet(left.index, right.index, models);
  const indexDocumentedBy = documentedTogether(left.indexDocumentedBy, right.indexDocumentedBy);
  return {
    kind: "object",
    properties: merged,
    ...(index !== undefined && { index }),
    ...(indexDocumentedBy !== undefined && { indexDocumentedBy }),
  };
}

function meetProperties(left: PropertyType, right: PropertyType, models: ModelTypes): PropertyType {
  const documentedBy = documentedTogether(left.documentedBy, right.documentedBy);
  return {
    name: left.name,
    optional: left.optional && right.optional,
    type: meet(left.type, right.type, models),
    ...(documentedBy !== undefined && { documentedBy }),
  };
}

function narrowProperty(
  property: PropertyType,
  index: Type | undefined,
  models: ModelTypes,
): PropertyType {
  return index === undefined ? property : { ...property, type: meet(property.type, index, models) };
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

/** Whether a type contains a name, so that it cannot be merged with another type. */
function isOpaque(type: Type): boolean {
  return type.kind === "reference" || type.kind === "intersection" || type.kind === "present";
}

function isNull(type: Type): boolean {
  return type.kind === "primitive" && type.name === "null";
}

/** The one JSON type of a type that is neither a union nor a model. */
function jsonTypeOfMember(type: Type): JsonType | undefined {
  switch (type.kind) {
    case "primitive":
      return type.name;
    case "literal":
      return jsonTypes.find((name) => name === typeof type.value);
    case "other":
      return type.name;
    case "array":
    case "tuple":
      return "array";
    case "object":
      return "object";
    default:
      return undefined;
  }
}
