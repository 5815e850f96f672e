import fc from "fast-check";
import { runInNewContext } from "node:vm";
import { isJsonArray, isJsonObject, type Json } from "../../../generator/core/json.js";
import { propertyNames } from "./any-json.js";

/**
 * A JSON value whose objects have members that are undefined, at least one, first or last.
 *
 * @param names - Names that these members may have, besides any others.
 */
export function withUndefinedMembers(value: Json, names: readonly string[]): fc.Arbitrary<unknown> {
  const name = fc.oneof(fc.constantFrom("a", "b", ...names), propertyNames());
  const additions = fc.array(fc.record({ object: fc.nat(20), name, isFirst: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
  });
  return additions.map((added) => {
    let count = 0;
    const objects = countObjects(value);
    const copy = (inner: Json): unknown => {
      if (isJsonArray(inner)) return inner.map(copy);
      if (!isJsonObject(inner)) return inner;
      const index = count++;
      const here = added.filter(
        (one) => one.object % objects === index && !Object.hasOwn(inner, one.name),
      );
      const missing = (isFirst: boolean): readonly [string, unknown][] =>
        here.filter((one) => one.isFirst === isFirst).map((one) => [one.name, undefined]);
      const members = Object.entries(inner).map(([key, member]) => [key, copy(member)] as const);
      return Object.fromEntries([...missing(true), ...members, ...missing(false)]);
    };
    return copy(value);
  });
}

function countObjects(value: Json): number {
  if (isJsonArray(value)) return value.reduce<number>((sum, item) => sum + countObjects(item), 0);
  if (!isJsonObject(value)) return 0;
  return Object.values(value).reduce<number>((sum, member) => sum + countObjects(member), 1);
}

/** A JSON value in which one value is another. */
export function withOneOf(value: Json, others: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc.tuple(fc.nat(countValues(value) - 1), fc.constantFrom(...others)).map(([at, other]) => {
    let count = 0;
    const copy = (inner: Json): unknown => {
      if (count++ === at) return other;
      if (isJsonArray(inner)) return inner.map(copy);
      if (!isJsonObject(inner)) return inner;
      return Object.fromEntries(
        Object.entries(inner).map(([name, member]) => [name, copy(member)]),
      );
    };
    return copy(value);
  });
}

function countValues(value: Json): number {
  const inside = isJsonArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];
  return inside.reduce<number>((sum, item) => sum + countValues(item), 1);
}

/** Numbers that JSON does not have. */
export const notFinite: readonly number[] = [NaN, Infinity, -Infinity];

class Order {
  readonly a: number;
  constructor(a: number) {
    this.a = a;
  }
  get b(): number {
    return this.a;
  }
}

/** Values that programs have in memory, and no JSON text stands for. */
export const noJson: readonly unknown[] = [
  ...notFinite,
  undefined,
  new Date(0),
  new Map([["a", 1]]),
  new Set(["a"]),
  new Uint8Array(2),
  new Order(1),
  new String("a"),
  new Number(1),
  () => 1,
  Symbol("s"),
  10n,
  Object.create(null),
  Object.create({ a: "inherited" }),
  runInNewContext("({ a: 1 })"),
  runInNewContext("[1]"),
];
