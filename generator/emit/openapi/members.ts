import type { Docs, Member, TypeNode } from "../../code/nodes.js";
import { neverType } from "../../code/type-nodes.js";
import { ownMember } from "../../core/json.js";
import type { Found } from "../../openapi/navigate.js";

/** A property; its doc comment is that of an object of the document. */
export function property(
  name: string | number,
  type: TypeNode,
  { optional = false, of }: { readonly optional?: boolean; readonly of?: Found } = {},
): Member {
  const docs = of && docsOfObject(of);
  return { kind: "property", name, ...(docs !== undefined && { docs }), optional, type };
}

/** A property that is always missing, but may be read. */
export function absent(name: string): Member {
  return property(name, neverType, { optional: true });
}

/** An object type, or `never` if it has no members. */
export function objectOrNever(members: readonly Member[]): TypeNode {
  return members.length === 0 ? neverType : { kind: "object", members };
}

/** The doc comment of an object of the document. */
function docsOfObject({ value }: Found): Docs | undefined {
  const texts = ["summary", "description"].flatMap((name) => {
    const text = ownMember(value, name);
    return typeof text === "string" ? [text.trim()] : [];
  });
  const text = [...new Set(texts)].filter((one) => one !== "").join("\n\n");
  const isDeprecated = ownMember(value, "deprecated") === true;
  if (text === "" && !isDeprecated) return undefined;
  return { text, tags: isDeprecated ? [{ name: "deprecated", text: "" }] : [] };
}
