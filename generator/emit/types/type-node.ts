import type { SchemaId } from "../../core/schema-id.js";
import type { Docs, ExportedName, Member, TypeNode } from "../../code/nodes.js";
import { arrayOf, typeReference, undefinedType } from "../../code/type-nodes.js";
import { join } from "../../types/algebra.js";
import type { ObjectType, TupleType, Type } from "../../types/type.js";

/** What types as code need besides the types. */
export interface TypeContext {
  readonly nameOf: (model: SchemaId) => ExportedName;
  /** The doc comment of a schema that describes a property. */
  readonly propertyDocs: (schema: SchemaId) => Docs | undefined;
}

/** Any string, beside some that are known: editors suggest those. */
const otherString: TypeNode = {
  kind: "intersection",
  members: [
    { kind: "keyword", name: "string" },
    { kind: "keyword", name: "{}" },
  ],
};

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
    case "otherString":
      return otherString;
    case "literal":
      return { kind: "literal", value: type.value };
    case "array":
      return arrayOf(node(type.items));
    case "tuple":
      return tupleNode(type, node);
    case "object":
      return objectNode(type, context);
    case "reference":
      return typeReference(context.nameOf(type.model));
    case "union":
    case "intersection":
      return { kind: type.kind, members: type.members.map(node) };
  }
}

/** The members of an object type: its properties, and an index signature for any others. */
export function membersOf(type: ObjectType, context: TypeContext): readonly Member[] {
  const index = indexType(type);
  if (index === undefined) return propertiesOf(type, context);
  const node = typeNode(index, context);
  // It covers the properties; those that are optional may be undefined.
  const isOptional = index.kind !== "unknown" && type.properties.some(({ optional }) => optional);
  const covering: TypeNode = isOptional
    ? {
        kind: "union",
        members: [...(node.kind === "union" ? node.members : [node]), undefinedType],
      }
    : node;
  return [...propertiesOf(type, context), { kind: "index", type: covering }];
}

/** The properties of an object type, each with its doc comment. */
export function propertiesOf(type: ObjectType, context: TypeContext): readonly Member[] {
  return type.properties.map(({ name, optional, type: property, documentedBy }) => {
    const docs = documentedBy === undefined ? undefined : context.propertyDocs(documentedBy);
    return {
      kind: "property",
      name,
      ...(docs !== undefined && { docs }),
      optional,
      type: typeNode(property, context),
    };
  });
}

/**
 * The type of an index signature beside named properties, which it has to cover as well;
 * undefined where there is none.
 */
function indexType({ properties, index }: ObjectType): Type | undefined {
  if (properties.length === 0 && index === undefined) return { kind: "unknown" };
  if (index === undefined || index.kind === "never") return undefined;
  return join([index, ...properties.map(({ type }) => type)]);
}

function tupleNode({ items, required, rest }: TupleType, node: (type: Type) => TypeNode): TypeNode {
  return {
    kind: "tuple",
    items: items.map(node),
    required,
    rest: rest.kind === "never" ? undefined : node(rest),
  };
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
