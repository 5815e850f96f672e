import type { SchemaId } from "../core/schema-id.js";
import { join } from "./algebra.js";
import type { ObjectType, TupleType, Type } from "./type.js";

/** The index signature of an object type, as it is written. */
export interface WrittenIndex {
  readonly type: Type;
  /** Whether `undefined` is added to its type. */
  readonly isOptional: boolean;
}

/**
 * The index signature of an object type: it must also cover the named properties, and those that
 * are optional may be undefined.
 *
 * @returns undefined, if there is none.
 */
export function writtenIndex({ properties, index }: ObjectType): WrittenIndex | undefined {
  if (properties.length === 0 && index === undefined) {
    return { type: { kind: "unknown" }, isOptional: false };
  }
  if (index === undefined || index.kind === "never") return undefined;
  const type = join([index, ...properties.map((property) => property.type)]);
  const isOptional = type.kind !== "unknown" && properties.some(({ optional }) => optional);
  return { type, isOptional };
}

/** The items of a tuple, as they are written. */
export interface WrittenTuple {
  readonly items: readonly Type[];
  /** How many of the items are required. */
  readonly required: number;
  /** The type of further items; undefined, if there are none. */
  readonly rest: Type | undefined;
}

/** How many items without a type of their own a tuple shows. */
const mostShown = 8;

/**
 * The items of a tuple that are written out. Required items are written out; if there are many,
 * only the first one. Optional items are written out if any have a type of their own.
 *
 * @returns undefined, if there are none: then the tuple is written as an array.
 */
export function writtenTuple({
  items,
  required,
  most = Infinity,
  rest,
}: TupleType): WrittenTuple | undefined {
  if (items.length === 0 && required === 0 && rest.kind !== "never") return undefined;
  const least = required <= mostShown ? required : 1;
  const isShort = items.length > 0 && most <= mostShown;
  const length = Math.max(items.length, isShort ? most : least);
  const isClosed = rest.kind === "never" || length === most;
  return {
    items: Array.from({ length }, (_, index) => items[index] ?? rest),
    required: Math.min(required, length),
    rest: isClosed ? undefined : rest,
  };
}

/**
 * The greatest number of members of the union that TypeScript makes of an intersection of unions:
 * from 100,000 on it reports TS2590, and long before that it is slow.
 */
const widest = 10_000;

/** The members of an intersection, except unions that would make it too wide for TypeScript. */
export function writtenIntersection(
  members: readonly Type[],
  breadthOfModel: (model: SchemaId) => number,
): readonly Type[] {
  const breadths = new Map(members.map((member) => [member, breadthOf(member, breadthOfModel)]));
  if (product([...breadths.values()]) <= widest) return members;
  let breadth = 1;
  const kept = new Set<Type>();
  for (const [member, own] of [...breadths].sort(([, one], [, other]) => one - other)) {
    if (kept.size > 0 && breadth * own > widest) break;
    breadth *= own;
    kept.add(member);
  }
  return members.filter((member) => kept.has(member));
}

/** How many members a type has if it is written as one union. */
export function breadthOf(type: Type, breadthOfModel: (model: SchemaId) => number): number {
  switch (type.kind) {
    case "union":
      return type.members.reduce((sum, member) => sum + breadthOf(member, breadthOfModel), 0);
    case "intersection":
      return product(type.members.map((member) => breadthOf(member, breadthOfModel)));
    case "reference":
      return breadthOfModel(type.model);
    default:
      return 1;
  }
}

function product(factors: readonly number[]): number {
  return factors.reduce((all, factor) => all * factor, 1);
}
