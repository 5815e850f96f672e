import type { SchemaId } from "../core/schema-id.js";

/** A TypeScript type, as far as schemas need it. */
export type Type =
  | { readonly kind: "unknown" }
  | { readonly kind: "never" }
  | { readonly kind: "primitive"; readonly name: "string" | "number" | "boolean" | "null" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "array"; readonly items: Type }
  | TupleType
  /** Any string or any number besides listed ones, which editors still suggest. */
  | { readonly kind: "other"; readonly name: OpenType }
  | ObjectType
  /** Anything but `null`, to remove that from a model. */
  | { readonly kind: "present" }
  /** A model, by name. */
  | { readonly kind: "reference"; readonly model: SchemaId }
  | { readonly kind: "union"; readonly members: readonly Type[] }
  | { readonly kind: "intersection"; readonly members: readonly Type[] };

/** The types whose known values are often listed without excluding others. */
export type OpenType = "string" | "number";

export function isOpenType(name: unknown): name is OpenType {
  return name === "string" || name === "number";
}

/** An array whose first items have types of their own, or whose length is bounded. */
export interface TupleType {
  readonly kind: "tuple";
  readonly items: readonly Type[];
  /** How many items are required; possibly more than have a type of their own. */
  readonly required: number;
  /** The greatest number of items, if `rest` leaves that open. */
  readonly most?: number;
  /** The type of further items; `never` if there are none. */
  readonly rest: Type;
}

export interface ObjectType {
  readonly kind: "object";
  readonly properties: readonly PropertyType[];
  /** The type of all other properties; left out if it is unspecified. */
  readonly index?: Type;
  /** The schemas that document the other properties. */
  readonly indexDocumentedBy?: readonly SchemaId[];
}

export interface PropertyType {
  readonly name: string;
  readonly optional: boolean;
  readonly type: Type;
  /** The schemas that document the property. */
  readonly documentedBy?: readonly SchemaId[];
}

export const unknownType: Type = { kind: "unknown" };
export const neverType: Type = { kind: "never" };
export const nullType: Type = { kind: "primitive", name: "null" };
export const presentType: Type = { kind: "present" };

export function arrayType(items: Type): Type {
  return { kind: "array", items };
}
