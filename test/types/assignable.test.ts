import { expect, test } from "vitest";
import { withEntry, type PersistentMap } from "../../generator/core/persistent-map.js";
import { jsonTypesOf } from "../../generator/types/algebra.js";
import { assignable } from "../../generator/types/assignable.js";
import type { Shape, ShapedTypes } from "../../generator/types/shape.js";
import {
  arrayType,
  neverType,
  nullType,
  presentType,
  unknownType,
  type ObjectType,
  type PropertyType,
  type Type,
} from "../../generator/types/type.js";
import {
  anyString,
  both,
  literal,
  map,
  model,
  number,
  object,
  property,
  string,
  tuple,
  union,
} from "./build.js";

/** The models that the tables refer to: objects are interfaces, the others aliases. */
const known: Readonly<Record<string, Type>> = {
  Pet: object(property("name", string)),
  Cat: object(property("name", string), property("lives", number)),
  Text: string,
  Node: object(property("next", model("Node"), true)),
  Link: object(property("next", model("Link"), true)),
  Chain: object(property("next", union(model("Chain"), nullType), true)),
};

const types: ShapedTypes = {
  get: (name) => known[name] ?? unknownType,
  jsonTypes: (name) => jsonTypesOf(types.get(name), types),
  shape: (name) => {
    const type = types.get(name);
    return type.kind === "object" ? shapeOf(type) : undefined;
  },
  breadth: () => 1,
};

function shapeOf(type: ObjectType): Shape {
  let properties: PersistentMap<PropertyType> = undefined;
  for (const each of type.properties) properties = withEntry(properties, each.name, each);
  return { properties, others: "undeclared" };
}

const [pet, cat] = [model("Pet"), model("Cat")];
const name = property("name", string);
const optional = property("name", string, true);

test.each<[what: string, from: Type, to: Type, isAssignable: boolean]>([
  ["anything to unknown", pet, unknownType, true],
  ["unknown to anything else", unknownType, string, false],
  ["never to anything", neverType, pet, true],
  ["anything else to never", string, neverType, false],
  ["a literal to its primitive", literal("a"), string, true],
  ["a literal to another primitive", literal("a"), number, false],
  ["a primitive to a literal", string, literal("a"), false],
  ["a literal to an open union", literal("a"), union(literal("b"), anyString), true],
  ["a literal to a union with it", literal("a"), union(literal("a"), nullType), true],
  ["a union to one of its members", union(string, nullType), string, false],
  ["a union to a wider one", union(string, nullType), union(number, string, nullType), true],
  ["a type to a non-null one", string, presentType, true],
  ["null to a non-null type", nullType, presentType, false],
  ["a type to an intersection", cat, both(pet, object(property("lives", number))), true],
  ["a type to an intersection with a member that it lacks", pet, both(pet, cat), false],
  ["an intersection to a member", both(pet, object(property("age", number))), pet, true],
  [
    "an intersection to what its members say together",
    both(pet, object(property("lives", number))),
    cat,
    true,
  ],
  ["an array to one of a wider type", arrayType(literal("a")), arrayType(string), true],
  ["an array to one of a narrower type", arrayType(string), arrayType(literal("a")), false],
  [
    "a tuple to an array of its items",
    tuple([string, string], 2, neverType),
    arrayType(string),
    true,
  ],
  [
    "a tuple with an optional item to an array",
    tuple([string], 0, neverType),
    arrayType(string),
    false,
  ],
  [
    "an array to a tuple that requires an item",
    arrayType(string),
    tuple([string], 1, string),
    false,
  ],
  ["an object with more properties", object(name, property("age", number)), object(name), true],
  [
    "an object that lacks a required property",
    object(property("age", number)),
    object(name),
    false,
  ],
  ["an optional property to a required one", object(optional), object(name), false],
  ["a required property to an optional one", object(name), object(optional), true],
  [
    "an object that shares nothing with optional properties",
    object(property("age", number)),
    object(optional),
    false,
  ],
  ["an object type to a map", object(name), map(string), true],
  ["an object type to a map of another type", object(name), map(number), false],
  ["an interface to a map, which it never is", pet, map(string), false],
  ["an interface to one that it extends", cat, pet, true],
  ["an interface to one with more properties", pet, cat, false],
  ["an alias to what it stands for", model("Text"), string, true],
  ["what an alias stands for to the alias", string, model("Text"), true],
  ["a recursive model to one of the same shape", model("Node"), model("Link"), true],
  ["a recursive model to a wider one", model("Node"), model("Chain"), true],
  ["a recursive model to a narrower one", model("Chain"), model("Node"), false],
])("%s", (_what, from, to, isAssignable) => {
  expect(assignable(from, to, types)).toBe(isAssignable);
});

test("says no where types are nested too deeply to be sure", () => {
  const nested = (depth: number, inner: Type): Type =>
    depth === 0 ? inner : arrayType(nested(depth - 1, inner));
  expect(assignable(nested(40, literal("a")), nested(40, string), types)).toBe(true);
  expect(assignable(nested(60, literal("a")), nested(60, string), types)).toBe(false);
});
