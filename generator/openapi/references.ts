import { isJsonObject, ownMember, type Json } from "../core/json.js";
import { childOf, joinPointer, parsePointer } from "../core/pointer.js";
import { isPublished } from "./dialects.js";
import {
  isFieldOf,
  referenceFieldsOf,
  type Held,
  type ObjectKind,
  type ReferenceField,
} from "./objects.js";
import { referenceOf, type Node } from "./walk.js";

/** A reference of a node itself, not of a node inside it. */
export interface Reference {
  /** The URI reference, as it is written. */
  readonly text: string;
  /** The kind of its target. */
  readonly target: Held;
}

/**
 * Returns the references of a node: `$ref`, the fields that are references by the table, and the values of a
 * `mapping` that are not names of components. Published dialects are left out.
 */
export function referencesOf(node: Node): readonly Reference[] {
  const { kind, form, value } = node;
  if (!isJsonObject(value)) return [];
  if (form !== "one" || !isFieldOf(kind, "$ref")) {
    const text = referenceOf(node);
    if (text !== undefined) return [{ text, target: { kind, form } }];
  }
  const references: Reference[] = [];
  if (form !== "one") return references;
  for (const field of referenceFieldsOf(kind)) {
    const member = ownMember(value, field.name);
    if (member === undefined) continue;
    for (const text of textsOf(field, member)) {
      if (!isReference(kind, field.name, text)) continue;
      references.push({ text, target: { kind: field.kind, form: "one" } });
    }
  }
  return references;
}

/** The most references that one JSON pointer may pass. */
export const maxDetours = 50;

/** A reference that a JSON pointer passes, with the rest of the pointer. */
export interface Detour {
  /** The pointer of the object that is a reference. */
  readonly at: string;
  readonly reference: string;
  /** The rest of the pointer, to resolve at the target of the reference. */
  readonly rest: string;
}

/**
 * Returns the reference that a JSON pointer passes, if it cannot be resolved in the file. Other tools resolve
 * the rest of the pointer at the target of the reference.
 */
export function detourOf(file: Json, pointer: string): Detour | undefined {
  const tokens = parsePointer(pointer);
  let value: Json = file;
  for (const [index, token] of tokens.entries()) {
    const next: Json | undefined = childOf(value, token);
    if (next !== undefined) {
      value = next;
      continue;
    }
    const reference = referenceOf({ value });
    if (reference === undefined) return undefined;
    const at = joinPointer("", ...tokens.slice(0, index));
    return { at, reference, rest: joinPointer("", ...tokens.slice(index)) };
  }
  return undefined;
}

/** Returns the references of a field. */
function textsOf({ form }: ReferenceField, member: Json): readonly string[] {
  if (form === "one") return typeof member === "string" ? [member] : [];
  return isJsonObject(member)
    ? Object.values(member).filter((text) => typeof text === "string")
    : [];
}

function isReference(kind: ObjectKind, name: string, text: string): boolean {
  if (name === "$schema" || name === "jsonSchemaDialect") return !isPublished(text);
  return kind !== "Discriminator" || looksLikeReference(text);
}

/**
 * Returns whether a value of `mapping` is a URI reference, and not the name of a component.
 *
 * @see {@link https://spec.openapis.org/oas/v3.1.1.html#discriminator-object | OpenAPI 3.1, Discriminator Object}
 */
export function looksLikeReference(text: string): boolean {
  return text.includes("/") || /\.(?:json|ya?ml)(?:#|$)/i.test(text);
}
