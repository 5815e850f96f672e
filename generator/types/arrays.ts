import { arrayType, neverType, type TupleType, type Type } from "./type.js";

/** An array of any length, or a tuple. */
export type ArrayLike = (Type & { readonly kind: "array" }) | TupleType;

export function isArrayLike(type: Type): type is ArrayLike {
  return type.kind === "array" || type.kind === "tuple";
}

/**
 * The type of arrays with these items, in its simplest form: an impossible item ends the array, and
 * makes it `never` if the item is required.
 */
export function tupleOf({ items, required, most = Infinity, rest }: Omit<TupleType, "kind">): Type {
  const impossible = items.findIndex(({ kind }) => kind === "never");
  const named = Math.min(impossible < 0 ? items.length : impossible, most);
  const isClosed = named < items.length || rest.kind === "never" || most <= named;
  if (required > (isClosed ? named : most)) return neverType;
  if (named === 0 && !isClosed && required === 0 && most === Infinity) return arrayType(rest);
  return {
    kind: "tuple",
    items: items.slice(0, named),
    required,
    rest: isClosed ? neverType : rest,
    ...(!isClosed && most < Infinity && { most }),
  };
}

/**
 * The intersection of two types of arrays.
 *
 * @param meet - Returns the intersection of the types of two items.
 */
export function meetArrays(
  left: ArrayLike,
  right: ArrayLike,
  meet: (left: Type, right: Type) => Type,
): Type {
  if (left.kind === "array" && right.kind === "array") {
    return arrayType(meet(left.items, right.items));
  }
  const [a, b] = [asTuple(left), asTuple(right)];
  const length = Math.max(a.items.length, b.items.length);
  return tupleOf({
    items: Array.from({ length }, (_, index) =>
      meet(a.items[index] ?? a.rest, b.items[index] ?? b.rest),
    ),
    required: Math.max(a.required, b.required),
    most: Math.min(a.most ?? Infinity, b.most ?? Infinity),
    rest: meet(a.rest, b.rest),
  });
}

function asTuple(type: ArrayLike): TupleType {
  return type.kind === "tuple" ? type : { kind: "tuple", items: [], required: 0, rest: type.items };
}
