/** A TypeScript type, as far as schemas need them. */
import type { SchemaId } from "../core/schema-id.js";
export type Type =
  | { readonly kind: "unknown" }
  | { readonly kind: "never" }
  | { readonly kind: "primitive"; readonly name: "string" | "number" | "boolean" | "null" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "array"; readonly items: Type }
  | TupleType
  /** Any string, beside some that are listed: an editor still suggests those. */
  | { readonly kind: "otherString" }
  | ObjectType
  /** Anything but `null`, to take that from a model. */
  | { readonly kind: "present" }
  /** A model, by name. */
  | { readonly kind: "reference"; readonly model: SchemaId }
  | { readonly kind: "union"; readonly members: readonly Type[] }
  | { readonly kind: "intersection"; readonly members: readonly Type[] };

/** An array whose first items have types of their own; those from `required` on may be missing. */
export interface TupleType {
  readonly kind: "tuple";
  readonly items: readonly Type[];
  readonly required: number;
  /** The type of further items; `never` where there are none. */
  readonly rest: Type;
}

export interface ObjectType {
  readonly kind: "object";
  readonly properties: readonly PropertyType[];
  /** The type of all other properties; left out where nothing is said about them. */
  readonly index?: Type;
}

export interface PropertyType {
  readonly name: string;
  readonly optional: boolean;
  readonly type: Type;
  /** The schema that documents the property. */
  readonly documentedBy?: SchemaId;
}

export const unknownType: Type = { kind: "unknown" };
export const neverType: Type = { kind: "never" };
export const nullType: Type = { kind: "primitive", name: "null" };
export const presentType: Type = { kind: "present" };
