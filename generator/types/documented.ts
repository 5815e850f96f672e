import type { SchemaId } from "../core/schema-id.js";
import type { ObjectType, PropertyType, Type } from "./type.js";

type Documentation = readonly SchemaId[] | undefined;

/** How many schemas document one property: `allOf` may repeat it any number of times. */
const most = 8;

/** Joins the documentation of something that is described twice. */
export function documentedTogether(left: Documentation, right: Documentation): Documentation {
  if (left === undefined || right === undefined || left === right) return left ?? right;
  const added = right.filter((id) => !left.includes(id)).slice(0, most - left.length);
  return added.length === 0 ? left : [...left, ...added];
}

/**
 * Adds the documentation of an equal type to a type.
 *
 * @returns The same type, if that adds nothing.
 */
export function withDocsOf(type: Type, equal: Type): Type {
  if (type === equal) return type;
  if (type.kind === "array" && equal.kind === "array") {
    const items = withDocsOf(type.items, equal.items);
    return items === type.items ? type : { ...type, items };
  }
  if (type.kind === "tuple" && equal.kind === "tuple") {
    const items = allWithDocsOf(type.items, equal.items);
    const rest = withDocsOf(type.rest, equal.rest);
    return items === type.items && rest === type.rest ? type : { ...type, items, rest };
  }
  if (type.kind === "union" || type.kind === "intersection") {
    const members = equal.kind === type.kind ? allWithDocsOf(type.members, equal.members) : [];
    return equal.kind !== type.kind || members === type.members ? type : { ...type, members };
  }
  return type.kind === "object" && equal.kind === "object" ? objectWithDocsOf(type, equal) : type;
}

function allWithDocsOf(types: readonly Type[], equal: readonly Type[]): readonly Type[] {
  const all = types.map((type, index) => withDocsOf(type, equal[index] ?? type));
  return all.every((type, index) => type === types[index]) ? types : all;
}

function objectWithDocsOf(type: ObjectType, equal: ObjectType): ObjectType {
  const properties = type.properties.map((property, index) =>
    propertyWithDocsOf(property, equal.properties[index] ?? property),
  );
  const { index, indexDocumentedBy } = type;
  const documentedIndex = index && withDocsOf(index, equal.index ?? index);
  const documentedBy = documentedTogether(indexDocumentedBy, equal.indexDocumentedBy);
  const isSame =
    documentedIndex === index &&
    documentedBy === indexDocumentedBy &&
    properties.every((property, at) => property === type.properties[at]);
  return isSame
    ? type
    : {
        ...type,
        properties,
        ...(documentedIndex !== undefined && { index: documentedIndex }),
        ...(documentedBy !== undefined && { indexDocumentedBy: documentedBy }),
      };
}

function propertyWithDocsOf(property: PropertyType, equal: PropertyType): PropertyType {
  const type = withDocsOf(property.type, equal.type);
  const documentedBy = documentedTogether(property.documentedBy, equal.documentedBy);
  return type === property.type && documentedBy === property.documentedBy
    ? property
    : { ...property, type, ...(documentedBy !== undefined && { documentedBy }) };
}
