import { lookUp, withEntry, type PersistentMap } from "../core/persistent-map.js";
import type { SchemaId } from "../core/schema-id.js";
import { meet, type ModelTypes } from "../types/algebra.js";
import { assignable } from "../types/assignable.js";
import { documentedTogether } from "../types/documented.js";
import type { Shape, ShapedTypes } from "../types/shape.js";
import { unknownType, type ObjectType, type PropertyType, type Type } from "../types/type.js";

/** What a type adds to a model that is an interface. */
interface Addition {
  readonly base: SchemaId;
  readonly added: ObjectType;
}

/** What a model adds to another one that is an interface, so that it can extend that. */
export interface Extension extends Addition {
  /** The properties of the base that it declares again with types that TypeScript does not take there. */
  readonly omitted: readonly string[];
}

/** What a type adds to one model; undefined, if it is not just that. */
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
  // Of a type that declares any property, `Omit` leaves none of those that it names.
  if (omitted.length > 0 && inherited.others === "unknown") return undefined;
  return { base: addition.base, added, omitted: omitted.map(({ name }) => name) };
}

/**
 * An intersection in which what is said of a property that models in it have as well includes what
 * these say: TypeScript takes `{ a?: A } & { a: unknown }` for `A | undefined`.
 */
export function withInherited(type: Type, types: ShapedTypes): Type {
  // Shapes are asked for only where they are needed: of models that contain this one, little is known.
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
    const derived: (Addition & { readonly model: SchemaId })[] = [];
    const found = new Map<SchemaId, Shape | undefined>();
    let base = model;
    let addition: Addition | undefined;
    // Models extend each other as often as the document says, which may be too often for recursion.
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

/** A model and what stands beside it, where a type is an intersection of just these. */
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
  // Where nothing is said of properties, any are declared.
  const declared = index ?? (properties.length === 0 ? unknownType : undefined);
  const others =
    declared === undefined ? "undeclared" : declared.kind === "unknown" ? "unknown" : "typed";
  return { properties: withProperties(undefined, properties), others };
}

/** What is left to add to a shape, and the shape with it; undefined, if it cannot be extended so. */
function extend(
  inherited: Shape,
  { added }: Addition,
  types: ModelTypes,
): { readonly added: ObjectType; readonly shape: Shape } | undefined {
  // What is added would have to fit the type of others.
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
