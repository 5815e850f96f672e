import { lookUp, withEntry, type PersistentMap } from "../core/persistent-map.js";
import type { SchemaId } from "../core/schema-id.js";
import { meet, type ModelTypes } from "../types/algebra.js";
import { documentedTogether } from "../types/documented.js";
import type { ObjectType, PropertyType, Type } from "../types/type.js";

/** What a model adds to another one that is an interface, so that it can extend that. */
export interface Extension {
  readonly base: SchemaId;
  readonly added: ObjectType;
}

/** All properties of a model that is an interface, with those it inherits. */
export interface Shape {
  /** By name; shared with the models that extend it. */
  readonly properties: PersistentMap<PropertyType>;
  readonly hasIndex: boolean;
}

/** The types of models, with their shapes. */
export interface ShapedTypes extends ModelTypes {
  /** Returns the shape of a model, or undefined if it is no interface. */
  readonly shape: (model: SchemaId) => Shape | undefined;
}

/** What a type adds to one model; undefined, if it is not just that. */
export function extensionOf(type: Type, types: ShapedTypes): Extension | undefined {
  const extension = writtenExtension(type);
  const inherited = extension && types.shape(extension.base);
  if (extension === undefined || inherited === undefined) return undefined;
  return extend(inherited, extension, types)?.extension;
}

/**
 * An intersection in which what is said of a property that models in it have as well includes what
 * these say: TypeScript takes `{ a?: A } & { a: unknown }` for `A | undefined`.
 */
export function withInherited(type: Type, types: ShapedTypes): Type {
  if (type.kind !== "intersection") return type;
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

/**
 * Prepares to find the shapes of models, each once.
 *
 * @param types The types of the models.
 * @param provisional How many types were asked for while they were being derived: what follows from
 *   such a type is not remembered.
 */
export function findShapes(
  types: ModelTypes,
  provisional: () => number,
): (model: SchemaId) => Shape | undefined {
  const known = new Map<SchemaId, Shape | undefined>();
  return (model) => {
    const before = provisional();
    const derived: (Extension & { readonly model: SchemaId })[] = [];
    const found = new Map<SchemaId, Shape | undefined>();
    let base = model;
    let extension: Extension | undefined;
    // Models extend each other as often as the document says, which may be too often for recursion.
    while (!known.has(base) && (extension = writtenExtension(types.get(base))) !== undefined) {
      derived.push({ model: base, ...extension });
      base = extension.base;
    }
    let shape = known.has(base) ? known.get(base) : shapeOfObject(types.get(base));
    found.set(base, shape);
    for (const extension of derived.reverse()) {
      shape = shape && extend(shape, extension, types)?.shape;
      found.set(extension.model, shape);
    }
    if (provisional() === before) for (const [id, each] of found) known.set(id, each);
    return shape;
  };
}

/** A model and what stands beside it, where a type is an intersection of just these. */
function writtenExtension(type: Type): Extension | undefined {
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
  return { properties: withProperties(undefined, properties), hasIndex: index !== undefined };
}

/** What an extension adds to a shape, and the shape with it; undefined, if it cannot extend that. */
function extend(
  inherited: Shape,
  { base, added }: Extension,
  types: ModelTypes,
): { readonly extension: Extension; readonly shape: Shape } | undefined {
  if (inherited.hasIndex || added.index !== undefined) return undefined;
  const properties = added.properties.flatMap((property): readonly PropertyType[] => {
    const other = lookUp(inherited.properties, property.name);
    return other === undefined ? [property] : redeclare(other, property, types);
  });
  return {
    extension: { base, added: { kind: "object", properties } },
    shape: { properties: withProperties(inherited.properties, properties), hasIndex: false },
  };
}

function withProperties(
  map: PersistentMap<PropertyType>,
  properties: readonly PropertyType[],
): PersistentMap<PropertyType> {
  return properties.reduce((all, property) => withEntry(all, property.name, property), map);
}

/** A property that narrows an inherited one; nothing, if it says no more than that one. */
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

/** A property that is declared again, with what documents the first declaration, too. */
function documented(property: PropertyType, inherited: PropertyType): PropertyType {
  const documentedBy = documentedTogether(property.documentedBy, inherited.documentedBy);
  return documentedBy === undefined ? property : { ...property, documentedBy };
}
