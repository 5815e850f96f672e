import type { Member, TypeNode } from "../../code/nodes.js";
import { arrayOf, unknownType } from "../../code/type-nodes.js";
import type { Direction } from "../../core/direction.js";
import { ownMember } from "../../core/json.js";
import { below } from "../../core/place.js";
import { componentAt } from "../../openapi/components.js";
import type { Document } from "../../openapi/document.js";
import { membersOf, type Found } from "../../openapi/navigate.js";
import { property } from "./members.js";
import { componentType, type SchemaTypes } from "./schema-types.js";

/** The context for the types of the objects of a document. */
export interface ObjectContext {
  readonly document: Document;
  readonly schemas: SchemaTypes;
  /** The type of a Path Item Object, with the operations in it. */
  readonly pathItem: (found: Found) => TypeNode;
}

/** The type of an object: that of the component that a reference leads to, if it leads to one. */
export function typeOrComponent(
  found: Found,
  section: string,
  print: (found: Found) => TypeNode,
  { document }: ObjectContext,
): TypeNode {
  const { place, referredName } = found;
  const component = referredName === undefined ? undefined : componentAt(place, document);
  return component?.section === section ? componentType(section, component.name) : print(found);
}

/** The members of `content`: a type for each media type. */
export function contentMembers(
  around: Found,
  direction: Direction,
  context: ObjectContext,
): readonly Member[] {
  return membersOf(context.document, around, "content").map(([type, media]) =>
    property(type, mediaType(media, direction, context)),
  );
}

/**
 * The type of the value that a Media Type Object describes. It is written out instead of referring
 * to a component, because it differs by direction.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#media-type-object | OpenAPI 3.2, Media Type Object}
 */
export function mediaType(
  media: Found,
  direction: Direction | undefined,
  context: ObjectContext,
): TypeNode {
  const whole = schemaIn(media, "schema", direction, context);
  const item = schemaIn(media, "itemSchema", direction, context);
  const members = [...(whole ? [whole] : []), ...(item ? [arrayOf(item)] : [])];
  const [first = unknownType, ...others] = members;
  return others.length === 0 ? first : { kind: "intersection", members };
}

/** The type of the value of a parameter or a header, from its schema or its only media type. */
export function valueType(
  found: Found,
  direction: Direction,
  context: ObjectContext,
): TypeNode | undefined {
  const [content] = membersOf(context.document, found, "content");
  return (
    schemaIn(found, "schema", direction, context) ??
    (content && mediaType(content[1], direction, context))
  );
}

function schemaIn(
  { place, value }: Found,
  field: "schema" | "itemSchema",
  direction: Direction | undefined,
  { schemas }: ObjectContext,
): TypeNode | undefined {
  const isThere = ownMember(value, field) !== undefined;
  return isThere ? schemas.at(below(place, field), direction) : undefined;
}
