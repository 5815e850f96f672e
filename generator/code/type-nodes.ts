import type { ExportedName, TypeNode, TypeReference } from "./nodes.js";

export const unknownType: TypeNode = { kind: "keyword", name: "unknown" };
export const neverType: TypeNode = { kind: "keyword", name: "never" };
export const voidType: TypeNode = { kind: "keyword", name: "void" };
export const stringType: TypeNode = { kind: "keyword", name: "string" };
export const numberType: TypeNode = { kind: "keyword", name: "number" };
export const booleanType: TypeNode = { kind: "keyword", name: "boolean" };
export const undefinedType: TypeNode = { kind: "keyword", name: "undefined" };

/** A type by its name, with its type arguments. */
export function typeReference(
  name: ExportedName | string,
  ...args: readonly TypeNode[]
): TypeReference {
  return { kind: "reference", name, args };
}

export function arrayOf(items: TypeNode): TypeNode {
  return { kind: "array", items };
}
