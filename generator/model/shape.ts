import { lookUp, withEntry, type PersistentMap } from "../core/persistent-map.js";
import type { SchemaId } from "../core/schema-id.js";
import { meet, type ModelTypes } from "../types/algebra.js";
import { assignable } from "../types/assignable.js";
import { documentedTogether } from "../types/documented.js";
import type { Shape, ShapedTypes } from "../types/shape.js";
import { unknownType, type ObjectType, type PropertyType, type Type } from "../types/type.js";

/** The properties that a type adds to a model that is an interface. */
interface Addition {
  readonly base: SchemaId;
  readonly added: ObjectType;
}

/** The properties that a model adds to another one that is an interface, so that it can extend it. */
export interface Extension extends Addition {
  /** The properties of the base that it redeclares with types that `extends` does not allow. */
  readonly omitted: readonly string[];
}

/** Returns what a type adds to one model, or undefined if the type is anything else. */
export function extensionOf(type: Type, types: ShapedTypes): Extension | undefined {
  const addition = writtenAddition(type);
  const inherited = addition && types.shape(addition.base);
  if (addition === undefined || inherited === undefined) return undefined;
  const added = extend(inherited, addition, types)?.added;
  if (added === undefined) return undefined;
  const omitted = added.properties.filter((property) => {
    const other = lookUp(inherited.properties, property.name);
    return other !== undefined && !assignable(property.type, other.type, types);
  });
  // If a type has an index signature, `Omit` loses its named properties.
  if (omitted.length > 0 && inherited.others === "unknown") return undefined;
  return { base: addition.base, added, omitted: omitted.map(({ name }) => name) };
}

/**
 * Adds to the properties of an intersection the types that models in it give to them, because for
 * TypeScript, `a` is `A | undefined` in `{ a?: A } & { a: unknown }`.
 */
export function withInherited(type: Type, types: ShapedTypes): Type {
  // Shapes are found only when needed: little is known of models that contain this one.
  if (type.kind !== "intersection" || !type.members.some(requires)) return type;
  const shapes = type.members.flatMap((member) => {
    const shape = member.kind === "reference" ? types.shape(member.model) : undefined;
    return shape === undefined ? [] : [shape];
  });
  const members = type.members.map((member): Type => {
    if (member.kind !== "object") return member;
    const properties = member.properties.map((property) => {
      if (property.optional) return property;
      const inherited = shapes.flatMap(({ properties }) => lookUp(properties, property.name) ?? []);
      return inherited.reduce(
        (merged, other) =>
          documented({ ...merged, type: meet(merged.type, other.type, types) }, other),
        property,
      );
    });
    return { ...member, properties };
  });
  return { kind: "intersection", members };
}

function requires(type: Type): boolean {
  return type.kind === "object" && type.properties.some(({ optional }) => !optional);
}

/**
 * Returns a function that finds the shape of a model, once for each.
 *
 * @param types The types of the models.
 * @param provisional How many types were requested while they were being derived: results that
 *   depend on such a type are not remembered.
 */
export function findShapes(
  types: ModelTypes,
  provisional: () => number,
): (model: SchemaId) => Shape | undefined {
  const known = new Map<SchemaId, Shape | undefined>();
  return (model) => {
    const before = provisional();
    const derived: (Addition & { readonly model: SchemaId })[] = [];
    const found = new Map<SchemaId, Shape | undefined>();
    let base = model;
    let addition: Addition | undefined;
    // Chains of models that extend each other may be too long for recursion.
    while (!known.has(base) && (addition = writtenAddition(types.get(base))) !== undefined) {
      derived.push({ model: base, ...addition });
      base = addition.base;
    }
    let shape = known.has(base) ? known.get(base) : shapeOfObject(types.get(base));
    found.set(base, shape);
    for (const addition of derived.reverse()) {
      shape = shape && extend(shape, addition, types)?.shape;
      found.set(addition.model, shape);
    }
    if (provisional() === before) for (const [id, each] of found) known.set(id, each);
    return shape;
  };
}

/** Returns the model and the added object, if a type is an intersection of just these. */
function writtenAddition(type: Type): Addition | undefined {
  if (type.kind !== "intersection" || type.members.length !== 2) return undefined;
  const base = type.members.find(({ kind }) => kind !== "object");
  const added = type.members.find(({ kind }) => kind === "object");
  return base?.kind === "reference" && added?.kind === "object"
    ? { base: base.model, added }
    : undefined;
}

function shapeOfObject(type: Type): Shape | undefined {
  if (type.kind !== "object") return undefined;
  const { properties, index } = type;
  // An object type without properties allows any.
  const declared = index ?? (properties.length === 0 ? unknownType : undefined);
  const others =
    declared === undefined ? "undeclared" : declared.kind === "unknown" ? "unknown" : "typed";
  return { properties: withProperties(undefined, properties), others };
}

/**
 * Returns what is left to add to a shape, and the extended shape, or undefined if it cannot be
 * extended.
 */
function extend(
  inherited: Shape,
  { added }: Addition,
  types: ModelTypes,
): { readonly added: ObjectType; readonly shape: Shape } | undefined {
  // Added properties would have to fit the index signature.
  if (inherited.others === "typed" || added.index !== undefined) return undefined;
  const properties = added.properties.flatMap((property): readonly PropertyType[] => {
    const other = lookUp(inherited.properties, property.name);
    return other === undefined ? [property] : redeclare(other, property, types);
  });
  return {
    added: { kind: "object", properties },
    shape: {
      properties: withProperties(inherited.properties, properties),
      others: inherited.others,
    },
  };
}

function withProperties(
  map: PersistentMap<PropertyType>,
  properties: readonly PropertyType[],
): PersistentMap<PropertyType> {
  return properties.reduce((all, property) => withEntry(all, property.name, property), map);
}

/** Returns a property that narrows an inherited one, or nothing if it adds nothing to that one. */
function redeclare(
  inherited: PropertyType,
  property: PropertyType,
  types: ModelTypes,
): readonly PropertyType[] {
  const type = meet(inherited.type, property.type, types);
  const optional = inherited.optional && property.optional;
  const isSame = type === inherited.type && optional === inherited.optional;
  return isSame && property.documentedBy === undefined
    ? []
    : [documented({ ...property, type, optional }, inherited)];
}

/** A redeclared property, with the documentation of the first declaration too. */
function documented(property: PropertyType, inherited: PropertyType): PropertyType {
  const documentedBy = documentedTogether(property.documentedBy, inherited.documentedBy);
  return documentedBy === undefined ? property : { ...property, documentedBy };
}
