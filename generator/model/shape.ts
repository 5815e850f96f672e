import type { SchemaId } from "../core/schema-id.js";
import { meet, type ModelTypes } from "../types/algebra.js";
import type { ObjectType, PropertyType, Type } from "../types/type.js";

/** What a model adds to another one that is an interface, so that it can extend that. */
export interface Extension {
  readonly base: SchemaId;
  readonly added: ObjectType;
}

/** What a type adds to one model; undefined, if it is not just that. */
export function extensionOf(type: Type, types: ModelTypes): Extension | undefined {
  if (type.kind !== "intersection") return undefined;
  const [base, added, ...others] = [...type.members].sort(
    (left, right) => Number(left.kind === "object") - Number(right.kind === "object"),
  );
  if (base?.kind !== "reference" || added?.kind !== "object" || others.length > 0) return undefined;
  const inherited = shapeOf(base.model, types);
  if (inherited === undefined || inherited.index !== undefined || added.index !== undefined) {
    return undefined;
  }
  const known = new Map(inherited.properties.map((property) => [property.name, property]));
  const properties = added.properties.flatMap((property): readonly PropertyType[] => {
    const other = known.get(property.name);
    return other === undefined ? [property] : redeclare(other, property, types);
  });
  return { base: base.model, added: { kind: "object", properties } };
}

/**
 * An intersection in which what is said of a property that models in it have as well includes what
 * these say: TypeScript takes `{ a?: A } & { a: unknown }` for `A | undefined`.
 */
export function withInherited(type: Type, types: ModelTypes): Type {
  if (type.kind !== "intersection") return type;
  const shapes = type.members.flatMap((member) => {
    const shape = member.kind === "reference" ? shapeOf(member.model, types) : undefined;
    return shape === undefined ? [] : [shape];
  });
  const members = type.members.map((member): Type => {
    if (member.kind !== "object") return member;
    const properties = member.properties.map((property) => {
      if (property.optional) return property;
      const inherited = shapes.flatMap(({ properties }) =>
        properties.filter(({ name }) => name === property.name),
      );
      return inherited.reduce(
        (merged, other) => ({ ...merged, type: meet(merged.type, other.type, types) }),
        property,
      );
    });
    return { ...member, properties };
  });
  return { kind: "intersection", members };
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
  return isSame && property.documentedBy === undefined ? [] : [{ ...property, type, optional }];
}

/** All properties of a model that is an interface, with those it inherits. */
function shapeOf(model: SchemaId, types: ModelTypes): ObjectType | undefined {
  const type = types.get(model);
  if (type.kind === "object") return type;
  const extension = extensionOf(type, types);
  const inherited = extension && shapeOf(extension.base, types);
  if (extension === undefined || inherited === undefined) return undefined;
  const own = new Set(extension.added.properties.map(({ name }) => name));
  return {
    kind: "object",
    properties: [
      ...inherited.properties.filter(({ name }) => !own.has(name)),
      ...extension.added.properties,
    ],
  };
}
