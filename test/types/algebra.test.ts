import { describe, expect, test } from "vitest";
import type { JsonType } from "../../generator/core/json-type.js";
import {
  join,
  joinOptions,
  jsonTypesOf,
  meet,
  meetAll,
  onlyFor,
  type ModelTypes,
} from "../../generator/types/algebra.js";
import {
  arrayType,
  neverType,
  nullType,
  presentType,
  unknownType,
  type Type,
} from "../../generator/types/type.js";
import {
  anyString,
  boolean,
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

const [a, b] = [literal("a"), literal("b")];

/** The models that the tables refer to. */
const known: Readonly<Record<string, Type>> = {
  Pet: object(property("name", string)),
  Cat: object(property("meow", string)),
  Text: string,
  PetOrNull: union(object(property("name", string)), nullType),
  CatOrNull: union(model("Cat"), nullType),
  PetOrText: union(model("Pet"), string),
};

const models: ModelTypes = {
  get: (name) => known[name] ?? unknownType,
  jsonTypes: (name): ReadonlySet<JsonType> => jsonTypesOf(models.get(name), models),
};

const [pet, cat] = [model("Pet"), model("Cat")];

describe("a union", () => {
  test.each<[what: string, types: readonly Type[], joined: Type]>([
    ["of nothing", [], neverType],
    ["of one", [string], string],
    ["of what is never and one", [neverType, string, neverType], string],
    ["of anything", [string, unknownType], unknownType],
    ["of equal ones", [string, string], string],
    ["of a type and its literal", [a, string], string],
    ["of a literal of another type", [a, number], union(a, number)],
    ["with null in front", [nullType, string], union(string, nullType)],
    ["of unions", [union(a, nullType), union(b, a)], union(a, b, nullType)],
    ["of a union alone", [union(a, a)], a],
    ["of true and false", [literal(true), literal(false)], boolean],
    ["of true alone", [literal(true), a], union(literal(true), a)],
    ["of arrays, one of them any", [arrayType(string), arrayType(unknownType)], arrayType(unknownType)], // prettier-ignore
    ["of objects, one of them any", [object(property("x", a)), object()], object()],
    ["of models and any object", [pet, object()], union(pet, object())],
    [
      "of all JSON types",
      [string, number, boolean, nullType, arrayType(unknownType), object()],
      unknownType,
    ],
  ])("%s", (_what, types, joined) => {
    expect(join(types)).toEqual(joined);
  });
});

describe("options", () => {
  test.each<[what: string, types: readonly Type[], joined: Type]>([
    ["keep values beside their type, which comes last", [string, a, b], union(a, b, anyString)],
    ["keep them in front of null", [nullType, string, a], union(a, anyString, nullType)],
    ["of values of another type", [string, literal(1)], union(string, literal(1))],
    ["of booleans", [boolean, literal(true)], boolean],
    ["of unions", [union(string, nullType), a], union(a, anyString, nullType)],
  ])("%s", (_what, types, joined) => {
    expect(joinOptions(types)).toEqual(joined);
  });
});

describe("what is said of one JSON type", () => {
  const others: readonly Type[] = [number, boolean];

  test("leaves all others", () => {
    const narrowed = onlyFor("string", a);
    expect(jsonTypesOf(narrowed, models).size).toBe(6);
    expect(narrowed).toMatchObject({ kind: "union" });
    expect(narrowed.kind === "union" && narrowed.members).toEqual(
      expect.arrayContaining([a, ...others, nullType, object(), arrayType(unknownType)]),
    );
    expect(narrowed.kind === "union" && narrowed.members).not.toContainEqual(string);
  });

  test.each<[JsonType, Type]>([
    ["object", object()],
    ["string", string],
    ["array", arrayType(unknownType)],
  ])("is nothing, where it is any %s", (type, top) => {
    expect(onlyFor(type, top)).toEqual(unknownType);
  });

  test("is never", () => {
    expect(jsonTypesOf(onlyFor("object", neverType), models).has("object")).toBe(false);
  });
});

describe("the JSON types of", () => {
  test.each<[what: string, type: Type, names: readonly JsonType[]]>([
    ["never", neverType, []],
    ["present", presentType, ["array", "boolean", "number", "object", "string"]],
    ["a literal", literal(1), ["number"]],
    ["any other string", anyString, ["string"]],
    ["a tuple", tuple([a], 1, neverType), ["array"]],
    ["a model", model("PetOrText"), ["object", "string"]],
    ["a union", union(a, nullType), ["null", "string"]],
    ["an intersection", both(model("PetOrText"), model("Text")), ["string"]],
  ])("%s", (_what, type, names) => {
    expect([...jsonTypesOf(type, models)].sort()).toEqual(names);
  });
});

describe("an intersection", () => {
  const x = property("x", string);
  const rows: readonly [what: string, left: Type, right: Type, met: Type][] = [
    ["with anything", string, unknownType, string],
    ["with never", string, neverType, neverType],
    ["of equal types", a, literal("a"), a],
    ["of two types", string, number, neverType],
    ["of a type and its literal", string, a, a],
    ["of a literal of another type", number, a, neverType],
    ["of two literals", a, b, neverType],
    ["of any other string and a literal", anyString, a, a],
    ["of any other string and a string", anyString, string, anyString],
    ["of any other string and a number", anyString, literal(1), neverType],
    ["of unions", union(a, b, nullType), union(b, nullType, number), union(b, nullType)],
    ["of a union and nothing of it", union(a, b), number, neverType],
    ["of objects", object(x), object(property("y", a)), object(x, property("y", a))],
    ["of a property", object(x), object(property("x", a, true)), object(property("x", a))],
    [
      "of optional properties that contradict",
      object(property("x", a, true)),
      object(property("x", b, true)),
      object(property("x", neverType, true)),
    ],
    ["of required ones that do", object(property("x", a)), object(property("x", b)), neverType],
    ["of a map and a property", map(a), object(x), map(a, property("x", a))],
    ["of maps", map(string), map(a), map(a)],
    ["of arrays", arrayType(string), arrayType(a), arrayType(a)],
    [
      "of an array and a tuple",
      arrayType(string),
      tuple([a], 1, unknownType),
      tuple([a], 1, string),
    ],
    [
      "of tuples",
      tuple([a], 1, string),
      tuple([string, b], 0, string, 3),
      tuple([a, b], 1, string, 3),
    ],
    [
      "of tuples that are closed early",
      tuple([a, b], 0, neverType),
      tuple([string], 0, neverType),
      tuple([a], 0, neverType),
    ],
    ["of tuples that are too short", tuple([a], 0, neverType), tuple([], 2, string), neverType],
    ["of a model and its type", pet, object(), pet],
    ["of a model and another type", pet, string, neverType],
    ["of models", pet, cat, both(pet, cat)],
    ["of a model and what is added", pet, object(x), both(pet, object(x))],
    ["of a model of several types and one", model("PetOrText"), string, both(model("PetOrText"), string)], // prettier-ignore
    ["of a model and what is no null", model("PetOrNull"), object(), both(model("PetOrNull"), presentType)], // prettier-ignore
    ["of a model that is null besides another", model("CatOrNull"), object(), cat],
    ["of that and what is added", model("CatOrNull"), object(x), both(cat, object(x))],
    ["of models and a union", union(pet, string), union(object(), a), union(pet, a)],
    ["of unions of models", union(pet, a), union(cat, b), both(union(pet, a), union(cat, b))],
    [
      "of models with what is added, twice",
      both(pet, cat, object(x)),
      object(property("y", a)),
      both(pet, cat, object(property("y", a), x)),
    ],
  ];

  test.each(rows)("%s", (_what, left, right, met) => {
    expect(meet(left, right, models)).toEqual(met);
  });

  test.each(rows)("has the same JSON types the other way round: %s", (_what, left, right, met) => {
    expect(jsonTypesOf(meet(right, left, models), models)).toEqual(jsonTypesOf(met, models));
  });

  test.each<[what: string, types: readonly Type[], met: Type]>([
    ["of none", [], unknownType],
    ["of one", [a], a],
    ["of models", [pet, cat, pet], both(pet, cat)],
    [
      "of objects",
      [object(x), object(property("y", a)), object(property("x", a, true))],
      object(property("x", a), property("y", a)),
    ],
    ["of any object among them", [object(x), object(), object(property("y", a))], object(x, property("y", a))], // prettier-ignore
    ["of a model and objects", [pet, object(x), object(property("y", a))], both(pet, object(property("y", a), x))], // prettier-ignore
    ["of a union and objects", [union(object(x), string), object(property("y", a))], object(property("y", a), x)], // prettier-ignore
    ["of types that contradict", [string, pet, number], neverType],
  ])("of many: %s", (_what, types, met) => {
    expect(meetAll(types, models)).toEqual(met);
  });
});
