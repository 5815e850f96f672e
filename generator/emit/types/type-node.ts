import type { SchemaId } from "../../core/schema-id.js";
import type { Docs, Member, TypeNode } from "../../code/nodes.js";
import { arrayOf, typeReference, undefinedType } from "../../code/type-nodes.js";
import type { ShapedTypes } from "../../types/shape.js";
import {
  isOpenType,
  type ObjectType,
  type OpenType,
  type TupleType,
  type Type,
} from "../../types/type.js";
import { writtenIndex, writtenIntersection, writtenTuple } from "../../types/written.js";

/** The context for printing types as code. */
export interface TypeContext {
  readonly types: ShapedTypes;
  /** The name by which a model is referred to. */
  readonly reference: (model: SchemaId) => TypeNode;
  /** The doc comment of a property that schemas describe. */
  readonly propertyDocs: (schemas: readonly SchemaId[]) => Docs | undefined;
  /** Whether a model lists values of a type. */
  readonly lists: (model: SchemaId, type: OpenType) => boolean;
}

/** Any string or number besides the known ones, which editors suggest. */
function otherNode(name: OpenType): TypeNode {
  return {
    kind: "intersection",
    members: [
      { kind: "keyword", name },
      { kind: "keyword", name: "{}" },
    ],
  };
}

/** A type as TypeScript code. */
export function typeNode(type: Type, context: TypeContext): TypeNode {
  const node = (inner: Type): TypeNode => typeNode(inner, context);
  switch (type.kind) {
    case "unknown":
    case "never":
      return { kind: "keyword", name: type.kind };
    case "present":
      return { kind: "keyword", name: "{}" };
    case "primitive":
      return { kind: "keyword", name: type.name };
    case "other":
      return otherNode(type.name);
    case "literal":
      return { kind: "literal", value: type.value };
    case "array":
      return arrayOf(node(type.items));
    case "tuple":
      return tupleNode(type, node);
    case "object":
      return objectNode(type, context);
    case "reference":
      return context.reference(type.model);
    case "union":
      return { kind: "union", members: openMembers(type.members, context).map(node) };
    case "intersection": {
      const members = writtenIntersection(type.members, context.types.breadth);
      const [only, ...others] = members;
      if (only !== undefined && others.length === 0) return node(only);
      return { kind: "intersection", members: members.map(node) };
    }
  }
}

/** The members of an object type: its properties, and an index signature for any others. */
export function membersOf(type: ObjectType, context: TypeContext): readonly Member[] {
  const index = writtenIndex(type);
  if (index === undefined) return propertiesOf(type, context);
  const node = typeNode(index.type, context);
  const covering: TypeNode = index.isOptional
    ? {
        kind: "union",
        members: [...(node.kind === "union" ? node.members : [node]), undefinedType],
      }
    : node;
  const docs = type.indexDocumentedBy && context.propertyDocs(type.indexDocumentedBy);
  return [
    ...propertiesOf(type, context),
    { kind: "index", ...(docs !== undefined && { docs }), type: covering },
  ];
}

/** The properties of an object type, each with its doc comment. */
export function propertiesOf(type: ObjectType, context: TypeContext): readonly Member[] {
  return type.properties.map(({ name, optional, type: property, documentedBy }) => {
    const docs = documentedBy && context.propertyDocs(documentedBy);
    return {
      kind: "property",
      name,
      ...(docs !== undefined && { docs }),
      optional,
      type: typeNode(property, context),
    };
  });
}

/** A tuple, or an array if TypeScript cannot express more. */
function tupleNode(type: TupleType, node: (type: Type) => TypeNode): TypeNode {
  const written = writtenTuple(type);
  if (written === undefined) return arrayOf(node(type.rest));
  const { items, required, rest } = written;
  return { kind: "tuple", items: items.map(node), required, rest: rest && node(rest) };
}

/**
 * The members of a union. A type that includes all listed values is written so that editors suggest
 * them.
 */
function openMembers(members: readonly Type[], context: TypeContext): readonly Type[] {
  const opened = members.flatMap((member): readonly Extract<Type, { kind: "other" }>[] => {
    const name = member.kind === "primitive" ? member.name : undefined;
    return isOpenType(name) &&
      members.some((other) => other.kind === "reference" && context.lists(other.model, name))
      ? [{ kind: "other", name }]
      : [];
  });
  if (opened.length === 0) return members;
  const isOpened = (name: string): boolean => opened.some((other) => other.name === name);
  const kept = members.filter((member) => member.kind !== "primitive" || !isOpened(member.name));
  const isNull = (type: Type): boolean => type.kind === "primitive" && type.name === "null";
  return [...kept.filter((type) => !isNull(type)), ...opened, ...kept.filter(isNull)];
}

function objectNode(type: ObjectType, context: TypeContext): TypeNode {
  const members = membersOf(type, context);
  return members.length === 0
    ? typeReference(
        "Record",
        { kind: "keyword", name: "string" },
        { kind: "keyword", name: "never" },
      )
    : { kind: "object", members };
}
