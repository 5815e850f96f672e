import type { ObjectType, Type } from "./type.js";

const keys = new WeakMap<Type, string>();

/** A text that is equal exactly for equal types; documentation is left out. */
export function keyOf(type: Type): string {
  switch (type.kind) {
    case "unknown":
    case "never":
    case "present":
      return type.kind;
    case "other":
      return `${type.kind} ${type.name}`;
    case "primitive":
      return type.name;
    case "literal":
      return JSON.stringify(type.value);
    case "reference":
      return `$${JSON.stringify(type.model)}`;
    default:
      return keyOfComposed(type);
  }
}

/** Whether two types have the same key. */
export function isSame(left: Type, right: Type): boolean {
  if (left === right) return true;
  if (left.kind !== right.kind) return false;
  // The keys of objects are long.
  const differ =
    left.kind === "object" &&
    right.kind === "object" &&
    left.properties.length !== right.properties.length;
  return !differ && keyOf(left) === keyOf(right);
}

type ComposedType = Extract<
  Type,
  { readonly kind: "array" | "tuple" | "object" | "union" | "intersection" }
>;

function keyOfComposed(type: ComposedType): string {
  const known = keys.get(type);
  if (known !== undefined) return known;
  const key = newKey(type);
  // While types are merged, they are compared over and over with all that is inside them.
  keys.set(type, key);
  return key;
}

function newKey(type: ComposedType): string {
  switch (type.kind) {
    case "array":
      return `[]${keyOf(type.items)}`;
    case "tuple":
      return `[${type.required}-${type.most ?? ""}${list([...type.items, type.rest])}]`;
    case "object":
      return objectKey(type);
    case "union":
      return `|${list(type.members)}`;
    case "intersection":
      return `&${list(type.members)}`;
  }
}

function list(types: readonly Type[]): string {
  return `(${types.map(keyOf).join()})`;
}

function objectKey({ properties, index }: ObjectType): string {
  const members = properties.map(
    ({ name, optional, type }) => `${JSON.stringify(name)}${optional ? "?" : ""}:${keyOf(type)}`,
  );
  return `{${members.join()}${index === undefined ? "" : `;${keyOf(index)}`}}`;
}
